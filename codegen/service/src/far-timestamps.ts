import type { Model, NodeValue, OperationShape, ShapeId } from "@tinsmith/smithy";
import { isNodeArray, isNodeObject } from "@tinsmith/smithy";
import { examplesTrait, trait } from "@tinsmith/smithy/traits";

/** A timestamp that JavaScript cannot represent, in an example of an operation. */
export interface FarTimestamp {
  /** The path into the value of `@examples`: the index of the example, then keys and indexes. */
  readonly path: readonly [example: number, ...path: (string | number)[]];
  /** Seconds since 1970. */
  readonly value: number;
}

/** The largest number of seconds from 1970 that a `Date` can represent, in either direction. */
const maxSeconds = 8_640_000_000_000;

/**
 * Finds timestamps in the examples of an operation that no `Date` can represent, such as
 * milliseconds where seconds are expected. Such examples cannot be shown as code or sent.
 */
export function farTimestamps(model: Model, operation: OperationShape): readonly FarTimestamp[] {
  const found: FarTimestamp[] = [];
  const walk = (id: ShapeId, value: NodeValue, path: FarTimestamp["path"]): void => {
    const shape = model.getShape(id);
    if (shape?.type === "timestamp") {
      if (typeof value === "number" && Math.abs(value) > maxSeconds) found.push({ path, value });
    } else if (shape?.type === "list" && isNodeArray(value)) {
      value.forEach((item, index) => walk(shape.member.target, item, [...path, index]));
    } else if (shape?.type === "map" && isNodeObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        walk(shape.value.target, item, [...path, key]);
      }
    } else if ((shape?.type === "structure" || shape?.type === "union") && isNodeObject(value)) {
      for (const [name, member] of shape.members) {
        const item = Object.hasOwn(value, name) ? value[name] : undefined;
        if (item !== undefined) walk(member.target, item, [...path, name]);
      }
    }
  };
  const examples = trait(operation, examplesTrait) ?? [];
  examples.forEach(({ input, output, error }, index) => {
    if (input !== undefined) walk(operation.input, input, [index, "input"]);
    if (output !== undefined) walk(operation.output, output, [index, "output"]);
    if (error?.shapeId === undefined) return;
    walk(error.shapeId, error.content ?? {}, [index, "error", "content"]);
  });
  return found;
}
