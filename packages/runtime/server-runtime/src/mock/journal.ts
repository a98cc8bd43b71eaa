import { contains } from "./matching/contains.js";
import type { JournalEntry } from "./journal-entry.js";
import * as v from "valibot";
import { checkArgument } from "../checks/check.js";
import { callable, strictOptions, text } from "../checks/expected.js";

/** The limits of a journal. */
export interface JournalOptions {
  /** The maximum number of requests. The oldest are dropped first. Default 1000; 0 keeps none. */
  readonly maxEntries?: number;
  /** The maximum number of bytes of all kept request bodies together. Default 32 MiB. */
  readonly maxBytes?: number;
}

/** Conditions for entries. An entry must meet all of them. */
export interface JournalFilter {
  readonly operation?: string | undefined;
  /** A part of the input. */
  readonly input?: unknown;
  /** The name of the error. */
  readonly error?: string | undefined;
  readonly status?: number | undefined;
  readonly invocationId?: string | undefined;
  /** Selects entries after the one with this sequence number. */
  readonly after?: number | undefined;
  /** The maximum number of returned entries. The newest are returned. */
  readonly limit?: number | undefined;
}

const aNumber = v.number("Expected a number.");

const filterSchema = strictOptions({
  operation: v.optional(text),
  input: v.optional(v.unknown()),
  error: v.optional(text),
  status: v.optional(aNumber),
  invocationId: v.optional(text),
  after: v.optional(aNumber),
  limit: v.optional(aNumber),
} satisfies Record<keyof JournalFilter, v.GenericSchema>);

/** A call of a client and its attempts. */
export interface JournalCall {
  readonly invocationId: string | undefined;
  readonly operation: string;
  /** The attempts in the order of their arrival. */
  readonly attempts: readonly JournalEntry[];
}

/** The latest requests of one tenant, as a ring buffer. Adding an entry takes constant time. */
export class Journal {
  readonly #maxEntries: number;
  readonly #maxBytes: number;
  readonly #listeners = new Set<(entry: JournalEntry) => void>();
  #ring: (JournalEntry | undefined)[] = [];
  /** The index of the oldest entry, once the ring is full. */
  #start = 0;
  #length = 0;
  #bytes = 0;
  #total = 0;
  #received = new Map<string, number>();

  constructor({ maxEntries = 1000, maxBytes = 32 * 1024 * 1024 }: JournalOptions = {}) {
    this.#maxEntries = maxEntries;
    this.#maxBytes = maxBytes;
  }

  /** The number of requests since the last `clear`, including dropped ones. */
  get total(): number {
    return this.#total;
  }

  /**
   * Returns the number of requests for an operation since the last `clear`, including dropped ones.
   */
  received(operation: string): number {
    return this.#received.get(operation) ?? 0;
  }

  /** The number of requests that the journal keeps. */
  get maxEntries(): number {
    return this.#maxEntries;
  }

  /** Returns the kept entries, oldest first. */
  entries(filter: JournalFilter = {}): readonly JournalEntry[] {
    checkArgument(filterSchema, filter, "filter of the journal");
    const found: JournalEntry[] = [];
    for (let index = 0; index < this.#length; index++) {
      const entry = this.#ring[(this.#start + index) % this.#maxEntries];
      if (entry && matches(entry, filter)) found.push(entry);
    }
    const { limit } = filter;
    return limit === undefined ? found : limit <= 0 ? [] : found.slice(-limit);
  }

  /** Returns the newest entry. */
  last(filter: JournalFilter = {}): JournalEntry | undefined {
    return this.entries({ ...filter, limit: 1 })[0];
  }

  /** Returns entries by call: attempts with the same `amz-sdk-invocation-id` belong together. */
  calls(filter: JournalFilter = {}): readonly JournalCall[] {
    const calls: {
      invocationId: string | undefined;
      operation: string;
      attempts: JournalEntry[];
    }[] = [];
    const byId = new Map<string, JournalEntry[]>();
    for (const entry of this.entries(filter)) {
      const { invocationId, operation } = entry;
      const earlier = invocationId === undefined ? undefined : byId.get(invocationId);
      if (earlier) {
        earlier.push(entry);
        continue;
      }
      const attempts = [entry];
      if (invocationId !== undefined) byId.set(invocationId, attempts);
      calls.push({ invocationId, operation, attempts });
    }
    return calls;
  }

  /** Calls the listener for each new request. Returns a function that removes the listener. */
  subscribe(listener: (entry: JournalEntry) => void): () => void {
    checkArgument(callable, listener, "listener of subscribe()");
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  clear(): void {
    this.#ring = [];
    this.#start = 0;
    this.#length = 0;
    this.#bytes = 0;
    this.#total = 0;
    this.#received = new Map();
  }

  /** Remembers the entries and returns a function that removes later ones. */
  checkpoint(): () => void {
    const kept = this.entries();
    const total = this.#total;
    const received = new Map(this.#received);
    return () => {
      this.clear();
      for (const entry of kept) this.#push(entry);
      this.#total = total;
      this.#received = received;
    };
  }

  /** Adds a request for an operation. `make` receives its sequence number. */
  add(operation: string, make: (sequence: number) => JournalEntry): void {
    this.#total += 1;
    this.#received.set(operation, (this.#received.get(operation) ?? 0) + 1);
    if (this.#maxEntries <= 0 && this.#listeners.size === 0) return;
    const entry = make(this.#total);
    if (this.#maxEntries > 0) this.#push(entry);
    for (const listener of this.#listeners) listener(entry);
  }

  #push(entry: JournalEntry): void {
    if (this.#length === this.#maxEntries) this.#dropOldest();
    this.#ring[(this.#start + this.#length) % this.#maxEntries] = entry;
    this.#length += 1;
    this.#bytes += entry.bytes;
    // The newest entry stays, regardless of its size.
    while (this.#bytes > this.#maxBytes && this.#length > 1) this.#dropOldest();
  }

  #dropOldest(): void {
    this.#bytes -= this.#ring[this.#start]?.bytes ?? 0;
    this.#ring[this.#start] = undefined;
    this.#start = (this.#start + 1) % this.#maxEntries;
    this.#length -= 1;
  }
}

function matches(entry: JournalEntry, filter: JournalFilter): boolean {
  const { operation, input, error, status, invocationId, after } = filter;
  return (
    (operation === undefined || entry.operation === operation) &&
    (error === undefined || entry.error?.code === error) &&
    (status === undefined || entry.status === status) &&
    (invocationId === undefined || entry.invocationId === invocationId) &&
    (after === undefined || entry.sequence > after) &&
    (input === undefined || contains(entry.input, input))
  );
}
