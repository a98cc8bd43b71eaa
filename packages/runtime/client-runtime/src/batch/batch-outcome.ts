interface OutcomeOf<Entry> {
  /** The index of the entry in the input. */
  readonly index: number;
  readonly entry: Entry;
  /**
   * The number of calls that sent the entry. Retries of a call by the client after an error count
   * as one.
   */
  readonly attempts: number;
}

/** An entry that the service accepted. */
export interface AcceptedEntry<Entry, Result> extends OutcomeOf<Entry> {
  readonly outcome: "accepted";
  /** The service's result for the entry. */
  readonly result: Result;
}

/** An entry that the service had received before. The first one remains in effect. */
export interface DuplicateEntry<Entry, Result, Failure> extends OutcomeOf<Entry> {
  readonly outcome: "duplicate";
  readonly result: Result | Failure;
}

/** A call of a batch. */
export interface BatchCall {
  /**
   * The number of the call, from 0 in the order in which calls start. Calls that send entries again
   * count too.
   */
  readonly number: number;
  /** The indexes of the entries in the call. */
  readonly indexes: readonly number[];
}

/** An entry that, as far as is known, was not accepted. `because` states the reason. */
export type RefusedEntry<Entry, Result, Failure> = OutcomeOf<Entry> & {
  readonly outcome: "refused";
} & (
    | {
        /** The service reported a status for the entry that does not mean acceptance. */
        readonly because: "status";
        readonly status: string | undefined;
        readonly message: string | undefined;
        readonly result: Result | Failure;
      }
    | {
        /**
         * The service did not process the entry, even after retries. It can be sent again
         * unchanged.
         */
        readonly because: "unprocessed";
      }
    | {
        /**
         * The whole call failed. After a server error or a timeout, the entry may have been
         * accepted.
         */
        readonly because: "error";
        /** An error of the operation, or the error that prevented the call. */
        readonly error: unknown;
        readonly call: BatchCall;
      }
    | {
        /** The entry was not sent: even alone in a request, it exceeds the service's size limit. */
        readonly because: "too-large";
        /** The length of that request body in bytes. */
        readonly bytes: number;
      }
    | {
        /** The call succeeded, but the response does not mention the entry. */
        readonly because: "unanswered";
      }
    | {
        /** The caller aborted the batch before the entry was sent or sent again. */
        readonly because: "aborted";
      }
    | {
        /**
         * The caller aborted the batch while a call with the entry was in flight, so the service
         * may have accepted the entry. Only the records of the service show whether it did.
         */
        readonly because: "in-flight";
        readonly call: BatchCall;
      }
  );

/** The outcome of one entry. Only `accepted` means that the service accepted this very entry. */
export type BatchOutcome<Entry, Result, Failure = Result> =
  | AcceptedEntry<Entry, Result>
  | DuplicateEntry<Entry, Result, Failure>
  | RefusedEntry<Entry, Result, Failure>;
