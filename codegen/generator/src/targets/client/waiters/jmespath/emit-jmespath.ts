import type { JmespathExpression as Expression } from "@tinsmith/smithy";
import { code, join } from "../../../../code/code.js";
import { literal, propertyKey } from "../../../../code/literal.js";
import { emitCall } from "./emit-call.js";
import { emitComparison } from "./emit-comparison.js";
import { emitFilter, emitFlatten, emitProjection } from "./emit-projection.js";
import {
  access,
  afterAccess,
  called,
  emitTruth,
  jmespath,
  named,
  operand,
  unknown,
} from "./value.js";
import type { Type, Value } from "./value.js";

/**
 * Emits a JMESPath expression over `subject`. If the types of the model suffice, the result is
 * plain property access, comparison, `filter` and `flatMap`; the rest are runtime functions, which
 * accept any value.
 * JMESPath: https://jmespath.org/specification.html
 */
export function emitJmespath(expression: Expression, subject: Value): Value {
  switch (expression.kind) {
    case "current":
      return subject;
    case "literal":
      return emitLiteral(expression.value);
    case "field":
      return emitField(subject, expression.name);
    case "index":
      return emitIndex(subject, expression.index);
    case "slice":
      return emitSlice(subject, expression);
    case "subexpression":
      return emitSubexpression(expression, subject);
    case "flatten":
      return emitFlatten(expression, subject, emitJmespath);
    case "projection":
      return emitProjection(emitJmespath(expression.left, subject), expression.right, emitJmespath);
    case "objectProjection": {
      const values = code`${jmespath("members")}(${emitJmespath(expression.left, subject).code})`;
      return emitProjection(called(values, unknown, "maybe"), expression.right, emitJmespath);
    }
    case "filter":
      return emitProjection(
        emitFilter(expression, subject, emitJmespath),
        expression.right,
        emitJmespath,
      );
    case "comparison":
      return emitComparison(
        expression.comparator,
        emitJmespath(expression.left, subject),
        emitJmespath(expression.right, subject),
      );
    case "and":
    case "or":
      return emitLogic(
        expression.kind,
        emitJmespath(expression.left, subject),
        emitJmespath(expression.right, subject),
      );
    case "not": {
      const negated = code`!${operand(emitTruth(emitJmespath(expression.expression, subject)))}`;
      return { code: negated, type: { kind: "boolean" }, missing: "never", isAtom: false };
    }
    case "multiSelectList":
      return emitMultiSelect(subject, emitList(expression.items, subject));
    case "multiSelectHash": {
      // JMESPath counts and compares members that are null, and undefined ones would be absent.
      const entries = expression.entries.map(([name, member]) => {
        const value = emitJmespath(member, subject);
        const written = value.missing === "never" ? value.code : code`${operand(value)} ?? null`;
        return code`${propertyKey(name)}: ${written}`;
      });
      const object = code`{ ${join(entries, ", ")} }`;
      return emitMultiSelect(subject, { ...called(object, unknown), isAtom: false });
    }
    case "function":
      return emitCall(expression.name, expression.args, subject, emitJmespath);
    case "expressionType":
      throw new Error(
        "A JMESPath expression reference is only valid as an argument of a function.",
      );
  }
}

function emitLiteral(value: Parameters<typeof literal>[0]): Value {
  const kind = typeof value;
  const type: Type =
    kind === "string" || kind === "number" || kind === "boolean" ? { kind } : unknown;
  const missing = value === null ? "maybe" : "never";
  return { code: code`${literal(value)}`, type, missing, isAtom: true, isName: true };
}

function emitField(subject: Value, name: string): Value {
  if (subject.type.kind === "object") {
    const found = subject.type.member(
      name,
      (member) => code`${access(subject)}${propertyKey(member)}`,
    );
    if (found === undefined) return { ...called(code`undefined`, unknown, "maybe"), isName: true };
    return found.missing === "never" ? { ...found, missing: afterAccess(subject) } : found;
  }
  return called(code`${jmespath("field")}(${subject.code}, ${literal(name)})`, unknown, "maybe");
}

