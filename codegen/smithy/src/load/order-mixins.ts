import type { ShapeId } from "../model/model.js";
import { loadMessages } from "./load-messages.js";
import { findMixinCycles } from "./mixin-cycles.js";
import type { ModelDraft, ShapeDraft } from "./shape-draft.js";

/**
 * Sorts all shapes after the mixins that they use. Shapes that use each other in a cycle are
 * reported and left out. Shapes that only depend on such shapes remain, without these mixins.
 */
export function orderByMixins(draft: ModelDraft): readonly ShapeDraft[] {
  const order: ShapeDraft[] = [];
  const waiting = new Map<ShapeId, number>();
  const users = new Map<ShapeId, ShapeDraft[]>();
  for (const shape of draft.shapes.values()) {
    const mixins = mixinsOf(shape, draft);
    for (const mixin of mixins) {
      const known = users.get(mixin.id);
      if (known) known.push(shape);
      else users.set(mixin.id, [shape]);
    }
    if (mixins.length === 0) order.push(shape);
    else waiting.set(shape.id, mixins.length);
  }
  // The list grows during the iteration.
  for (const { id } of order) {
    for (const user of users.get(id) ?? []) {
      const left = (waiting.get(user.id) ?? 0) - 1;
      waiting.set(user.id, left);
      if (left > 0) continue;
      waiting.delete(user.id);
      order.push(user);
    }
  }
  if (waiting.size === 0) return order;
  // Without the cycles, the rest can be ordered.
  dropCycles(draft);
  return orderByMixins(draft);
}

const mixinsOf = (shape: ShapeDraft, draft: ModelDraft): readonly ShapeDraft[] =>
  shape.mixins.flatMap(({ id }) => draft.shapes.get(id) ?? []);

/** The highest number of shapes that a message lists. */
const longestList = 50;

/** Removes the shapes that reach themselves through their mixins. */
function dropCycles(draft: ModelDraft): void {
  const cycles = findMixinCycles(draft);
  // The reference reports a shape that is its own mixin only if there is also a longer cycle.
  if (cycles.every(({ length }) => length === 1)) {
    for (const id of cycles.flat()) dropMixin(draft.shapes.get(id), id);
    return;
  }
  for (const cycle of cycles) {
    const named = cycle.slice(0, longestList + 1);
    for (const each of cycle) {
      const others = named.filter((other) => other !== each).slice(0, longestList);
      const span = draft.shapes.get(each)?.span;
      draft.diagnostics.push(loadMessages.mixinCycle({ others }, { shapeId: each, span }));
    }
    for (const each of cycle) draft.shapes.delete(each);
  }
}

function dropMixin(shape: ShapeDraft | undefined, mixin: ShapeId): void {
  if (shape) shape.mixins = shape.mixins.filter(({ id }) => id !== mixin);
}
