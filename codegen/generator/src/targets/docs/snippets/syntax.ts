import type { ShapeId } from "@tinsmith/smithy";
import type {
  MemberPlan,
  ServicePlan,
  StructurePlan,
  UnionPlan,
  ValueType,
} from "@tinsmith/service";
import { describeConstraints, enumValues } from "../site/describe-constraints.js";
import { propertyName } from "./typescript-literal.js";

/** The number of lines after which nested shapes are abbreviated. */
const lineLimit = 100;

interface State {
  readonly plan: ServicePlan;
  readonly direction: "input" | "output";
  lines: number;
}

/**
 * Returns the shape of a request or response as one TypeScript value, with placeholders and
 * explanatory comments: an overview of all members, and a template to copy.
 */
export function syntaxOf(
  structure: StructurePlan,
  plan: ServicePlan,
  direction: "input" | "output",
): string {
  return structureSyntax(structure, "", [], { plan, direction, lines: 0 });
}

function structureSyntax(
  shape: StructurePlan | UnionPlan,
  indent: string,
  within: readonly ShapeId[],
  state: State,
): string {
  if (within.includes(shape.id)) return `{ /* ${commentText(shape.name)}, as above */ }`;
  if (shape.members.length === 0) return "{}";
  state.lines += shape.members.length;
  if (state.lines > lineLimit) return `{ /* ${commentText(shape.name)} */ }`;
  const inner = `${indent}  `;
  const lines = shape.members.map((member) => {
    const value = valueSyntax(member.type, inner, [...within, shape.id], state, member);
    const comment = memberComment(member, state);
    const [first = "", ...rest] = `${propertyName(member.name)}: ${value},`.split("\n");
    const opening = comment === "" ? first : `${first} // ${comment}`;
    return [opening, ...rest].map((line, index) => (index === 0 ? inner + line : line)).join("\n");
  });
  const head = shape.kind === "union" ? `{ // one of` : "{";
  return [head, ...lines, `${indent}}`].join("\n");
}

function valueSyntax(
  type: ValueType,
  indent: string,
  within: readonly ShapeId[],
  state: State,
  member: MemberPlan | undefined,
): string {
  switch (type.kind) {
    case "list": {
      const item = valueSyntax(type.member, `${indent}  `, within, state, undefined);
      return item.includes("\n") ? `[\n${indent}  ${item},\n${indent}]` : `[${item}]`;
    }
    case "map": {
      const value = valueSyntax(type.value, `${indent}  `, within, state, undefined);
      return value.includes("\n")
        ? `{\n${indent}  "key": ${value},\n${indent}}`
        : `{ "key": ${value} }`;
    }
    case "named": {
      const shape = state.plan.shapesById.get(type.shape);
      if (shape?.kind === "structure" || shape?.kind === "union") {
        return structureSyntax(shape, indent, within, state);
      }
      return JSON.stringify(enumValues(type, state.plan)[0] ?? "string");
    }
    case "eventStream":
      return "events";
    case "boolean":
      return "false";
    case "number":
      return String(member?.constraints.range?.min ?? 0);
    case "bigInteger":
      return "0n";
    case "bigDecimal":
      return `"0"`;
    case "timestamp":
      return "new Date()";
    case "blob":
    case "payloadBlob":
      return "new Uint8Array()";
    case "streamingBlob":
      return "stream";
    case "document":
    case "unit":
      return "{}";
    case "string":
      return `"string"`;
  }
}

function memberComment(member: MemberPlan, state: State): string {
  const notes: string[] = [];
  if (member.modelRequired) notes.push(state.direction === "input" ? "required" : "always present");
  if (state.direction === "input") {
    for (const { label, value } of describeConstraints(member)) {
      if (label === "Length" || label === "Range") notes.push(value);
    }
  }
  const values = enumValues(member.type, state.plan);
  if (values.length > 1) {
    const others = values.slice(1, 6).map((value) => JSON.stringify(value));
    notes.push(`or ${others.join(", ")}${values.length > 6 ? ", …" : ""}`);
  }
  return commentText(notes.join(", "));
}

/**
 * Returns the text without line breaks and ends of comments, which would end a comment around it.
 */
function commentText(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ").replaceAll("*/", "* /");
}
