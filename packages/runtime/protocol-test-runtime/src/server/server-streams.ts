import type { HttpRequestMessage } from "@tinsmith/protocols";
import { eventDifferences } from "../compare/events.js";
import { messageDifferences } from "../compare/messages.js";
import { differences } from "../compare/values.js";
import type { EventStreamCase } from "../cases/event-cases.js";
import { collect, without } from "../cases/events-of.js";
import { framesOf } from "../compare/frames.js";
import { failOn } from "../compare/protocol-test-failure.js";
import { readBody } from "../cases/read-body.js";
import { requestOf } from "./operation-call.js";
import type { OperationCall } from "./operation-call.js";
import { toRequest } from "./server-under-test.js";
import type { ServerUnderTest } from "./server-under-test.js";

/**
 * Receives the input of the operation under test, reads all events, and returns the output of the
 * case.
 */
export type StreamHandler = (input: object) => Promise<object>;

/** The expected result of a call's streams at the server. */
export interface ServerStreams {
  /** The member of the input that is the stream. */
  readonly member?: string;
  /** The other members of the input, if the case contains them. */
  readonly input?: object;
  /** The events that the handler reads. */
  readonly events: readonly object[];
  /** The output of the handler, including its events. */
  readonly output: object;
  /**
   * Set if the request must be refused, or if reading its events must fail. If `name` is set, the
   * error must have this name.
   */
  readonly failure?: { readonly name?: string };
}

/**
 * Sends a request with events to a server, and compares the input of the handler and the response
 * with a case.
 *
 * @param createServer - creates the server with the handler for the operation under test
 * @param call - the call whose request is sent, unless the case defines it
 * @throws ProtocolTestFailure with all differences
 */
export async function serverStreams(
  createServer: (handler: StreamHandler) => ServerUnderTest,
  call: OperationCall,
  test: EventStreamCase,
  expected: ServerStreams,
): Promise<void> {
  const seen: Seen = { input: {}, events: [], error: undefined };
  const server = createServer(async (input) => {
    seen.input = without(input, expected.member);
    try {
      seen.events = await collect(input, expected.member);
    } catch (error) {
      seen.error = error;
      throw error;
    }
    return expected.output;
  });
  const response = await server.handle(await openingRequest(call, test));
  const body = await readBody(response.body);
  if (expected.failure) {
    return failOn(failureDifferences(seen.error, response.statusCode, expected.failure));
  }
  const { code = 200, ...opening } = test.initialResponse ?? {};
  failOn([
    ...(response.statusCode === code
      ? []
      : [
          `status: expected ${code}, got ${response.statusCode}: ${new TextDecoder().decode(body)}`,
        ]),
    ...(await messageDifferences(response, opening)),
    ...(await differences(seen.events, expected.events, "events")),
    ...(expected.input ? await differences(seen.input, expected.input, "input") : []),
    ...(test.responseEvents.length > 0 ? await eventDifferences(body, test.responseEvents) : []),
  ]);
}

interface Seen {
  input: object;
  events: readonly unknown[];
  error: unknown;
}

async function openingRequest(
  call: OperationCall,
  { initialRequest, requestEvents }: EventStreamCase,
): Promise<HttpRequestMessage> {
  const written = await requestOf(call);
  const said = initialRequest && toRequest(initialRequest);
  return {
    ...written,
    ...said,
    headers: { ...written.headers, ...said?.headers },
    body: framesOf(requestEvents),
  };
}

function failureDifferences(
  error: unknown,
  statusCode: number,
  { name }: NonNullable<ServerStreams["failure"]>,
): readonly string[] {
  if (error === undefined) return statusCode >= 400 ? [] : ["error: expected an error, got none"];
  const code: unknown = Reflect.get(Object(Reflect.get(Object(error), "error")), "code");
  return name === undefined || code === name || Reflect.get(Object(error), "name") === name
    ? []
    : [`error: expected ${name}, got ${String(error)}`];
}
