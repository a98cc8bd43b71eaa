interface OutcomeOf<Entry> {
  /** Where the entry stands in the list that was given. */
  readonly index: number;
  readonly entry: Entry;
  /** In how many calls the entry was sent. Attempts that the client itself repeats after an error are one call. */
  readonly attempts: number;
}

/** The service took the entry. */
export interface AcceptedEntry<Entry, Result> extends OutcomeOf<Entry> {
  readonly outcome: "accepted";
  /** What the service said of it. */
  readonly result: Result;
}

/** The service has the entry already, and the first one counts. */
export interface DuplicateEntry<Entry, Result, Failure> extends OutcomeOf<Entry> {
  readonly outcome: "duplicate";
  readonly result: Result | Failure;
}

/** A call of a batch. */
export interface BatchCall {
  /** Calls count from 0 in the order in which they were begun, those that send entries again too. */
  readonly number: number;
  /** The entries it carried, by their index. */
  readonly indexes: readonly number[];
}

/** The entry was not taken, as far as is known. `because` says why. */
export type RefusedEntry<Entry, Result, Failure> = OutcomeOf<Entry> & {
  readonly outcome: "refused";
} & (
    | {
        /** The service answered for the entry, with a status that is no acceptance. */
        readonly because: "status";
        readonly status: string | undefined;
        readonly message: string | undefined;
        readonly result: Result | Failure;
      }
    | {
        /** The service did not get to it, not at the last attempt either. It may be sent again as it is. */
        readonly because: "unprocessed";
      }
    | {
        /** The call failed, with all that it carried. After a server's error or a timeout the entry may have been taken. */
        readonly because: "error";
        /** One of the operation's errors, or what kept the call from being made. */
        readonly error: unknown;
        readonly call: BatchCall;
      }
    | {
        /** Alone it makes a request that is longer than the service takes. It was not sent. */
        readonly because: "too-large";
        /** The length of that request's body in bytes. */
        readonly bytes: number;
      }
    | {
        /** The call succeeded, and the answer has nothing about the entry. */
        readonly because: "unanswered";
      }
    | {
        /** The caller gave up before the entry was sent, or sent again. */
        readonly because: "aborted";
      }
  );

/** What became of one entry. Only `accepted` means that the service took this very entry. */
export type BatchOutcome<Entry, Result, Failure = Result> =
  | AcceptedEntry<Entry, Result>
  | DuplicateEntry<Entry, Result, Failure>
  | RefusedEntry<Entry, Result, Failure>;
