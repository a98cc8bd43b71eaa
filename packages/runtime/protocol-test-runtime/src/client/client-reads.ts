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
 * Answers a call with the response of a case, and holds its output against what the case says.
 *
 * @throws ProtocolTestFailure with all differences; a member too many is one
 * @throws whatever the call throws
 */
export const clientReads = async (
  call: ClientCall,
  response: ResponseCase,
  output: object,
): Promise<void> => {
  const actual = await call(clientConfig(() => toResponse(response)));
  failOn(await differences(membersOf(actual, ["$metadata"]), output));
};

/** An error that a client must throw. */
export interface ExpectedError {
  /** The class of the error. */
  readonly type: abstract new (...parameters: never) => Error;
  readonly members: object;
  /** The error's `Code`: what awsQuery calls it. Where it calls it no other name, the error need not have one. */
  readonly queryCode?: string;
}

/**
 * Answers a call with the response of a case, and holds the error that it throws against what the case says.
 *
 * @throws ProtocolTestFailure with all differences
 */
export const clientThrows = async (
  call: ClientCall,
  response: ResponseCase,
  { type, members, queryCode }: ExpectedError,
): Promise<void> => {
  const error = await thrownBy(() => call(clientConfig(() => toResponse(response))));
  if (!(error instanceof type))
    throw new ProtocolTestFailure([`error: expected a ${type.name}, got ${String(error)}`]);
  // Every error has a message in JavaScript, whether its shape has one or not.
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
};

/** What an error of any service has, besides the members of its shape. */
const ownProperties = ["name", "message", "$fault", "$metadata", "$retryable", "$service"];

/** What an error of a service that used to speak awsQuery has, besides. */
const queryProperties = ["Code", "Type"];

const thrownBy = async (call: () => Promise<unknown>): Promise<unknown> => {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new ProtocolTestFailure(["error: the call gave an output"]);
};

const membersOf = (value: unknown, without: readonly string[]): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !without.includes(name)))
    : {};

/** The response as a transport would hand it on: its body is a stream. */
const toResponse = (response: ResponseCase): HttpResponse => ({
  statusCode: response.code,
  headers: { ...lowerCaseNames(response.headers ?? {}) },
  body: Readable.from([bodyBytes(response.body ?? "", mediaTypeOf(response))], {
    objectMode: false,
  }),
});
