import type { JmespathExpression as Expression } from "@tinsmith/smithy";
import { code } from "../../../../code/code.js";
import {
  access,
  afterAccess,
  operand,
  called,
  emitTruth,
  jmespath,
  named,
  unknown,
} from "./value.js";
import type { Emit, Type, Value } from "./value.js";

/**
 * Returns the item of a projection. An expression refers only to its subject, so one name suffices
 * for all levels.
 */
const item = (type: Type, missing: Value["missing"] = "never"): Value => ({
  ...named("item", type),
  missing,
});

/** Emits `list[*].…` and similar projections: the non-null results for all items. */
export function emitProjection(list: Value, right: Expression, emit: Emit): Value {
  if (list.type.kind !== "list") {
    if (right.kind === "current") {
      return called(code`${jmespath("project")}(${list.code}, (item) => item)`, unknown, "maybe");
    }
    const to = emit(right, item(unknown, "maybe"));
    const result = code`${jmespath("project")}(${list.code}, (item) => ${operand(to)})`;
    return called(result, unknown, "maybe");
  }
  if (right.kind === "current") return list;
  const to = emit(right, item(list.type.item));
  if (to.type.kind === "unknown") {
    const result = code`${jmespath("project")}(${list.code}, (item) => ${operand(to)})`;
    return called(result, unknown, "maybe");
  }
  const type: Type = { kind: "list", item: to.type };
  if (to.missing === "never") {
    return called(code`${access(list)}map((item) => ${operand(to)})`, type, afterAccess(list));
  }
  const result =
    to.type.kind === "list"
      ? code`${access(list)}map((item) => ${operand(to)}).filter(${jmespath("isPresent")})`
      : code`${access(list)}flatMap((item) => ${operand(to)} ?? [])`;
  return called(result, type, afterAccess(list));
}

/** Emits `left[]`, which flattens lists in the list. */
export function emitFlatten(
  { expression }: Extract<Expression, { kind: "flatten" }>,
  subject: Value,
  emit: Emit,
): Value {
  const lists = expression.kind === "projection" ? emitLists(expression, subject, emit) : undefined;
  if (lists !== undefined) return lists;
  const list = emit(expression, subject);
  if (list.type.kind !== "list" || list.type.item.kind === "unknown") {
    return called(code`${jmespath("flatten")}(${list.code})`, unknown, "maybe");
  }
  if (list.type.item.kind !== "list") return list;
  return called(code`${access(list)}flat()`, list.type.item, afterAccess(list));
}

/** Emits `left[*].lists[]` as one `flatMap`. */
function emitLists(
  { left, right }: Extract<Expression, { kind: "projection" }>,
  subject: Value,
  emit: Emit,
): Value | undefined {
  const list = emit(left, subject);
  if (list.type.kind !== "list") return undefined;
  const to = emit(right, item(list.type.item));
  if (to.type.kind !== "list" || to.type.item.kind === "unknown" || right.kind === "current") {
    return undefined;
  }
  const body = to.missing === "never" ? operand(to) : code`${operand(to)} ?? []`;
  return called(code`${access(list)}flatMap((item) => ${body})`, to.type, afterAccess(list));
}

/** Emits `left[?condition]`. */
export function emitFilter(
  { left, condition }: Extract<Expression, { kind: "filter" }>,
  subject: Value,
  emit: Emit,
): Value {
  const list = emit(left, subject);
  if (list.type.kind === "list") {
    const test = emitTruth(emit(condition, item(list.type.item)));
    return called(
      code`${access(list)}filter((item) => ${operand(test)})`,
      list.type,
      afterAccess(list),
    );
  }
  const test = emitTruth(emit(condition, item(unknown, "maybe")));
  const isBoolean = test.type.kind === "boolean" && test.missing === "never";
  const body = isBoolean ? operand(test) : code`${jmespath("isTruthy")}(${test.code})`;
  return called(code`${jmespath("filter")}(${list.code}, (item) => ${body})`, unknown, "maybe");
}
