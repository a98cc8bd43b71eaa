import type { BodyLengthCalculator, Provider, RetryStrategy, RetryStrategyV2 } from "@smithy/types";
import type { AnyCommand } from "../client/any-command.js";
import type { RequestOptions } from "../http/http-handler.js";

/** The client that sends the calls of a batch. */
export interface BatchClient<Output> {
  readonly config: {
    readonly bodyLengthChecker: BodyLengthCalculator;
    readonly retryStrategy: Provider<RetryStrategy | RetryStrategyV2>;
  };
  send(command: AnyCommand, options?: RequestOptions): Promise<Output>;
}

/** Options for sending a batch. */
export interface BatchConfiguration<Client> {
  client: Client;
  /** The maximum number of concurrent calls. Default 1, which keeps the order of the entries. */
  concurrency?: number | undefined;
  /**
   * Stops the batch, for example when the process receives a signal. In the report, entries of
   * completed calls have their outcomes, entries of unfinished calls are `in-flight`, and all
   * others are `aborted`.
   */
  abortSignal?: AbortSignal | undefined;
}

/** A list in the output that reports on individual entries. */
export interface OutcomeList<Output, Item> {
  readonly list: (output: Output) => readonly Item[] | undefined;
  /** Returns the key that matches an item of the list with its entry. */
  readonly key: (item: Item, position: number) => string | number | undefined;
  readonly status?: (item: Item) => string | undefined;
  readonly message?: (item: Item) => string | undefined;
  /**
   * Returns true for permanent failures and false for transient ones. If omitted, the status
   * decides.
   */
  readonly isPermanent?: (item: Item) => boolean | undefined;
}

/** An operation that takes several entries: the trait `tinsmith.client#batch` as code. */
export interface BatchDefinition<Input, Output, Entry, Result, Failure> {
  readonly command: new (input: Input) => AnyCommand;
  /** The input member that holds the entries. Used in messages. */
  readonly member: string;
  readonly entries: (input: Input) => readonly Entry[] | undefined;
  readonly withEntries: (input: Input, entries: Entry[]) => Input;
  readonly key: (entry: Entry, position: number) => string | number | undefined;
  readonly maxEntries?: number;
  /** The maximum size of a request body in bytes. */
  readonly maxBytes?: number;
  /** Results of entries that the service processed. */
  readonly results?: OutcomeList<Output, Result>;
  /** Failures of entries that the service rejected. */
  readonly failures?: OutcomeList<Output, Failure>;
  /** Entries that the service did not process and that are sent again. */
  readonly unprocessed?: (output: Output) => readonly Entry[] | undefined;
  /**
   * Statuses that mean acceptance. If omitted, a result without a status is accepted. If the
   * definition has no `status`, all results are accepted.
   */
  readonly accepted?: readonly string[];
  readonly duplicate?: readonly string[];
  /** Statuses of entries that are sent again. */
  readonly retry?: readonly string[];
  /**
   * Names of errors that a single entry can cause for the whole call. After such an error, no entry
   * of the call was accepted.
   */
  readonly entryErrors?: readonly string[];
  /**
   * The result for entries that the output does not mention, if the operation reports failures
   * only. If omitted, such entries are refused as `unanswered`.
   */
  readonly acceptOmitted?: { readonly result: Result };
}
