import type { Shape, ShapeId } from "../model/model.js";

/** `smithy.api` of `smithy.api#String`. */
export const namespaceOf = (id: ShapeId): string => id.slice(0, id.indexOf("#"));

/** `Foo` of `ns#Foo` and of `ns#Foo$bar`. */
export function nameOf(id: ShapeId): string {
  const dollar = id.indexOf("$");
  return id.slice(id.indexOf("#") + 1, dollar < 0 ? undefined : dollar);
}

/** The id of the shape that a member belongs to; other ids are their own. */
export function containerOf(id: ShapeId): ShapeId {
  const dollar = id.indexOf("$");
  return dollar < 0 ? id : id.slice(0, dollar);
}

/** A trait's name as people write it: prelude traits go without their namespace. */
export const idiomatic = (id: ShapeId): string =>
  id.startsWith("smithy.api#") ? id.slice("smithy.api#".length) : id;

/** `` `a`, `b` ``: sorted and ticked, as messages list things. */
export const ticked = (items: Iterable<string>): string =>
  [...items]
    .sort()
    .map((item) => `\`${item}\``)
    .join(", ");

/** `` (string: `ns#Foo`) ``, as messages name a shape with its type. */
export const typed = (shape: Shape): string => `(${shape.type}: \`${shape.id}\`)`;
