import { Readable } from "node:stream";
import type { HttpRequest, HttpResponse } from "@smithy/types";
import { lowerCaseNames } from "@tinsmith/values";
import { eventDifferences } from "../compare/events.js";
import { requestDifferences } from "../compare/requests.js";
import { differences } from "../compare/values.js";
import type { EventStreamCase } from "../cases/event-cases.js";
import { collect, without } from "../cases/events-of.js";
import { framesOf } from "../compare/frames.js";
import { failOn } from "../compare/protocol-test-failure.js";
import { readBody } from "../cases/read-body.js";
import { clientConfig } from "./client-config.js";
import type { ClientCall } from "./client-config.js";

/** The expected result of a call's streams at the client. */
export interface ClientStreams {
  /** The member of the output that is the stream. */
  readonly member?: string;
  /** The other members of the output, if the case contains them. */
  readonly output?: object;
  /** The events that are read. */
  readonly events: readonly object[];
  /**
   * Set if the call, or reading its events, must fail. If `type` is set, the error must have this
   * class.
   */
  readonly failure?: { readonly type?: abstract new (...parameters: never) => Error };
}

/**
 * Makes a call with event streams, and compares the sent and the received events with a case.
 *
 * @param call - its input contains the events of the case
 * @throws ProtocolTestFailure with all differences
 * @throws the error of the call if the case does not expect a failure
 */
export async function clientStreams(
  call: ClientCall,
  test: EventStreamCase,
  expected: ClientStreams,
): Promise<void> {
  let sent: HttpRequest | undefined;
  const config = clientConfig((request) => {
    sent = request;
    return responseOf(test);
  }, test.initialRequest?.host);
  const result = await read(() => call(config), expected.member);
  if (sent === undefined) throw result.error ?? new Error("The call sent no request.");
  failOn([
    ...(definesOutcome(test, expected) ? await outcomeDifferences(result, expected) : []),
    ...(test.initialRequest ? await requestDifferences(sent, test.initialRequest) : []),
    ...(test.requestEvents.length > 0
      ? await eventDifferences(await readBody(sent.body), test.requestEvents)
      : []),
  ]);
}

/**
 * Returns false for a case that concerns only the request. The response of such a case has no
 * meaning, and clients may reject it.
 */
const definesOutcome = (
  { initialResponse, responseEvents }: EventStreamCase,
  { failure }: ClientStreams,
): boolean => failure !== undefined || initialResponse !== undefined || responseEvents.length > 0;

interface Result {
  readonly output: object;
  readonly events: readonly unknown[];
  readonly error?: unknown;
}

async function read(call: () => Promise<unknown>, member: string | undefined): Promise<Result> {
  try {
    const output = Object(await call());
    return { output: without(output, member), events: await collect(output, member) };
  } catch (error) {
    return { output: {}, events: [], error };
  }
}

async function outcomeDifferences(
  { output, events, error }: Result,
  expected: ClientStreams,
): Promise<readonly string[]> {
  if (expected.failure === undefined) {
    if (error !== undefined) throw error;
    return [
      ...(await differences(events, expected.events, "events")),
      ...(expected.output ? await differences(output, expected.output, "output") : []),
    ];
  }
  if (error === undefined) return ["error: expected an error, got none"];
  const { type } = expected.failure;
  return type === undefined || error instanceof type
    ? []
    : [`error: expected a ${type.name}, got ${String(error)}`];
}

/** Returns the response with the events of the case in its body. */
const responseOf = ({ initialResponse, responseEvents }: EventStreamCase): HttpResponse => ({
  statusCode: initialResponse?.code ?? 200,
  headers: {
    ...(responseEvents.length > 0 && { "content-type": "application/vnd.amazon.eventstream" }),
    ...lowerCaseNames(initialResponse?.headers ?? {}),
  },
  body: Readable.from(
    [initialResponse?.body === undefined ? framesOf(responseEvents) : initialResponse.body],
    { objectMode: false },
  ),
});
