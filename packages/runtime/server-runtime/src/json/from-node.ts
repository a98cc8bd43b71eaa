import { NumericValue } from "@smithy/core/serde";
import type { $SchemaRef } from "@smithy/types";
import { describeValue } from "../checks/describe-value.js";
import { unknownName } from "../checks/unknown-name.js";
import { viewOf } from "@tinsmith/validation";
import type { StructureView } from "@tinsmith/validation";
import { isRecord } from "@tinsmith/values";

/**
 * Returns the value that a node of a model represents (an input or output of `@examples`).
 * Timestamps become dates, blobs become bytes, and other values are returned unchanged.
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
      if (view.kind === "union" && view.streaming) return eventsOf(view, node, fromNode);
      return mapMembers(node, (name) => view.members.find((member) => member.name === name)?.ref);
    default:
      return node;
  }
}

/**
 * Returns the events of a list as a stream. The stream can be read more than once, because a
 * response may be sent more than once.
 *
 * @param valueOf - returns the value of an event that a node represents
 * @throws TypeError if the node is not a list of objects with one event each
 */
export function eventsOf(
  { members }: StructureView,
  node: unknown,
  valueOf: (ref: $SchemaRef, node: unknown, name: string) => unknown,
): unknown {
  if (node === undefined || node === null) return node;
  if (!Array.isArray(node)) throw invalidEvents(node);
  const names = members.map(({ name }) => name);
  const events = node.map((event: unknown) => {
    const [[name, given] = ["", undefined], ...others] = Object.entries(
      isRecord(event) ? event : {},
    );
    const member = members.find((one) => one.name === name);
    if (name !== "" && !member) throw unknownName("event", name, names);
    const value = member && valueOf(member.ref, given, name);
    if (!isRecord(value) || others.length > 0) throw invalidEvents(event);
    return { [name]: value };
  });
  return {
    async *[Symbol.asyncIterator]() {
      yield* events;
    },
  };
}

const invalidEvents = (node: unknown): TypeError =>
  new TypeError(
    `Invalid events: ${describeValue(node)}. Expected a list of events, each an object with one member, which is an object.`,
  );

/**
 * Parses numbers that JSON cannot represent: `NaN`, the infinities, and longs beyond a double's
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
