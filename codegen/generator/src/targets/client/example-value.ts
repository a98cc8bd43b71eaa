import type { NodeValue } from "@tinsmith/smithy";
import type { MemberPlan, ServicePlan, ValueType } from "@tinsmith/service";
import { literal, propertyKey } from "../../code/literal.js";

/** Returns a value of an example, which is JSON in the model, as TypeScript of several lines. */
export function exampleValue(
  plan: ServicePlan,
  value: NodeValue,
  members: readonly MemberPlan[],
): string {
  return writeObject(
    plan,
    value,
    (name) => members.find((member) => member.name === name)?.type,
    "",
  );
}

const STEP = "  ";

function writeValue(
  plan: ServicePlan,
  value: NodeValue,
  type: ValueType | undefined,
  indent: string,
): string {
  switch (type?.kind) {
    case "timestamp":
      return `new Date(${textOf(typeof value === "number" ? new Date(value * 1000).toISOString() : value)})`;
    case "blob":
    case "payloadBlob":
    case "streamingBlob":
      return `new TextEncoder().encode(${textOf(value)})`;
    case "bigInteger":
      return `${String(value)}n`;
    case "list":
      return Array.isArray(value) ? writeList(plan, value, type.member, indent) : textOf(value);
    case "map":
      return writeObject(plan, value, () => type.value, indent);
    case "named": {
      const shape = plan.shapesById.get(type.shape);
      const members = shape?.kind === "structure" || shape?.kind === "union" ? shape.members : [];
      return writeObject(
        plan,
        value,
        (name) => members.find((member) => member.name === name)?.type,
        indent,
      );
    }
    default:
      return textOf(value);
  }
}

function writeList(
  plan: ServicePlan,
  items: readonly NodeValue[],
  type: ValueType,
  indent: string,
): string {
  if (items.length === 0) return "[]";
  const inner = indent + STEP;
  const lines = items.map((item) => `${inner}${writeValue(plan, item, type, inner)},\n`);
  return `[\n${lines.join("")}${indent}]`;
}

function writeObject(
  plan: ServicePlan,
  value: NodeValue,
  typeOf: (name: string) => ValueType | undefined,
  indent: string,
): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return textOf(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const inner = indent + STEP;
  const lines = entries.map(
    ([name, item]) =>
      `${inner}${propertyKey(name).text}: ${writeValue(plan, item, typeOf(name), inner)},\n`,
  );
  return `{\n${lines.join("")}${indent}}`;
}

function textOf(value: NodeValue): string {
  return literal(value).text;
}
