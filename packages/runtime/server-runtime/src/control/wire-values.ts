import type { OperationDescription } from "@tinsmith/protocols";
import type { JournalEntry } from "../mock/journal-entry.js";
import { fromNode } from "../json/from-node.js";
import { plainNode, toNode } from "../json/to-node.js";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";

type Operations = readonly OperationDescription[];

const schemaOf = (
  operations: Operations,
  name: string,
): OperationDescription["schema"] | undefined =>
  operations.find(({ schema }) => nameOf(schema) === name)?.schema;

/** Writes an operation's input, or a part of one, as JSON; `@sensitive` members become `***`. */
export function inputNode(operations: Operations, name: string, input: unknown): unknown {
  const schema = schemaOf(operations, name);
  return schema ? toNode(inputOf(schema), input) : plainNode(input);
}

/** Reads an operation's input, or a part of one, from JSON. */
export function inputValue(operations: Operations, name: string, node: unknown): unknown {
  const schema = schemaOf(operations, name);
  return schema && node !== undefined ? fromNode(inputOf(schema), node) : node;
}

/** Reads an operation's output from JSON. */
export function outputValue(operations: Operations, name: string, node: unknown): unknown {
  const schema = schemaOf(operations, name);
  return schema ? fromNode(outputOf(schema), node) : node;
}

/** Writes a journal entry as JSON; `@sensitive` members become `***`. */
export function entryNode(operations: Operations, entry: JournalEntry): unknown {
  const schema = schemaOf(operations, entry.operation);
  const { error } = entry;
  return {
    sequence: entry.sequence,
    receivedAt: entry.receivedAt.toISOString(),
    clock: entry.clock.toISOString(),
    tenant: entry.tenant,
    operation: entry.operation,
    requestId: entry.requestId,
    invocationId: entry.invocationId,
    attempt: entry.attempt,
    credential: entry.credential,
    input: inputNode(operations, entry.operation, entry.input),
    output: schema ? toNode(outputOf(schema), entry.output) : plainNode(entry.output),
    error: error && {
      name: error.code,
      message: error.message,
      ...(error.schema && error.data ? { members: toNode(error.schema, error.data) } : {}),
    },
    status: entry.status,
    broken: entry.broken,
    latencyMs: Math.round(entry.latencyMs * 1000) / 1000,
    faults: entry.faults,
    warnings: entry.warnings,
  };
}
