import type { $SchemaRef } from "@smithy/types";
import { viewOf } from "@tinsmith/validation";
import type { Constraints, MemberConstraints } from "@tinsmith/validation";
import { eventsOf, fromNode } from "../json/from-node.js";
import { sampleOf } from "../sample/sample.js";
import { isSensitive, redacted } from "../json/to-node.js";

/** Restores a value from the JSON of a fixture. Redacted members become samples. */
export function restore(
  ref: $SchemaRef,
  node: unknown,
  constraints: Constraints,
  own: MemberConstraints = {},
): unknown {
  if (node === redacted && isSensitive(ref)) return sampleOf(ref, { constraints }, own);
  const view = viewOf(ref);
  switch (view.kind) {
    case "list":
      return Array.isArray(node)
        ? node.map((item) => restore(view.member, item, constraints))
        : node;
    case "map":
      return mapEntries(node, (value) => restore(view.value, value, constraints));
    case "structure":
    case "union":
      if (view.kind === "union" && view.streaming) {
        return eventsOf(view, node, (member, value) => restore(member, value, constraints));
      }
      return mapEntries(node, (value, name) => {
        const member = view.members.find((one) => one.name === name);
        return member
          ? restore(member.ref, value, constraints, constraints[view.name]?.[name])
          : value;
      });
    default:
      return fromNode(ref, node);
  }
}

const mapEntries = (node: unknown, of: (value: unknown, name: string) => unknown): unknown =>
  typeof node !== "object" || node === null || Array.isArray(node)
    ? node
    : Object.fromEntries(Object.entries(node).map(([name, value]) => [name, of(value, name)]));
