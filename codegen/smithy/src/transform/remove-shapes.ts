import type { MemberShape, Model, ShapeId } from "../model/model.js";
import { membersOf } from "../model/members.js";
import { editModel, mapTraits } from "./edit-model.js";
import type { TopShape } from "./edit-model.js";
import { mapProperties } from "./map-properties.js";

/**
 * Removes shapes and members, and everything that depends on them: members that target them, lists
 * and maps of them, references to them, and definitions inherited from a removed mixin. If a
 * removed shape defines a trait, the trait is removed from other shapes, unless `keepTraits` is
 * set. An operation whose input or output is removed has none afterwards.
 */
export function removeShapes(
  model: Model,
  ids: Iterable<ShapeId>,
  options: { readonly keepTraits?: boolean } = {},
): Model {
  const removed = removalOf(model, ids);
  if (removed.size === 0) return model;
  const isKept = (id: ShapeId) => !removed.has(id);
  return editModel(
    model,
    (draft) => {
      for (const id of removed) {
        draft.shapes.delete(id);
        draft.memberTraits.delete(id);
      }
      for (const shape of draft.shapes.values()) {
        for (const { id, name } of shape.members.values()) {
          if (removed.has(id)) shape.members.delete(name);
        }
        shape.mixins = shape.mixins.filter(({ id }) => isKept(id));
        const properties = mapProperties(shape.ownProperties, (id) =>
          isKept(id) ? id : undefined,
        );
        draft.shapes.set(shape.id, { ...shape, properties, ownProperties: properties });
      }
      if (options.keepTraits !== true) {
        mapTraits(draft, (id, trait) => (isKept(id) ? trait : undefined));
      }
    },
    { flattened: (shape) => losesInherited(shape, removed) },
  );
}

/** True if a member is removed that a remaining mixin would add again. */
function losesInherited(shape: TopShape, removed: ReadonlySet<ShapeId>): boolean {
  if (shape.mixins.length === 0 || removed.has(shape.id)) return false;
  return membersOf(shape).some(
    (member) => removed.has(member.id) && member.mixins.some((id) => !removed.has(id)),
  );
}

/** The shapes and members to remove, including those that depend on them. */
function removalOf(model: Model, ids: Iterable<ShapeId>): ReadonlySet<ShapeId> {
  const removed = new Set<ShapeId>();
  const waiting: ShapeId[] = [];
  const remove = (id: ShapeId) => {
    if (removed.has(id) || !model.shapes.has(id)) return;
    removed.add(id);
    waiting.push(id);
  };
  for (const id of ids) remove(id);
  if (waiting.length === 0) return removed;

  const targeting = new Map<ShapeId, MemberShape[]>();
  const inheriting = new Map<ShapeId, MemberShape[]>();
  for (const shape of model.shapes.values()) {
    if (shape.type !== "member") continue;
    append(targeting, shape.target, shape);
    for (const mixin of shape.mixins) append(inheriting, mixin, shape);
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const member of targeting.get(id) ?? []) remove(member.id);
    const shape = model.expectShape(id);
    if (shape.type !== "member") {
      for (const member of membersOf(shape)) remove(member.id);
      continue;
    }
    for (const member of inheriting.get(id) ?? []) {
      if (member.mixins.every((mixin) => removed.has(mixin))) remove(member.id);
    }
    const container = model.expectShape(shape.container);
    const isIncomplete =
      container.type === "list" ||
      container.type === "map" ||
      ((container.type === "enum" || container.type === "intEnum") &&
        membersOf(container).every((member) => removed.has(member.id)));
    if (isIncomplete) remove(container.id);
  }
  return removed;
}

function append<Value>(map: Map<ShapeId, Value[]>, key: ShapeId, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
