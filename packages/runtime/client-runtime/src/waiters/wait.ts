import { checkExceptions, createWaiter, WaiterState as States } from "@smithy/core/client";
import { wrongArgument } from "../errors/wrong-argument.js";
import type { WaiterConfiguration as SmithyWaiterConfiguration } from "@smithy/types";
import { isObject } from "@tinsmith/values";

/** The states of a waiter. `RETRY` is never the last one. */
export type WaiterState = "ABORTED" | "FAILURE" | "RETRY" | "SUCCESS" | "TIMEOUT";

/** How to wait. All times are in seconds. */
export interface WaiterConfiguration<Client> extends SmithyWaiterConfiguration<Client> {
  /**
   * What an error does that the waiter knows nothing of. `retry`, the default, goes on until the time is over, as the
   * AWS SDK does; `fail` ends the wait, as the Smithy specification asks for.
   */
  unexpectedErrors?: "retry" | "fail";
}

/** How a wait ended. */
export interface WaiterResult<Final> {
  state: WaiterState;
  /** The output, or the error, that decided; absent after a timeout or an abort. */
  final?: Final;
  /** The same as `final`. */
  reason?: Final;
  /** What was seen on the way, each with how often. */
  observedResponses?: Record<string, number>;
}

interface AcceptorBase {
  readonly state: "SUCCESS" | "FAILURE" | "RETRY";
}

/** What to do after a call. The first that fits decides; where none does, the call is made again. */
export type Acceptor<Input, Output> = AcceptorBase &
  (
    | { /** Fits every output, or every error. */ readonly success: boolean }
    | { /** Fits errors of this name. */ readonly errorType: string }
    | {
        /** Fits some outputs. Something that cannot be worked out, for it throws, does not fit. */
        readonly matches: (output: Output, input: Input) => boolean;
      }
  );

/** What a waiter knows of its operation. */
export interface WaiterDefinition<Client, Input, Output> {
  /** In seconds. */
  readonly minDelay: number;
  /** In seconds. */
  readonly maxDelay: number;
  readonly call: (client: Client, input: Input) => Promise<Output>;
  readonly acceptors: readonly Acceptor<Input, Output>[];
}

/**
 * Calls an operation again and again until its acceptors decide, with delays that grow from `minDelay` to `maxDelay`.
 * The result says how it ended; nothing is thrown for it.
 *
 * Smithy: https://smithy.io/2.0/additional-specs/waiters.html
 * @throws TypeError when the configuration has no client or no `maxWaitTime`.
 * @throws Error where delays and `maxWaitTime` do not fit each other
 */
export const waitFor = <Client, Input, Output, Final>(
  definition: WaiterDefinition<Client, Input, Output>,
  config: WaiterConfiguration<Client>,
  input: Input,
): Promise<WaiterResult<Final>> => run(definition, config, input);

/**
 * The same, but only success is a result.
 *
 * @throws Error named `AbortError`, `TimeoutError`, or `Error` where the wait failed; the message holds what was seen
 */
export const waitUntil = async <Client, Input, Output, Final>(
  definition: WaiterDefinition<Client, Input, Output>,
  config: WaiterConfiguration<Client>,
  input: Input,
): Promise<WaiterResult<Final>> => checkExceptions(await run(definition, config, input));

/**
 * Checks what a user passed: errors of calls are tried again, so that a client that is none would be
 * called for ever.
 */
function checkConfiguration<Client>(config: WaiterConfiguration<Client>): void {
  if (!isObject(config?.client)) {
    throw wrongArgument("The first argument of a waiter must be { client, maxWaitTime }", config);
  }
  const { maxWaitTime, unexpectedErrors } = config;
  if (typeof maxWaitTime !== "number" || Number.isNaN(maxWaitTime)) {
    throw wrongArgument("maxWaitTime of a waiter must be a number of seconds", maxWaitTime);
  }
  if (unexpectedErrors !== undefined && !["retry", "fail"].includes(unexpectedErrors)) {
    throw wrongArgument("unexpectedErrors of a waiter must be retry or fail", unexpectedErrors);
  }
}

async function run<Client, Input, Output>(
  definition: WaiterDefinition<Client, Input, Output>,
  config: WaiterConfiguration<Client>,
  input: Input,
) {
  checkConfiguration(config);
  const { minDelay, maxDelay } = definition;
  const failOnUnexpected = config.unexpectedErrors === "fail";
  return createWaiter({ minDelay, maxDelay, ...config }, input, async (client: Client) => {
    const { state, reason } = await poll(definition, client, input, failOnUnexpected);
    return { state: States[state], reason };
  });
}

interface Decision {
  readonly state: AcceptorBase["state"];
  readonly reason: unknown;
}

async function poll<Client, Input, Output>(
  { call, acceptors }: WaiterDefinition<Client, Input, Output>,
  client: Client,
  input: Input,
  failOnUnexpected: boolean,
): Promise<Decision> {
  let output: Output;
  try {
    output = await call(client, input);
  } catch (error) {
    const fitting = acceptors.find((acceptor) => fitsError(acceptor, error));
    return { state: fitting?.state ?? (failOnUnexpected ? "FAILURE" : "RETRY"), reason: error };
  }
  const fitting = acceptors.find((acceptor) => fitsOutput(acceptor, output, input));
  return { state: fitting?.state ?? "RETRY", reason: output };
}

function fitsError<Input, Output>(acceptor: Acceptor<Input, Output>, error: unknown): boolean {
  if ("success" in acceptor) return !acceptor.success;
  return "errorType" in acceptor && error instanceof Error && error.name === acceptor.errorType;
}

function fitsOutput<Input, Output>(
  acceptor: Acceptor<Input, Output>,
  output: Output,
  input: Input,
): boolean {
  if ("success" in acceptor) return acceptor.success;
  if (!("matches" in acceptor)) return false;
  try {
    return acceptor.matches(output, input);
  } catch {
    return false;
  }
}
