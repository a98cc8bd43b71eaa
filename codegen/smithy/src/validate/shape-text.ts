import type { NodeValue, Shape, ShapeId } from "../model/model.js";

/** The usual name of a trait: prelude traits without their namespace. */
export const idiomatic = (id: ShapeId): string =>
  id.startsWith("smithy.api#") ? id.slice("smithy.api#".length) : id;

/** Formats items as messages list them: `` `a`, `b` ``, sorted and in backticks. */
export const ticked = (items: Iterable<string>): string =>
  [...items]
    .sort()
    .map((item) => `\`${item}\``)
    .join(", ");

/** Formats a value for a message: strings as they are, all others as JSON. */
export const shownValue = (value: NodeValue): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** Formats a shape with its type, as messages name it: `` (string: `ns#Foo`) ``. */
export const typed = (shape: Shape): string => `(${shape.type}: \`${shape.id}\`)`;
