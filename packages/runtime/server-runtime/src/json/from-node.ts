import { NumericValue } from "@smithy/core/serde";
import type { $SchemaRef } from "@smithy/types";
import { describeValue } from "../checks/describe-value.js";
import { unknownName } from "../checks/unknown-name.js";
import { viewOf } from "@tinsmith/validation";

/**
 * Returns the value that a node of a model (an `@examples` input or output) stands for: timestamps
 * become dates, blobs become bytes, other values stay.
 *
 * Smithy: https://smithy.io/2.0/spec/documentation-traits.html#examples-trait
 */
export function fromNode(schema: $SchemaRef, node: unknown): unknown {
  const view = viewOf(schema);
  switch (view.kind) {
    case "timestamp":
      return typeof node === "number"
        ? new Date(node * 1000)
        : typeof node === "string"
          ? new Date(node)
          : node;
    case "blob":
    case "streamingBlob":
      return typeof node === "string" ? new Uint8Array(Buffer.from(node, "base64")) : node;
    case "number":
      return typeof node === "string" ? numberFrom(node) : node;
    case "bigDecimal":
      return typeof node === "number" || typeof node === "string"
        ? new NumericValue(String(node), "bigDecimal")
        : node;
    case "bigInteger":
      return typeof node === "number" || typeof node === "string" ? BigInt(node) : node;
    case "list":
      return Array.isArray(node) ? node.map((item) => fromNode(view.member, item)) : node;
    case "map":
      return mapMembers(node, () => view.value);
    case "structure":
    case "union":
      if (view.kind === "union" && view.streaming) return eventsOf(schema, node);
      return mapMembers(node, (name) => view.members.find((member) => member.name === name)?.ref);
    default:
      return node;
  }
}

/**
 * Returns the events of a list as a stream. It can be read more than once, because an answer may be
 * sent more than once.
 *
 * @throws TypeError where the node is not a list of objects
 */
function eventsOf(schema: $SchemaRef, node: unknown): unknown {
  if (node === undefined || node === null) return node;
  if (!Array.isArray(node) || node.some((event) => typeof event !== "object" || event === null)) {
    throw new TypeError(
      `Invalid events: ${describeValue(node)}. Expected a list of events, each an object with one member.`,
    );
  }
  const view = viewOf(schema);
  const members = view.kind === "union" ? view.members : [];
  const names = members.map(({ name }) => name);
  for (const event of node) {
    const unknown = Object.keys(event).find((name) => !names.includes(name));
    if (unknown !== undefined) throw unknownName("event", unknown, names);
  }
  const events = node.map((event) =>
    mapMembers(event, (name) => members.find((member) => member.name === name)?.ref),
  );
  return {
    async *[Symbol.asyncIterator]() {
      yield* events;
    },
  };
}

/**
 * Parses numbers that JSON cannot write: `NaN`, the infinities, and longs beyond a double's
 * precision.
 */
function numberFrom(text: string): unknown {
  if (/^(?:NaN|-?Infinity)$/.test(text)) return Number(text);
  return /^-?\d+$/.test(text) ? BigInt(text) : text;
}

function mapMembers(node: unknown, refOf: (name: string) => $SchemaRef | undefined): unknown {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => {
      const ref = refOf(name);
      return [name, ref === undefined ? value : fromNode(ref, value)];
    }),
  );
}