function emitIndex(subject: Value, index: number): Value {
  return subject.type.kind === "list"
    ? called(code`${access(subject)}at(${index})`, subject.type.item, "maybe")
    : called(code`${jmespath("index")}(${subject.code}, ${index})`, unknown, "maybe");
}

function emitSlice(
  subject: Value,
  { start, stop, step }: Extract<Expression, { kind: "slice" }>,
): Value {
  const bounds = [start, stop, step].map((bound) => bound ?? "undefined");
  if (subject.type.kind === "list" && (step === undefined || step === 1)) {
    const given = stop === undefined ? [start ?? 0] : [start ?? 0, stop];
    return called(
      code`${access(subject)}slice(${join(given, ", ")})`,
      subject.type,
      afterAccess(subject),
    );
  }
  const result = code`${jmespath("slice")}(${join([subject.code, ...bounds], ", ")})`;
  return called(result, unknown, "maybe");
}

function emitSubexpression(
  { left, right }: Extract<Expression, { kind: "subexpression" }>,
  subject: Value,
): Value {
  const value = emitJmespath(left, subject);
  if (value.isName === true || usesOf(right) <= 1) return emitJmespath(right, value);
  const to = emitJmespath(right, {
    ...named("value", value.type),
    missing: value.missing === "never" ? "never" : "maybe",
  });
  const result = code`${jmespath("pipe")}(${value.code}, (value) => ${operand(to)})`;
  return { ...to, ...called(result, to.type, to.missing === "never" ? "never" : "maybe") };
}

/** Returns how often an expression repeats its subject. */
function usesOf(expression: Expression): number {
  const sum = (all: readonly Expression[]) => all.reduce((total, one) => total + usesOf(one), 0);
  switch (expression.kind) {
    case "literal":
    case "expressionType":
      return 0;
    case "current":
    case "field":
    case "index":
    case "slice":
      return 1;
    case "subexpression":
    case "projection":
    case "objectProjection":
    case "filter":
      return usesOf(expression.left);
    case "flatten":
    case "not":
      return usesOf(expression.expression);
    case "comparison":
    case "and":
    case "or":
      return sum([expression.left, expression.right]);
    case "function":
      return sum(expression.args);
    case "multiSelectList":
    case "multiSelectHash":
      return 2;
  }
}

function emitLogic(kind: "and" | "or", left: Value, right: Value): Value {
  const type = left.type.kind;
  if (type === right.type.kind && (type === "string" || type === "boolean")) {
    const operator = kind === "and" ? code`&&` : code`||`;
    const isMissing = left.missing !== "never" || right.missing !== "never";
    return {
      code: code`${operand(left)} ${operator} ${operand(right)}`,
      type: left.type,
      missing: isMissing ? "maybe" : "never",
      isAtom: false,
    };
  }
  const result = code`${jmespath(kind)}(${left.code}, () => ${operand(right)})`;
  return called(result, unknown, "maybe");
}

function emitList(items: readonly Expression[], subject: Value): Value {
  const values = items.map((item) => emitJmespath(item, subject));
  const [first] = values;
  const isUniform =
    first !== undefined &&
    ["string", "number", "boolean"].includes(first.type.kind) &&
    values.every(({ type, missing }) => type.kind === first.type.kind && missing === "never");
  const list = code`[${join(
    values.map((value) => value.code),
    ", ",
  )}]`;
  return called(list, isUniform ? { kind: "list", item: first.type } : unknown);
}

/** Emits a selection, which is absent if the subject is absent. */
function emitMultiSelect(subject: Value, selected: Value): Value {
  if (subject.missing === "never" && subject.type.kind !== "unknown") return selected;
  return {
    code: code`${jmespath("isPresent")}(${subject.code}) ? ${selected.code} : undefined`,
    type: selected.type,
    missing: "maybe",
    isAtom: false,
  };
}
