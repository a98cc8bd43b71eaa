import { checkExceptions, createWaiter, WaiterState as States } from "@smithy/core/client";
import { wrongArgument } from "../errors/wrong-argument.js";
import type { WaiterConfiguration as SmithyWaiterConfiguration } from "@smithy/types";
import { isObject } from "@tinsmith/values";

/** The states of a waiter. `RETRY` is never final. */
export type WaiterState = "ABORTED" | "FAILURE" | "RETRY" | "SUCCESS" | "TIMEOUT";

/** Options of a waiter. All times are in seconds. */
export interface WaiterConfiguration<Client> extends SmithyWaiterConfiguration<Client> {
  /**
   * The effect of an error that no acceptor matches. `fail`, the default, ends the wait, as in the
   * Smithy specification; `retry` continues until the timeout, as in the AWS SDK. An error of the
   * client itself, such as invalid input or missing credentials, always ends the wait.
   */
  unexpectedErrors?: "retry" | "fail" | undefined;
}

/** The result of a wait. */
export interface WaiterResult<Final> {
  state: WaiterState;
  /** The output or error that ended the wait. Absent after a timeout or an abort. */
  final?: Final;
  /** An alias of `final`. */
  reason?: Final;
  /** The number of occurrences of each response during the wait. */
  observedResponses?: Record<string, number>;
}

interface AcceptorBase {
  readonly state: "SUCCESS" | "FAILURE" | "RETRY";
}

/**
 * Determines the state after a call. The first matching acceptor decides; without a match, an
 * output repeats the call and an error ends the wait.
 */
export type Acceptor<Input, Output> = AcceptorBase &
  (
    | { /** Matches every output (true) or every error (false). */ readonly success: boolean }
    | { /** Matches errors with this name. */ readonly errorType: string }
    | {
        /** Matches some outputs. An expression that throws does not match. */
        readonly matches: (output: Output, input: Input) => boolean;
      }
  );

/** Describes a waiter: its delays, the operation that it calls, and its acceptors. */
export interface WaiterDefinition<Client, Input, Output> {
  /** The minimum delay between calls, in seconds. */
  readonly minDelay: number;
  /** The maximum delay between calls, in seconds. */
  readonly maxDelay: number;
  readonly call: (client: Client, input: Input) => Promise<Output>;
  readonly acceptors: readonly Acceptor<Input, Output>[];
}

/**
 * Calls an operation until an acceptor decides, with delays that grow from `minDelay` to
 * `maxDelay`. Returns the result of every outcome, including failures.
 *
 * Smithy: https://smithy.io/2.0/additional-specs/waiters.html
 * @throws TypeError if the configuration has no client or no `maxWaitTime`
 * @throws Error if the delays contradict `maxWaitTime`
 */
export const waitFor = <Client, Input, Output, Final>(
  definition: WaiterDefinition<Client, Input, Output>,
  config: WaiterConfiguration<Client>,
  input: Input,
): Promise<WaiterResult<Final>> => run(definition, config, input);

/**
 * Waits like {@link waitFor}, but throws unless the wait succeeds.
 *
 * @throws Error named `AbortError` or `TimeoutError`, or `Error` if the wait failed; the message
 * contains the observed responses
 */
export const waitUntil = async <Client, Input, Output, Final>(
  definition: WaiterDefinition<Client, Input, Output>,
  config: WaiterConfiguration<Client>,
  input: Input,
): Promise<WaiterResult<Final>> => checkExceptions(await run(definition, config, input));

/** Checks the user's configuration, so that errors name the wrong argument. */
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
  const retryUnexpected = config.unexpectedErrors === "retry";
  const isAborted = () => config.abortSignal?.aborted || config.abortController?.signal.aborted;
  return createWaiter({ minDelay, maxDelay, ...config }, input, async (client: Client) => {
    if (isAborted()) return { state: States.ABORTED };
    const { state, reason } = await poll(definition, client, input, retryUnexpected);
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
  retryUnexpected: boolean,
): Promise<Decision> {
  let output: Output;
  try {
    output = await call(client, input);
  } catch (error) {
    const matching = acceptors.find((acceptor) => matchesError(acceptor, error));
    const isRepeated = retryUnexpected && hasMetadata(error);
    return { state: matching?.state ?? (isRepeated ? "RETRY" : "FAILURE"), reason: error };
  }
  const matching = acceptors.find((acceptor) => matchesOutput(acceptor, output, input));
  return { state: matching?.state ?? "RETRY", reason: output };
}

/** Returns false for errors of the client itself. They are thrown before anything is sent. */
const hasMetadata = (error: unknown): boolean => isObject(error) && "$metadata" in error;

function matchesError<Input, Output>(acceptor: Acceptor<Input, Output>, error: unknown): boolean {
  if ("success" in acceptor) return !acceptor.success && hasMetadata(error);
  return "errorType" in acceptor && error instanceof Error && error.name === acceptor.errorType;
}

function matchesOutput<Input, Output>(
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
