import type { MemberShape, Model, NodeValue, Shape } from "../../model/model.js";
import { isMemberOptional } from "../../traits/nullability.js";
import { compareText } from "../../diagnostics/compare.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import {
  hasTrait,
  requiredTrait,
  timestampFormatTrait,
  uniqueItemsTrait,
} from "../../traits/index.js";
import { checkConstraints } from "./constraints.js";
import { below, keyBelow, placed, wholeValue } from "./node-context.js";
import type { NodeContext, NodeEvent, NodeOptions, NodePath } from "./node-context.js";
import { checkInteger, checkReal } from "./numbers.js";
import { checkTimestamp } from "./timestamps.js";
import { typeName } from "./type-name.js";

/** Checks a value against a shape, including its constraints. */
export function validateNode(
  model: Model,
  shape: Shape,
  value: NodeValue,
  options: NodeOptions = {},
  owner?: Shape,
): readonly NodeEvent[] {
  const events: NodeEvent[] = [];
  checkValue(
    { model, options, owner, report: (event) => events.push(event) },
    shape,
    value,
    wholeValue,
  );
  return events;
}

function checkValue(context: NodeContext, shape: Shape, value: NodeValue, path: NodePath): void {
  switch (shape.type) {
    case "member":
      return checkMember(context, shape, value, path);
    case "boolean":
      if (typeof value !== "boolean") return mismatch(context, shape, "boolean", value, path);
      break;
    case "string":
    case "enum":
      if (typeof value !== "string") return mismatch(context, shape, "string", value, path);
      break;
    case "blob":
      if (typeof value !== "string") return mismatch(context, shape, "string", value, path);
      if (context.options.base64 === true && !isBase64(value)) {
        return report(context, path, "Blob value must be a valid base64 string");
      }
      break;
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long":
    case "bigInteger":
      if (typeof value !== "number") return mismatch(context, shape, "number", value, path);
      checkInteger(context, shape, value, path);
      break;
    case "float":
    case "double":
      if (typeof value !== "number" && typeof value !== "string") {
        return mismatch(context, shape, "number", value, path);
      }
      checkReal(context, shape, value, path);
      break;
    case "bigDecimal":
      if (typeof value !== "number") return mismatch(context, shape, "number", value, path);
      break;
    case "timestamp":
      checkTimestamp(context, shape, value, path);
      break;
    case "list":
      if (!isNodeArray(value)) return mismatch(context, shape, "array", value, path);
      checkItems(context, shape, value, path);
      break;
    case "map":
      if (!isNodeObject(value)) return mismatch(context, shape, "object", value, path);
      for (const [key, item] of Object.entries(value)) {
        checkValue(context, shape.key, key, keyBelow(path, key));
        checkValue(context, shape.value, item, below(path, key));
      }
      break;
    case "structure":
      if (!isNodeObject(value)) return mismatch(context, shape, "object", value, path);
      checkStructure(context, shape, value, path);
      break;
    case "union":
      if (!isNodeObject(value)) return mismatch(context, shape, "object", value, path);
      checkUnion(context, shape, value, path);
      break;
    case "document":
      break;
    default:
      return report(context, path, `Encountered invalid shape type: ${shape.type}`);
  }
  checkConstraints(context, shape, shape, value, path);
}

function checkMember(
  context: NodeContext,
  member: MemberShape,
  value: NodeValue,
  path: NodePath,
): void {
  const target = context.model.getShape(member.target);
  if (target === undefined) return;
  checkConstraints(context, member, target, value, path);
  // Null is a value of a document, but not of a required member.
  const isNullable = target.type === "document" && !hasTrait(member, requiredTrait);
  const isAbsent = value === null && !isNullable;
  if (isAbsent && isDoneWithNull(context, member, path)) return;
  if (target.type === "timestamp" && hasTrait(member, timestampFormatTrait)) {
    checkTimestamp(context, member, value, path);
  } else checkValue(context, target, value, path);
}

