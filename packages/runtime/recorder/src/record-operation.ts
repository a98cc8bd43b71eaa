import { ServiceError } from "@tinsmith/server-runtime";
import { fromNode, sampleOf, toNode } from "@tinsmith/server-runtime/samples";
import type { DynamicService, OperationSchemas } from "@tinsmith/dynamic-client/service";
import { planServer } from "@tinsmith/service";
import type {
  ExamplePlan,
  OperationPlan,
  Recording,
  RecordingOrder,
  UnrecordedCall,
} from "@tinsmith/service";
import type { NodeObject } from "@tinsmith/smithy";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";
import { isAsyncIterable, isRecord } from "@tinsmith/values";
import { eventNodes, recordCall } from "./call.js";
import type { PlannedCall } from "./call.js";
import { constraintsOf } from "./made-server.js";
import type { Session } from "./session.js";
import { settleNode } from "./settle-node.js";

type Recorded = Recording | UnrecordedCall;

/**
 * Records the calls of an operation in the order of its examples. The calls share the state of one
 * server, because an example may depend on earlier ones.
 */
export async function recordOperation(
  operation: OperationPlan,
  service: DynamicService,
  start: () => Session,
  order: RecordingOrder,
): Promise<readonly Recorded[]> {
  const schemas = service.operations[operation.name];
  if (schemas === undefined) return [];
  const planned = await plannedCalls(operation, service, schemas);
  const runAll = async (): Promise<readonly Recorded[]> => {
    const session = start();
    const recorded: Recorded[] = [];
    for (const { call } of planned) recorded.push(await recordCall(call, schemas, session));
    return recorded;
  };
  const first = await runAll();
  // A server with custom rules may choose ids and signatures at random. These values differ in a
  // second run.
  const second = order.server === undefined ? first : await runAll();
  const calls: Recorded[] = [];
  for (const [index, { call, example }] of planned.entries()) {
    const recorded = first[index];
    if (recorded === undefined) continue;
    const fixed = arrangement(recorded, second[index], example, schemas);
    if (fixed === undefined) {
      calls.push(recorded);
      continue;
    }
    const session = start();
    session.server.on(operation.name).handles(fixed.handler);
    const again = await recordCall(call, schemas, session);
    calls.push("request" in again && fixed.isError ? { ...again, arranged: true } : again);
  }
  return calls;
}

interface ExampleCall {
  readonly call: PlannedCall;
  readonly example: ExamplePlan | undefined;
}

async function plannedCalls(
  operation: OperationPlan,
  { plan }: DynamicService,
  { schema }: OperationSchemas,
): Promise<readonly ExampleCall[]> {
  if (operation.examples.length === 0) {
    const constraints = constraintsOf(planServer(plan));
    const value = sampleOf(inputOf(schema), { constraints, requiredOnly: true });
    const input = await nodeOfInput(value, operation, schema);
    return [{ call: { operation, title: undefined, input }, example: undefined }];
  }
  return operation.examples.map((example) => ({
    call: { operation, title: example.title, input: (example.input ?? {}) as NodeObject },
    example,
  }));
}

/** Returns a sample as a node, with the events of a stream as a list. */
async function nodeOfInput(
  value: unknown,
  { inputEventStream }: OperationPlan,
  schema: OperationSchemas["schema"],
): Promise<NodeObject> {
  const node = toNode(inputOf(schema), value, { showSensitive: true });
  // `toNode` returns an object of plain data for a structure.
  if (inputEventStream === undefined || !isRecord(value)) return node as NodeObject;
  const stream = value[inputEventStream.member];
  if (!isAsyncIterable(stream)) return node as NodeObject;
  const events: unknown[] = [];
  for await (const event of stream) events.push(event);
  const list = eventNodes(inputOf(schema), inputEventStream.member, events);
  return { ...(node as NodeObject), [inputEventStream.member]: list };
}

interface Arrangement {
  readonly isError: boolean;
  handler(): object;
}

/**
 * Returns the setup with which the server gives the response to show; undefined if the recorded
 * response is already that one.
 */
function arrangement(
  first: Recorded,
  second: Recorded | undefined,
  example: ExamplePlan | undefined,
  schemas: OperationSchemas,
): Arrangement | undefined {
  if (!("request" in first) || second === undefined || !("request" in second)) return undefined;
  if (example?.error !== undefined) {
    const { shapeId, content } = example.error;
    const name = shapeId.slice(shapeId.indexOf("#") + 1);
    const schema = schemas.errors.find((candidate) => nameOf(candidate) === name);
    if (first.error?.name === name || schema === undefined) return undefined;
    const data = fromNode(schema, content);
    const details = { name, $fault: "client" } as const;
    return {
      isError: true,
      handler: () => {
        throw new ServiceError(details, isRecord(data) ? data : {});
      },
    };
  }
  if (first.output === undefined || second.output === undefined) return undefined;
  const settled = settleNode(first.output, second.output, example?.output);
  if (settled === first.output) return undefined;
  const output = fromNode(outputOf(schemas.schema), settled);
  return { isError: false, handler: () => (isRecord(output) ? output : {}) };
}
