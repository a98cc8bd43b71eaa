import type { RetryStrategy, RetryStrategyV2, RetryToken } from "@smithy/types";
import { isObject } from "@tinsmith/values";
import { wrongArgument } from "../errors/wrong-argument.js";
import { checkSignal, untilAborted } from "../http/abort.js";
import type { BatchClient, BatchConfiguration, BatchDefinition } from "./batch-definition.js";
import type { BatchOutcome, RefusedEntry } from "./batch-outcome.js";
import { BatchReport } from "./batch-report.js";
import { BodyTooLargeError, limitBody } from "./body-limit.js";
import { settle } from "./settle.js";
import type { Settled } from "./settle.js";

/** The reason for a refusal, without the entry. */
type Reason<Result, Failure> =
  RefusedEntry<unknown, Result, Failure> extends infer One
    ? One extends unknown
      ? Omit<One, "index" | "entry" | "attempts" | "outcome">
      : never
    : never;

/**
 * The errors with which services reject input that violates the model. After such an error, no
 * entry was processed.
 */
const inputErrors = ["ValidationException", "SerializationException"];

/**
 * Sends any number of entries in calls that respect the limits of the operation. Entries that the
 * service did not process are sent again. The client's retry strategy decides how often and after
 * which delay. A failed call affects only its own entries.
 *
 * @returns the outcome of each entry; entries that were not accepted do not cause an error
 * @throws TypeError if the configuration has no client or the input has no list of entries; nothing
 * was sent then
 * @throws RangeError if the concurrency is not a positive integer
 */
export async function sendInBatches<Input, Output, Entry, Result, Failure>(
  definition: BatchDefinition<Input, Output, Entry, Result, Failure>,
  config: BatchConfiguration<BatchClient<Output>>,
  input: Input,
): Promise<BatchReport<Entry, Result, Failure>> {
  checkArguments(definition, config, input);
  const { concurrency = 1 } = config;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError(`concurrency must be a positive integer. Received ${concurrency}.`);
  }
  const sender = new Sender(definition, config, input);
  const groups = sender.groups();
  const work = async (): Promise<void> => {
    for (let group = groups.shift(); group; group = groups.shift()) await sender.send(group);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return new BatchReport(sender.outcomes);
}

/**
 * Checks the user's arguments. Without a client or entries nothing would be sent, and an empty
 * report would look like success.
 */
function checkArguments<Input, Output, Entry, Result, Failure>(
  { member, entries: entriesOf }: BatchDefinition<Input, Output, Entry, Result, Failure>,
  config: BatchConfiguration<BatchClient<Output>>,
  input: Input,
): void {
  if (typeof config?.client?.send !== "function") {
    throw wrongArgument("The first argument must be { client } with a client", config);
  }
  checkSignal(config.abortSignal);
  if (!isObject(input)) {
    throw wrongArgument(`The second argument must be an object with ${member}`, input);
  }
  const entries: unknown = entriesOf(input);
  if (!Array.isArray(entries)) {
    throw wrongArgument(`${member} of the second argument must be an array`, entries);
  }
  for (const [index, entry] of entries.entries()) {
    if (isObject(entry)) continue;
    throw wrongArgument(`${member}[${index}] of the second argument must be an object`, entry);
  }
}

/** Wraps the error of an input that could not be serialized. */
class UnsentError {
  readonly cause: unknown;

  constructor(cause: unknown) {
    this.cause = cause;
  }
}

/** Returns true for the errors of serializers and of the validation of parameters. */
const isInputError = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  (error instanceof Error && error.name === "ParameterValidationError");

class Sender<Input, Output, Entry, Result, Failure> {
  readonly outcomes: BatchOutcome<Entry, Result, Failure>[] = [];
  readonly #definition: BatchDefinition<Input, Output, Entry, Result, Failure>;
  readonly #config: BatchConfiguration<BatchClient<Output>>;
  readonly #input: Input;
  readonly #entries: readonly Entry[];
  #calls = 0;

  constructor(
    definition: BatchDefinition<Input, Output, Entry, Result, Failure>,
    config: BatchConfiguration<BatchClient<Output>>,
    input: Input,
  ) {
    this.#definition = definition;
    this.#config = config;
    this.#input = input;
    this.#entries = definition.entries(input) ?? [];
  }

  /** Returns the indexes of the entries, in groups of at most `maxEntries`. */
  groups(): number[][] {
    const { maxEntries = Infinity } = this.#definition;
    const groups: number[][] = [];
    for (const index of this.#entries.keys()) {
      const last = groups.at(-1);
      if (last === undefined || last.length >= maxEntries) groups.push([index]);
      else last.push(index);
    }
    return groups;
  }

