import type { BodyLengthCalculator, Provider, RetryStrategy, RetryStrategyV2 } from "@smithy/types";
import type { AnyCommand } from "../client/any-command.js";
import type { RequestOptions } from "../http/http-handler.js";

/** What sends the calls of a batch: a generated client. */
export interface BatchClient<Output> {
  readonly config: {
    readonly bodyLengthChecker: BodyLengthCalculator;
    readonly retryStrategy: Provider<RetryStrategy | RetryStrategyV2>;
  };
  send(command: AnyCommand, options?: RequestOptions): Promise<Output>;
}

/** How to send. */
export interface BatchConfiguration<Client> {
  client: Client;
  /** How many calls may be under way at a time. Default 1: the entries arrive in their order. */
  concurrency?: number;
  /** Ends the sending. What was sent by then has its outcome in the report; the rest is `aborted`. */
  abortSignal?: AbortSignal;
}

/** One of the lists in which an operation answers for its entries. */
export interface AnswerList<Output, Answer> {
  readonly list: (output: Output) => readonly Answer[] | undefined;
  /** What the answer and the key of its entry have in common. */
  readonly key: (answer: Answer, position: number) => string | number | undefined;
  readonly status?: (answer: Answer) => string | undefined;
  readonly message?: (answer: Answer) => string | undefined;
  /** True where to send the entry again is of no use, false where it is; absent: the status decides. */
  readonly isPermanent?: (answer: Answer) => boolean | undefined;
}

/** What is known of an operation that takes several entries: the trait `tinsmith.client#batch` as code. */
export interface BatchDefinition<Input, Output, Entry, Result, Failure> {
  readonly command: new (input: Input) => AnyCommand;
  /** The member of the input that holds the entries, for messages. */
  readonly member: string;
  readonly entries: (input: Input) => readonly Entry[] | undefined;
  readonly withEntries: (input: Input, entries: Entry[]) => Input;
  readonly key: (entry: Entry, position: number) => string | number | undefined;
  readonly maxEntries?: number;
  /** The most bytes of a request's body. */
  readonly maxBytes?: number;
  /** Answers for entries that the service dealt with. */
  readonly results?: AnswerList<Output, Result>;
  /** Answers for entries that it did not take. */
  readonly failures?: AnswerList<Output, Failure>;
  /** Entries to be sent again. */
  readonly unprocessed?: (output: Output) => readonly Entry[] | undefined;
  /**
   * Statuses of results that were accepted. Without it, a result is accepted where it has no status; and all are where
   * no status can be read.
   */
  readonly accepted?: readonly string[];
  readonly duplicate?: readonly string[];
  /** Statuses of entries to be sent again. */
  readonly retry?: readonly string[];
  /** Names of errors of a whole call that one entry can cause, with nothing of the call taken. */
  readonly entryErrors?: readonly string[];
  /**
   * Where the operation names only what it did not take: what to say of the entries that it does not mention. Without
   * it, they are refused as `unanswered`.
   */
  readonly acceptsUnmentioned?: { readonly result: Result };
}
