import { exactDigits, isNodeArray, isNodeObject } from "@tinsmith/smithy";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import type { MemberPlan, PayloadSide, ServicePlan, ShapePlan, ValueType } from "@tinsmith/service";
import { code, join, raw } from "../../code/code.js";
import type { Code, CodeSymbol, Hole } from "../../code/code.js";
import { inheritedNames } from "../../code/inherited-names.js";
import { literal, propertyKey } from "../../code/literal.js";
import { runtime } from "./runtime-symbols.js";

/** The side of an operation that a value is on; streams differ between the sides. */
export type Side = "input" | "output";

export interface ValueCode {
  readonly code: Hole;
  /** True if the value fits its TypeScript type. Some cases test values that do not. */
  readonly isTyped: boolean;
}

/**
 * Returns the value of a node as an expression. `digits` are the exact digits of a number that
 * JavaScript would round.
 */
function valueCode(
  plan: ServicePlan,
  node: NodeValue,
  digits: string | undefined,
  type: ValueType,
  side: Side,
): ValueCode {
  if (node === null && type.kind !== "document") return untyped(literal(null));
  switch (type.kind) {
    case "number":
      return numberCode(node, digits);
    case "bigInteger":
      return typed(raw(`${BigInt(digits ?? String(node))}n`));
    case "bigDecimal":
      return typed(code`${runtime.bigDecimal}(${literal(digits ?? String(node))})`);
    case "timestamp":
      return typed(
        code`new Date(${literal(typeof node === "number" ? Math.round(node * 1000) : node)})`,
      );
    case "blob":
    case "payloadBlob":
      return typed(code`${runtime.bytes}(${literal(node)})`);
    case "streamingBlob":
      return typed(code`${blobFunction(type.side, side)}(${literal(node)})`);
    case "list":
      return listCode(plan, node, type, side);
    case "map":
      return mapCode(plan, node, type, side);
    case "named":
      return namedCode(plan, node, plan.shapesById.get(type.shape), side);
    default:
      return typed(literal(node));
  }
}

/** Returns the members of a structure or union as an object. */
export function membersCode(
  plan: ServicePlan,
  node: NodeObject,
  members: readonly MemberPlan[],
  side: Side,
): ValueCode {
  const properties = memberProperties(plan, node, members, side);
  const isWhole = members.every(
    ({ name, required }) => Object.hasOwn(node, name) || (!required && !inheritedNames.has(name)),
  );
  return {
    code: objectCode(properties.map((property) => property.code)),
    isTyped: isWhole && properties.every(({ isTyped }) => isTyped),
  };
}

/** Returns the members of a structure or union as properties of an object. */
export function memberProperties(
  plan: ServicePlan,
  node: NodeObject,
  members: readonly MemberPlan[],
  side: Side,
): readonly { readonly code: Code; readonly isTyped: boolean }[] {
  const entries = Object.entries(node).map(
    ([name, value]) => [name, value, members.find((member) => member.name === name)] as const,
  );
  const isNullable = (member: MemberPlan | undefined) => member?.constraints.nullable === true;
  // Readers return null only where it is a value; elsewhere null stands for a missing member.
  const given = entries.filter(
    ([, value, member]) =>
      value !== null || side === "input" || member?.type.kind === "document" || isNullable(member),
  );
  return given.map(([name, value, member]) => {
    if (value === null && isNullable(member)) {
      return { code: code`${propertyKey(name)}: null`, isTyped: true };
    }
    const item = member
      ? valueCode(plan, value, exactDigits(node, name), member.type, side)
      : untyped(literal(value));
    return { code: code`${propertyKey(name)}: ${item.code}`, isTyped: item.isTyped };
  });
}

export function objectCode(properties: readonly Code[]): Code {
  return properties.length === 0 ? code`{}` : code`{ ${join(properties, ", ")} }`;
}

function listCode(
  plan: ServicePlan,
  node: NodeValue,
  type: Extract<ValueType, { kind: "list" }>,
  side: Side,
): ValueCode {
  if (!isNodeArray(node)) return untyped(literal(node));
  const items = node.map((item, index) =>
    element(plan, item, exactDigits(node, index), type.member, type.sparse, side),
  );
  return {
    code: code`[${join(
      items.map((item) => item.code),
      ", ",
    )}]`,
    isTyped: items.every(({ isTyped }) => isTyped),
  };
}

function mapCode(
  plan: ServicePlan,
  node: NodeValue,
  type: Extract<ValueType, { kind: "map" }>,
  side: Side,
): ValueCode {
  if (!isNodeObject(node)) return untyped(literal(node));
  const entries = Object.entries(node).map(([key, item]) => {
    const value = element(plan, item, exactDigits(node, key), type.value, type.sparse, side);
    return { code: code`${propertyKey(key)}: ${value.code}`, isTyped: value.isTyped };
  });
  return {
    code: objectCode(entries.map((entry) => entry.code)),
    isTyped: entries.every(({ isTyped }) => isTyped),
  };
}

/** Returns an element of a list or map. `null` is a value if the collection is sparse. */
function element(
  plan: ServicePlan,
  node: NodeValue,
  digits: string | undefined,
  type: ValueType,
  sparse: boolean,
  side: Side,
): ValueCode {
  return node === null && sparse ? typed(literal(null)) : valueCode(plan, node, digits, type, side);
}

function namedCode(
  plan: ServicePlan,
  node: NodeValue,
  shape: ShapePlan | undefined,
  side: Side,
): ValueCode {
  if (shape?.kind !== "structure" && shape?.kind !== "union") return typed(literal(node));
  if (!isNodeObject(node)) return untyped(literal(node));
  const value = membersCode(
    plan,
    node,
    shape.kind === "union"
      ? shape.members.filter(({ name }) => Object.hasOwn(node, name))
      : shape.members,
    side,
  );
  const isOne = shape.kind !== "union" || Object.keys(node).length === 1;
  return { code: value.code, isTyped: value.isTyped && isOne };
}

/**
 * Returns the code of a number. `NaN` and the infinities are strings in the model. An integer beyond
 * the safe range is emitted as a bigint.
 */
function numberCode(node: NodeValue, digits: string | undefined): ValueCode {
  switch (node) {
    case "NaN":
      return typed("Number.NaN");
    case "Infinity":
      return typed("Number.POSITIVE_INFINITY");
    case "-Infinity":
      return typed("Number.NEGATIVE_INFINITY");
    default: {
      const isExact = !Number.isInteger(node) || Number.isSafeInteger(node);
      return isExact || digits === undefined || !/^-?\d+$/.test(digits)
        ? typed(literal(node))
        : untyped(raw(`${digits}n`));
    }
  }
}

/**
 * Returns the function for a blob. Inputs accept bytes for a stream, unless the structure is also
 * an output.
 */
function blobFunction(of: PayloadSide, side: Side): CodeSymbol {
  return side === "input" && of === "input" ? runtime.bytes : runtime.stream;
}

function typed(value: Hole): ValueCode {
  return { code: value, isTyped: true };
}

function untyped(value: Hole): ValueCode {
  return { code: value, isTyped: false };
}