  /** Sends a group until each of its entries has an outcome. */
  async send(group: readonly number[], attemptsBefore = 0): Promise<void> {
    const { client, abortSignal } = this.#config;
    const delays = retryDelays(await client.config.retryStrategy());
    let pending = group;
    for (let attempts = attemptsBefore; pending.length > 0;) {
      if (abortSignal?.aborted) return this.#refuse(pending, attempts, { because: "aborted" });
      const call = { number: this.#calls++, indexes: pending };
      let output: Output;
      try {
        output = await this.#call(pending);
      } catch (caught) {
        const isUnsent = caught instanceof UnsentError;
        const error = isUnsent ? caught.cause : caught;
        const isTooLarge = error instanceof BodyTooLargeError;
        if (abortSignal?.aborted && isAbort(error)) {
          return this.#refuse(pending, attempts + 1, { because: "in-flight", call });
        }
        if (!isTooLarge) attempts++;
        if (pending.length > 1 && (isTooLarge || isUnsent || this.#isEntryError(error))) {
          const middle = Math.ceil(pending.length / 2);
          await this.send(pending.slice(0, middle), attempts);
          return this.send(pending.slice(middle), attempts);
        }
        const reason = isTooLarge
          ? ({ because: "too-large", bytes: error.bytes } as const)
          : ({ because: "error", error, call } as const);
        return this.#refuse(pending, attempts, reason);
      }
      attempts++;
      const left = this.#settle(pending, attempts, output);
      if (left.length === 0) return delays.done();
      pending = left.map(({ index }) => index);
      try {
        // Some strategies wait themselves, others return the delay.
        const delay = await untilAborted(delays.next(), abortSignal);
        if (delay === undefined) return this.#giveUp(left, attempts);
        if (delay > 0) {
          await untilAborted(new Promise((resolve) => setTimeout(resolve, delay)), abortSignal);
        }
      } catch {
        return this.#refuse(pending, attempts, { because: "aborted" });
      }
    }
  }

  async #call(indexes: readonly number[]): Promise<Output> {
    const { command: Command, withEntries, maxBytes = Infinity } = this.#definition;
    const { client, abortSignal } = this.#config;
    const command = new Command(withEntries(this.#input, this.#entriesAt(indexes)));
    const isSerialized = limitBody(command, maxBytes, client.config.bodyLengthChecker);
    try {
      return await client.send(command, abortSignal && { abortSignal });
    } catch (error) {
      throw isSerialized() || !isInputError(error) ? error : new UnsentError(error);
    }
  }

  /** Returns true if a single entry may have caused the failure of the whole call. */
  #isEntryError(error: unknown): boolean {
    const names = [...inputErrors, ...(this.#definition.entryErrors ?? [])];
    return error instanceof Error && names.includes(error.name);
  }

  #entriesAt(indexes: readonly number[]): Entry[] {
    const wanted = new Set(indexes);
    return this.#entries.filter((_, index) => wanted.has(index));
  }

  /** Records the outcomes of a call and returns the entries to send again. */
  #settle(indexes: readonly number[], attempts: number, output: Output) {
    const left: { readonly index: number; readonly settled: Settled<Result, Failure> }[] = [];
    const sent = this.#entriesAt(indexes);
    for (const [position, settled] of settle(this.#definition, sent, output).entries()) {
      const index = indexes[position];
      const entry = sent[position];
      if (index === undefined || entry === undefined) continue;
      if (settled.kind === "again" || settled.kind === "unprocessed") left.push({ index, settled });
      else if (settled.kind === "accepted") {
        const { result } = settled;
        this.outcomes[index] = { outcome: "accepted", index, entry, attempts, result };
      } else if (settled.kind === "duplicate") {
        const { result } = settled;
        this.outcomes[index] = { outcome: "duplicate", index, entry, attempts, result };
      } else this.#refuse([index], attempts, toReason(settled));
    }
    return left;
  }

  #giveUp(
    left: readonly { readonly index: number; readonly settled: Settled<Result, Failure> }[],
    attempts: number,
  ): void {
    for (const { index, settled } of left) this.#refuse([index], attempts, toReason(settled));
  }

  #refuse(indexes: readonly number[], attempts: number, reason: Reason<Result, Failure>): void {
    for (const index of indexes) {
      const entry = this.#entries[index];
      if (entry === undefined) continue;
      this.outcomes[index] = { outcome: "refused", index, entry, attempts, ...reason };
    }
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

function toReason<Result, Failure>(settled: Settled<Result, Failure>): Reason<Result, Failure> {
  if (settled.kind === "refused" || settled.kind === "again") {
    const { result, status, message } = settled;
    return { because: "status", result, status, message };
  }
  return { because: settled.kind === "unprocessed" ? "unprocessed" : "unanswered" };
}

/**
 * Wraps a retry strategy. `next` returns the delay in milliseconds before entries are sent again,
 * or `undefined` once the strategy refuses.
 */
function retryDelays(strategy: RetryStrategy | RetryStrategyV2) {
  let token: RetryToken | undefined;
  return {
    async next(): Promise<number | undefined> {
      // Strategies of the first version retry requests themselves and do not return delays.
      if (!("acquireInitialRetryToken" in strategy)) return undefined;
      try {
        token ??= await strategy.acquireInitialRetryToken("");
        token = await strategy.refreshRetryTokenForRetry(token, { errorType: "THROTTLING" });
        return token.getRetryDelay();
      } catch {
        return undefined;
      }
    },
    done(): void {
      if (token !== undefined && "recordSuccess" in strategy) strategy.recordSuccess(token);
    },
  };
}
