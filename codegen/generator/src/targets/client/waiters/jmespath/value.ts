import type { JmespathExpression as Expression, ShapeId } from "@tinsmith/smithy";
import type { MemberPlan, ServicePlan, ValueType } from "@tinsmith/service";
import { code } from "../../../../code/code.js";
import type { Code, CodeSymbol } from "../../../../code/code.js";
import { symbol } from "../../../../code/code.js";
import { runtimePart } from "../../runtime-symbols.js";

/** The type of a value. Only the functions of the runtime can process `unknown`. */
export type Type =
  | { readonly kind: "string" | "number" | "boolean" | "unknown" }
  /** Items are never null. */
  | { readonly kind: "list"; readonly item: Type }
  | {
      readonly kind: "object";
      readonly member: (name: string, access: Access) => Value | undefined;
    };

/** Emits an expression over a value. */
export type Emit = (expression: Expression, subject: Value) => Value;

/** Emits access to a member of the current value. */
export type Access = (name: string) => Code;

/** A TypeScript expression and the facts about its value. */
export interface Value {
  readonly code: Code;
  readonly type: Type;
  /**
   * `chain`: absent only if a `?.` in the expression short-circuits, which also skips the accesses
   * after it.
   */
  readonly missing: "never" | "chain" | "maybe";
  /** True if an operator or access can follow without parentheses. */
  readonly isAtom: boolean;
  /** True if the expression is short enough to be repeated. */
  readonly isName?: boolean;
}

export const unknown: Type = { kind: "unknown" };

/** Returns the name of a variable. */
export const named = (name: string, type: Type): Value => ({
  code: code`${name}`,
  type,
  missing: "never",
  isAtom: true,
  isName: true,
});

/** Returns the result of a function. */
export const called = (result: Code, type: Type, missing: Value["missing"] = "never"): Value => ({
  code: result,
  type,
  missing,
  isAtom: true,
});

/**
 * Returns the expression as an operand or as the body of an arrow function, with parentheses if
 * needed.
 */
export const operand = ({ code: written, isAtom }: Value): Code =>
  isAtom ? written : code`(${written})`;

/** Returns the code before a member or method of the value. */
export const access = (value: Value): Code =>
  value.missing === "maybe" ? code`${operand(value)}?.` : code`${operand(value)}.`;

/** Returns the presence of a member of the value, for members that the model always sets. */
export const afterAccess = ({ missing }: Value): Value["missing"] =>
  missing === "never" ? "never" : "chain";

/** Returns a runtime function for a JMESPath operation that TypeScript lacks. */
export const jmespath = (name: string): CodeSymbol =>
  symbol(name, runtimePart("jmespath"), {
    alias: `jmespath${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
  });

/** Returns the type of the values of a structure or union. */
export function typeOfShape(plan: ServicePlan, id: ShapeId): Type {
  const shape = plan.shapesById.get(id);
  if (shape?.kind !== "structure" && shape?.kind !== "union") return unknown;
  const members = new Map(shape.members.map((member) => [member.name, member]));
  return {
    kind: "object",
    member: (name, write) => {
      const member = members.get(name);
      return member && typeOfMember(plan, member, write(name));
    },
  };
}

const typeOfMember = (plan: ServicePlan, member: MemberPlan, written: Code): Value => ({
  code: written,
  type: typeOfValue(plan, member.type),
  missing: member.required ? "never" : "maybe",
  isAtom: true,
});

/**
 * Returns the type of a value: `unknown` for times, bytes and big numbers, which JMESPath lacks,
 * and for maps.
 */
function typeOfValue(plan: ServicePlan, type: ValueType): Type {
  switch (type.kind) {
    case "string":
    case "boolean":
    case "number":
      return { kind: type.kind };
    case "list":
      return type.sparse ? unknown : { kind: "list", item: typeOfValue(plan, type.member) };
    case "named":
      if (type.of === "enum") return { kind: "string" };
      return type.of === "intEnum" ? { kind: "number" } : typeOfShape(plan, type.shape);
    default:
      return unknown;
  }
}

/** Emits the value as a condition: empty values are false, numbers are true. */
export function emitTruth(value: Value): Value {
  const { kind } = value.type;
  if (kind === "string" || kind === "boolean") return value;
  return called(code`${jmespath("isTruthy")}(${value.code})`, { kind: "boolean" });
}
