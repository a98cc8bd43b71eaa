import type { NodeValue, Shape, ShapeId } from "../model/model.js";

/** A trait's name as people write it: prelude traits go without their namespace. */
export const idiomatic = (id: ShapeId): string =>
  id.startsWith("smithy.api#") ? id.slice("smithy.api#".length) : id;

/** `` `a`, `b` ``: sorted and ticked, as messages list things. */
export const ticked = (items: Iterable<string>): string =>
  [...items]
    .sort()
    .map((item) => `\`${item}\``)
    .join(", ");

/** A value as messages show it: strings as they are, all others as JSON. */
export const shownValue = (value: NodeValue): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** `` (string: `ns#Foo`) ``, as messages name a shape with its type. */
export const typed = (shape: Shape): string => `(${shape.type}: \`${shape.id}\`)`;
