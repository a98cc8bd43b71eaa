import { code, raw } from "../../../../code/code.js";
import { called, jmespath, operand } from "./value.js";
import type { Value } from "./value.js";

/** Emits a comparison such as `left == right`. */
export function emitComparison(comparator: string, left: Value, right: Value): Value {
  const ordered = orders[comparator];
  if (ordered !== undefined) return emitOrder(ordered, comparator, left, right);
  const isNegated = comparator === "!=";
  if (isPrimitive(left) && left.type.kind === right.type.kind) {
    const operator = raw(isNegated ? "!==" : "===");
    return {
      code: code`${operand(left)} ${operator} ${operand(right)}`,
      type: { kind: "boolean" },
      missing: "never",
      isAtom: false,
    };
  }
  const equal = code`${jmespath("isEqual")}(${left.code}, ${right.code})`;
  const result = called(isNegated ? code`!${equal}` : equal, { kind: "boolean" });
  return isNegated ? { ...result, isAtom: false } : result;
}

/**
 * Emits an ordering comparison. Only numbers have an order; for other values the result is null.
 */
function emitOrder(name: string, comparator: string, left: Value, right: Value): Value {
  const isSure = [left, right].every(
    ({ type, missing }) => type.kind === "number" && missing === "never",
  );
  if (!isSure) {
    const result = code`${jmespath(name)}(${left.code}, ${right.code})`;
    return called(result, { kind: "boolean" }, "maybe");
  }
  return {
    code: code`${operand(left)} ${raw(comparator)} ${operand(right)}`,
    type: { kind: "boolean" },
    missing: "never",
    isAtom: false,
  };
}

const isPrimitive = ({ type }: Value): boolean =>
  type.kind === "string" || type.kind === "number" || type.kind === "boolean";

const orders: Readonly<Record<string, string>> = {
  "<": "isLess",
  "<=": "isLessOrEqual",
  ">": "isGreater",
  ">=": "isGreaterOrEqual",
};