/** Reports a member that cannot be null. Returns true if the value needs no further check. */
function isDoneWithNull(context: NodeContext, member: MemberShape, path: NodePath): boolean {
  const { model, options } = context;
  const { container, name } = member;
  const { type } = model.expectShape(container);
  const allowed = options.allowOptionalNull === true;
  if (type === "union") return false;
  if (isMemberOptional(model, member)) return allowed || type !== "structure";
  const message =
    type === "structure"
      ? `Required structure member \`${name}\` for \`${container}\` cannot be null`
      : `Non-sparse ${type} shape \`${container}\` cannot contain null values`;
  report(context, path, message);
  return allowed;
}

function checkItems(
  context: NodeContext,
  shape: Shape & { readonly type: "list" },
  items: readonly NodeValue[],
  path: NodePath,
): void {
  for (const [index, item] of items.entries()) {
    checkValue(context, shape.member, item, below(path, index));
  }
  if (!hasTrait(shape, uniqueItemsTrait)) return;
  const seen = new Set<string>();
  const repeated = items.filter((item) => {
    const text = canonicalText(item);
    const isRepeated = seen.has(text);
    seen.add(text);
    return isRepeated;
  });
  if (repeated.length > 0) {
    const texts = repeated.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
    const listed = [...new Set(texts)].map((text) => `\`${text}\``).join(", ");
    report(
      context,
      path,
      `Value provided for \`${shape.id}\` must have unique items, but the following items had multiple entries: [${listed}]`,
    );
  }
}

/** Returns a text that is the same for equal values, regardless of the order of their keys. */
const canonicalText = (value: NodeValue): string =>
  JSON.stringify(value, (_, item: NodeValue) =>
    isNodeObject(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => compareText(a, b)))
      : item,
  );

function checkStructure(
  context: NodeContext,
  shape: Shape & { readonly type: "structure" },
  value: { readonly [key: string]: NodeValue },
  path: NodePath,
): void {
  for (const [key, item] of Object.entries(value)) {
    const member = shape.members.get(key);
    if (member === undefined) {
      const message = `Member \`${key}\` does not exist in \`${shape.id}\``;
      context.report({
        severity: "WARNING",
        message,
        ...placed(path),
        suffix: `UnknownMember.${shape.id}.${key}`,
      });
    } else {
      checkValue(context, member, item, below(path, key));
    }
  }
  for (const [name, member] of shape.members) {
    if (!hasTrait(member, requiredTrait) || Object.hasOwn(value, name)) continue;
    const message = `Missing required structure member \`${name}\` for \`${shape.id}\``;
    context.report({
      severity: context.options.constraintSeverity ?? "ERROR",
      message,
      ...placed(path),
    });
  }
}

function checkUnion(
  context: NodeContext,
  shape: Shape & { readonly type: "union" },
  value: { readonly [key: string]: NodeValue },
  path: NodePath,
): void {
  const keys = Object.keys(value);
  if (keys.length > 1) {
    return report(context, path, "union values can contain a value for only a single member");
  }
  for (const key of keys) {
    const member = shape.members.get(key);
    const item = value[key];
    if (member === undefined || item === undefined) {
      report(context, path, `Invalid union member \`${key}\` found for \`${shape.id}\``);
    } else {
      checkValue(context, member, item, below(path, key));
    }
  }
}

function mismatch(
  context: NodeContext,
  shape: Shape,
  expected: string,
  value: NodeValue,
  path: NodePath,
): void {
  const scalar = value !== null && typeof value !== "object";
  const found = `${typeName(value)} value${scalar ? `, \`${String(value)}\`` : ""}`;
  report(
    context,
    path,
    `Expected ${expected} value for ${shape.type} shape, \`${shape.id}\`; found ${found}`,
  );
}

const report = (context: NodeContext, path: NodePath, message: string): void =>
  context.report({ severity: "ERROR", message, ...placed(path) });

/** Returns whether a text is padded base64. */
export const isBase64 = (text: string): boolean =>
  text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
