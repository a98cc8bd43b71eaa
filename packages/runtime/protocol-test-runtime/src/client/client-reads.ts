import { Readable } from "node:stream";
import type { HttpResponse } from "@smithy/types";
import { lowerCaseNames } from "@tinsmith/values";
import { bodyBytes } from "../compare/bodies.js";
import { mediaTypeOf } from "../compare/messages.js";
import { differences } from "../compare/values.js";
import type { ResponseCase } from "../cases/message-cases.js";
import { failOn, ProtocolTestFailure } from "../compare/protocol-test-failure.js";
import { clientConfig } from "./client-config.js";
import type { ClientCall } from "./client-config.js";

/**
 * Responds to a call with the response of a case, and compares the output with the case.
 *
 * @throws ProtocolTestFailure with all differences; an additional member is a difference
 * @throws the error of the call
 */
export async function clientReads(
  call: ClientCall,
  response: ResponseCase,
  output: object,
): Promise<void> {
  const actual = await call(clientConfig(() => toResponse(response)));
  failOn(await differences(membersOf(actual, ["$metadata"]), output));
}

/** The error that a client must throw. */
export interface ExpectedError {
  /** The class of the error. */
  readonly type: abstract new (...parameters: never) => Error;
  readonly members: object;
  /** The `Code` of the error in awsQuery. The error may lack it if it equals the name. */
  readonly queryCode?: string;
}

/**
 * Responds to a call with the response of a case, and compares the error that the call throws with
 * the case.
 *
 * @throws ProtocolTestFailure with all differences
 */
export async function clientThrows(
  call: ClientCall,
  response: ResponseCase,
  { type, members, queryCode }: ExpectedError,
): Promise<void> {
  const error = await thrownBy(() => call(clientConfig(() => toResponse(response))));
  if (!(error instanceof type))
    throw new ProtocolTestFailure([`error: expected a ${type.name}, got ${String(error)}`]);
  // JavaScript gives every error a message, even if its shape has no such member.
  const message = "message" in members ? { message: error.message } : {};
  const status: unknown = Reflect.get(error, "$metadata");
  failOn([
    ...(await differences(
      { ...membersOf(error, [...ownProperties, ...queryProperties]), ...message },
      members,
      "error",
    )),
    ...(await differences(membersOf(status, [])["httpStatusCode"], response.code, "status")),
    ...(queryCode === undefined
      ? []
      : await differences(Reflect.get(error, "Code") ?? error.name, queryCode, "error.Code")),
  ]);
}

/** The properties of any service error other than the members of its shape. */
const ownProperties = ["name", "message", "$fault", "$metadata", "$retryable", "$service"];

/** The additional properties of an error of a service that was once called over awsQuery. */
const queryProperties = ["Code", "Type"];

async function thrownBy(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new ProtocolTestFailure(["error: expected an error, got an output"]);
}

const membersOf = (value: unknown, without: readonly string[]): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !without.includes(name)))
    : {};

/** Returns the response as a transport passes it on, with a stream as its body. */
const toResponse = (response: ResponseCase): HttpResponse => ({
  statusCode: response.code,
  headers: { ...lowerCaseNames(response.headers ?? {}) },
  body: Readable.from([bodyBytes(response.body ?? "", mediaTypeOf(response))], {
    objectMode: false,
  }),
});
