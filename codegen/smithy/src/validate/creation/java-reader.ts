import type { NodeValue } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { printJson } from "../../ast/print-json.js";
import type { ValuePath } from "../../model/trait-origins.js";
import { typeName } from "../node/type-name.js";
import { firstProblem } from "./first-problem.js";
import type { NodeKind, ReadFault, Reader } from "./reader.js";
import { shapeId } from "./reader.js";

/**
 * A Java class to which the reference implementation maps nodes by reflection. Its messages name
 * the class and the JSON pointer to the part at fault.
 */
export interface JavaClass {
  readonly name: string;
  readonly read: (value: NodeValue, path: ValuePath, pointer: string) => ReadFault | undefined;
  /**
   * Returns the message for a member of this class whose value is null. Absent if null is accepted.
   */
  readonly nullFault?: (member: string) => string;
}

/** Reads a value of a trait as an instance of a class. */
export const javaValue =
  ({ read }: JavaClass): Reader =>
  (value, path) =>
    read(value, path, "");

function faultOf(
  name: string,
  value: NodeValue,
  path: ValuePath,
  pointer: string,
  reason = "",
): ReadFault {
  const place = pointer === "" ? "/" : pointer;
  const end = reason === "" ? "" : `: ${reason}`;
  const json = printJson(value);
  return {
    text: `Deserialization error at (${place}): unable to create ${name} from ${json}${end}`,
    path,
  };
}

/** A class of values of one kind. */
const simple = (name: string, kind: NodeKind): JavaClass => ({
  name,
  read: (value, path, pointer) =>
    value === null || typeName(value) === kind ? undefined : faultOf(name, value, path, pointer),
});

/**
 * The class of strings. The reference accepts an object too, and creates an empty string from it.
 */
export const javaString: JavaClass = {
  name: "java.lang.String",
  read: (value, path, pointer) =>
    /^(?:null|string|object)$/.test(typeName(value))
      ? undefined
      : faultOf("java.lang.String", value, path, pointer),
};
export const javaInteger = simple("java.lang.Integer", "number");
export const javaBoolean = simple("java.lang.Boolean", "boolean");
export const javaFlag: JavaClass = {
  ...simple("boolean", "boolean"),
  nullFault: () => "",
};
export const javaObject = simple("software.amazon.smithy.model.node.ObjectNode", "object");

export function javaList(item: JavaClass, nullFault?: JavaClass["nullFault"]): JavaClass {
  const name = `java.util.List<${item.name}>`;
  return {
    name,
    ...(nullFault && { nullFault }),
    read(value, path, pointer) {
      if (value === null) return undefined;
      if (!isNodeArray(value)) return faultOf(name, value, path, pointer);
      return firstProblem(value.entries(), ([index, one]) =>
        item.read(one, [...path, index], `${pointer}/${index}`),
      );
    },
  };
}

export function javaMap(item: JavaClass, nullFault?: JavaClass["nullFault"]): JavaClass {
  const name = `java.util.Map<java.lang.String, ${item.name}>`;
  return {
    name,
    ...(nullFault && { nullFault }),
    read(value, path, pointer) {
      if (value === null) return undefined;
      if (!isNodeObject(value)) return faultOf(name, value, path, pointer);
      return firstProblem(Object.entries(value), ([key, one]) =>
        item.read(one, [...path, key], `${pointer}/${key}`),
      );
    },
  };
}

/** Returns the class of values that the reference creates with a method `fromNode`. */
export const javaFromNode = (name: string, read: Reader): JavaClass => ({
  name,
  read(value, path, pointer) {
    const inner = value === null ? undefined : read(value, path, "");
    if (inner === undefined) return undefined;
    const reason = `Unable to deserialize Node using fromNode method: ${inner.text}`;
    const found = faultOf(name, value, path, pointer, reason);
    return inner.path === undefined ? found : { ...found, placeOf: inner.path };
  },
});

export const javaShapeId = javaFromNode("software.amazon.smithy.model.shapes.ShapeId", shapeId);

/** A class whose builder takes members in the order in which they are written. */
export const javaBuilder = (
  name: string,
  members: Readonly<Record<string, JavaClass>>,
  required: readonly string[] = [],
): JavaClass => ({
  name,
  read(value, path, pointer) {
    if (value === null) return undefined;
    if (!isNodeObject(value)) return faultOf(name, value, path, pointer);
    for (const [key, one] of Object.entries(value)) {
      const type = Object.hasOwn(members, key) ? members[key] : undefined;
      const found = type?.read(one, [...path, key], `${pointer}/${key}`);
      if (found !== undefined) return found;
      const refusal = one === null ? type?.nullFault?.(key) : undefined;
      if (refusal !== undefined) return faultOf(name, value, path, pointer, refusal);
    }
    const missing = required.find((key) => (value[key] ?? null) === null);
    if (missing === undefined) return undefined;
    const reason = `${missing} was not set on the builder (builder class is probably ${name})`;
    return faultOf(name, value, path, pointer, reason);
  },
});
