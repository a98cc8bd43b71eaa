import type { JmespathExpression as Expression, ShapeId } from "@tinsmith/smithy";
import type { MemberPlan, ServicePlan, ValueType } from "@tinsmith/service";
import { code } from "../../../../code/code.js";
import type { Code, CodeSymbol } from "../../../../code/code.js";
import { symbol } from "../../../../code/code.js";
import { runtimePart } from "../../runtime-symbols.js";

/** What TypeScript knows of a value. Of `unknown` only the functions of the runtime can make something. */
export type Type =
  | { readonly kind: "string" | "number" | "boolean" | "unknown" }
  /** Items are never null. */
  | { readonly kind: "list"; readonly item: Type }
  | {
      readonly kind: "object";
      readonly member: (name: string, access: Access) => Value | undefined;
    };

/** Writes an expression that looks into a value. */
export type Emit = (expression: Expression, subject: Value) => Value;

/** Writes the access to a member of the value at hand. */
export type Access = (name: string) => Code;

/** An expression of TypeScript and what is known of its value. */
export interface Value {
  readonly code: Code;
  readonly type: Type;
  /**
   * Whether it may be absent: `chain` where only for a `?.` in it, so that what follows needs none.
   */
  readonly missing: "never" | "chain" | "maybe";
  /** Whether something can follow it without parentheses. */
  readonly isAtom: boolean;
  /** Whether it is so short that it may stand twice. */
  readonly isName?: boolean;
}

export const unknown: Type = { kind: "unknown" };

/** A name of a variable. */
export const named = (name: string, type: Type): Value => ({
  code: code`${name}`,
  type,
  missing: "never",
  isAtom: true,
  isName: true,
});

/** The result of a function. */
export const called = (result: Code, type: Type, missing: Value["missing"] = "never"): Value => ({
  code: result,
  type,
  missing,
  isAtom: true,
});

/** The expression as an operand, or as what an arrow function returns: with parentheses if need be. */
export const operand = ({ code: written, isAtom }: Value): Code =>
  isAtom ? written : code`(${written})`;

/** What precedes a member or method of the value. */
export const access = (value: Value): Code =>
  value.missing === "maybe" ? code`${operand(value)}?.` : code`${operand(value)}.`;

/** How absent the result of such an access is, where itself it is always there. */
export const afterAccess = ({ missing }: Value): Value["missing"] =>
  missing === "never" ? "never" : "chain";

/** A function for what JMESPath has and TypeScript has not. */
export const jmespath = (name: string): CodeSymbol =>
  symbol(name, runtimePart("jmespath"), {
    alias: `jmespath${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
  });

/** The type of a structure's or union's values. */
export const typeOfShape = (plan: ServicePlan, id: ShapeId): Type => {
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
};

const typeOfMember = (plan: ServicePlan, member: MemberPlan, written: Code): Value => ({
  code: written,
  type: typeOfValue(plan, member.type),
  missing: member.required ? "never" : "maybe",
  isAtom: true,
});

/** Times, bytes and big numbers are not what JMESPath would take them for, and maps have any key. */
const typeOfValue = (plan: ServicePlan, type: ValueType): Type => {
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
};

/** The value as a condition: what is empty is false, numbers are true. */
export function emitTruth(value: Value): Value {
  const { kind } = value.type;
  if (kind === "string" || kind === "boolean") return value;
  return called(code`${jmespath("isTruthy")}(${value.code})`, { kind: "boolean" });
}
