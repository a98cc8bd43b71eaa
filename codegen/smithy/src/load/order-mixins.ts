import { compareText } from "../diagnostics/compare.js";
import type { ShapeId } from "../model/model.js";
import { loadMessages } from "./load-messages.js";
import type { ModelDraft, ShapeDraft } from "./shape-draft.js";

/**
 * All shapes, each after the mixins that it uses. Shapes that use each other in a circle are
 * reported and left out; what only depends on them is there, and will not find its mixin.
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
  // The list grows while it is walked.
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
  // Without the circles the rest has an order.
  dropCycles(draft, new Set(waiting.keys()));
  return orderByMixins(draft);
}

const mixinsOf = (shape: ShapeDraft, draft: ModelDraft): readonly ShapeDraft[] =>
  shape.mixins.flatMap(({ id }) => draft.shapes.get(id) ?? []);

/** A message names no more shapes than this. */
const longestList = 50;

/** Takes out the shapes that reach themselves through their mixins. */
function dropCycles(draft: ModelDraft, stuck: ReadonlySet<ShapeId>): void {
  const done = new Set<ShapeId>();
  for (const id of [...stuck].sort(compareText)) {
    if (done.has(id)) continue;
    const cycle = cycleThrough(id, draft, stuck);
    for (const each of cycle) {
      done.add(each);
      const others = cycle.filter((other) => other !== each).slice(0, longestList);
      const span = draft.shapes.get(each)?.span;
      draft.diagnostics.push(loadMessages.mixinCycle({ others }, { shapeId: each, span }));
    }
    for (const each of cycle) draft.shapes.delete(each);
  }
}

/** The shapes that `id` uses and that use `id`, in the order in which they are met; none without a cycle. */
function cycleThrough(
  id: ShapeId,
  draft: ModelDraft,
  stuck: ReadonlySet<ShapeId>,
): readonly ShapeId[] {
  const edges = (from: ShapeId): readonly ShapeId[] =>
    (draft.shapes.get(from)?.mixins ?? []).flatMap((mixin) =>
      stuck.has(mixin.id) ? mixin.id : [],
    );
  const reached = reach(id, edges);
  const reverse = new Map<ShapeId, ShapeId[]>();
  for (const from of [id, ...reached]) {
    for (const to of edges(from)) reverse.set(to, [...(reverse.get(to) ?? []), from]);
  }
  const reaching = reach(id, (from) => reverse.get(from) ?? []);
  if (!reached.has(id)) return [];
  return [id, ...[...reached].filter((each) => each !== id && reaching.has(each))];
}

function reach(start: ShapeId, edges: (from: ShapeId) => readonly ShapeId[]): ReadonlySet<ShapeId> {
  const reached = new Set<ShapeId>();
  const queue = [...edges(start)];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (reached.has(next)) continue;
    reached.add(next);
    queue.push(...edges(next));
  }
  return reached;
}
