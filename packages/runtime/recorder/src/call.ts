import { createHash } from "node:crypto";
import type { $SchemaRef } from "@smithy/types";
import { fromNode, toNode } from "@tinsmith/server-runtime/samples";
import type { OperationSchemas } from "@tinsmith/dynamic-client/service";
import type { OperationPlan, Recording, UnrecordedCall } from "@tinsmith/service";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import { inputOf, isStructure, membersOf, nameOf, outputOf, resolveSchema } from "@tinsmith/schema";
import { isAsyncIterable, isRecord, reasonOf } from "@tinsmith/values";
import type { Session } from "./session.js";
import { WrongSecond } from "./wire-capture.js";

/** A call that an example or a sample describes. */
export interface PlannedCall {
  readonly operation: OperationPlan;
  readonly title: string | undefined;
  readonly input: NodeObject;
}

/** The number of attempts to send a request within the second of the recording. */
const attempts = 50;

/** Sends a call through a session and returns its record. */
export async function recordCall(
  call: PlannedCall,
  schemas: OperationSchemas,
  session: Session,
): Promise<Recording | UnrecordedCall> {
  const { operation, title, input } = call;
  const subject = { operation: operation.name, ...(title !== undefined && { title }) };
  for (let attempt = 1; ; attempt++) {
    const outcome = await send(call, schemas, session);
    if (outcome.error instanceof WrongSecond && attempt < attempts) continue;
    const exchange = await session.capture.end();
    if (exchange === undefined) {
      return { ...subject, reason: reasonOf(outcome.error) };
    }
    return { ...subject, input, ...exchange, ...resultOf(outcome, operation, schemas) };
  }
}

interface Outcome {
  readonly output?: Readonly<Record<string, unknown>>;
  readonly error?: unknown;
}

async function send(
  { operation, title, input }: PlannedCall,
  { schema }: OperationSchemas,
  session: Session,
): Promise<Outcome> {
  const key = `${operation.name}\n${title ?? ""}`;
  session.begin({ requestId: uuidOf(`response\n${key}`), invocationId: uuidOf(`request\n${key}`) });
  try {
    const token = operation.idempotencyTokenMember;
    const filled =
      token === undefined || input[token] !== undefined
        ? input
        : { ...input, [token]: uuidOf(`token\n${key}`) };
    const value = fromNode(inputOf(schema), filled);
    const output = await session.send(operation.name, isRecord(value) ? value : {});
    return { output: await readStreams(output, operation) };
  } catch (error) {
    return { error };
  }
}

/** Replaces each stream of an output with its whole contents. */
async function readStreams(
  output: Readonly<Record<string, unknown>>,
  { outputStream, outputEventStream }: OperationPlan,
): Promise<Readonly<Record<string, unknown>>> {
  const name = outputEventStream?.member ?? outputStream;
  const stream = name === undefined ? undefined : output[name];
  if (name === undefined || !isAsyncIterable(stream)) return output;
  const chunks: unknown[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const isEvents = outputEventStream !== undefined;
  return { ...output, [name]: isEvents ? chunks : Buffer.concat(chunks as Uint8Array[]) };
}

function resultOf(
  { output, error }: Outcome,
  { outputEventStream }: OperationPlan,
  { schema, errors }: OperationSchemas,
): Pick<Recording, "output" | "error"> {
  if (output === undefined) {
    if (!(error instanceof Error)) return { error: { name: "Error", message: "", data: {} } };
    const own = errors.find((candidate) => nameOf(candidate) === error.name);
    const names = own === undefined ? [] : membersOf(own).map(([name]) => name);
    const data = Object.fromEntries(
      Object.entries(error).filter(([name, value]) => names.includes(name) && value !== undefined),
    );
    return {
      error: {
        name: error.name,
        message: error.message,
        data: own === undefined ? {} : nodeOf(toNode(own, data, { showSensitive: true })),
      },
    };
  }
  const { $metadata: _, ...data } = output;
  const events = outputEventStream && data[outputEventStream.member];
  const node = nodeOf(toNode(outputOf(schema), data, { showSensitive: true }));
  if (!outputEventStream || !Array.isArray(events)) return { output: node };
  const list = eventNodes(outputOf(schema), outputEventStream.member, events);
  return { output: nodeOf({ ...node, [outputEventStream.member]: list }) };
}

/** Returns events as a list of nodes. */
export function eventNodes(
  container: $SchemaRef,
  member: string,
  events: readonly unknown[],
): readonly NodeValue[] {
  const { schema } = resolveSchema(container);
  const union = isStructure(schema)
    ? membersOf(schema).find(([name]) => name === member)?.[1]
    : undefined;
  if (union === undefined) return [];
  // `toNode` returns plain data.
  return events.map((event) => toNode(union, event, { showSensitive: true }) as NodeValue);
}

/** `toNode` returns an object of plain data for a structure. */
const nodeOf = (node: unknown): NodeObject => node as NodeObject;

/** Returns a UUID that depends only on the text. It has the form of version 4. */
function uuidOf(text: string): string {
  const digits = createHash("sha256").update(text).digest("hex");
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}
