import { hashOfShapeId, inHashOrder } from "../diagnostics/hash-order.js";
import type { ShapeId } from "../model/model.js";
import type { ModelDraft } from "./shape-draft.js";

/**
 * Finds the groups of shapes that reach one another through their mixins: two shapes or more, or
 * one that uses itself. Groups and members are in the order of the reference implementation:
 * Tarjan's algorithm along the users of shapes.
 */
export function findMixinCycles(draft: ModelDraft): readonly (readonly ShapeId[])[] {
  const users = usersOfMixins(draft);
  const cycles: ShapeId[][] = [];
  const places = new Map<ShapeId, { readonly index: number; low: number; isOpen: boolean }>();
  const open: ShapeId[] = [];

  const enter = (id: ShapeId): Visit => {
    const place = { index: places.size, low: places.size, isOpen: true };
    places.set(id, place);
    open.push(id);
    return { id, place, rest: (users.get(id) ?? [])[Symbol.iterator]() };
  };
  const leave = ({ id, place }: Visit): void => {
    if (place.low !== place.index) return;
    const group: ShapeId[] = [];
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      const closed = places.get(last);
      if (closed) closed.isOpen = false;
      group.push(last);
      if (last === id) break;
    }
    if (group.length > 1 || users.get(id)?.has(id)) cycles.push(group);
  };

  for (const start of users.keys()) {
    if (places.has(start)) continue;
    // An explicit stack is used, because chains of mixins may exceed the call stack.
    const path = [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { done, value: user } = visit.rest.next();
      if (done) {
        path.pop();
        leave(visit);
        const below = path.at(-1);
        if (below) below.place.low = Math.min(below.place.low, visit.place.low);
        continue;
      }
      const known = places.get(user);
      if (known === undefined) path.push(enter(user));
      else if (known.isOpen) visit.place.low = Math.min(visit.place.low, known.index);
    }
  }
  return cycles;
}

/** A shape on the path, and its users that are still to be visited. */
interface Visit {
  readonly id: ShapeId;
  readonly place: { readonly index: number; low: number };
  readonly rest: Iterator<ShapeId, undefined>;
}

/** The shapes that use each shape as a mixin; shapes without users are included. */
function usersOfMixins(draft: ModelDraft): ReadonlyMap<ShapeId, ReadonlySet<ShapeId>> {
  const users = new Map<ShapeId, Set<ShapeId>>();
  const usersOf = (id: ShapeId): Set<ShapeId> => {
    let known = users.get(id);
    if (known === undefined) users.set(id, (known = new Set()));
    return known;
  };
  const own = [...draft.shapes.values()]
    .filter(({ id, mixins }) => !id.startsWith("smithy.api#") || mixins.length > 0)
    .map(({ id }) => id);
  for (const id of inHashOrder(own, hashOfShapeId)) {
    usersOf(id);
    for (const mixin of draft.shapes.get(id)?.mixins ?? []) usersOf(mixin.id).add(id);
  }
  return users;
}
