/** An endpoint that a service named. */
export interface CachedEndpoint {
  /** A host name, or a URL. */
  readonly address: string;
  /** Until when it may be used, in milliseconds of the epoch. */
  readonly expires: number;
}

/** The endpoints for one kind of call, best first. */
export interface CachedEndpoints {
  readonly endpoints: readonly CachedEndpoint[];
  /** From when on the service is to be asked again, in milliseconds of the epoch. */
  readonly refreshAt: number;
}

/** Endpoints by what they are for. What was not used for longest goes first where there are too many. */
export class EndpointCache {
  // A map keeps the order in which keys were added.
  readonly #entries = new Map<string, CachedEndpoints>();
  readonly #capacity: number;

  /** @throws RangeError where the capacity is no positive whole number */
  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(
        `endpointCacheSize has to be a positive whole number; it is ${capacity}.`,
      );
    }
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): CachedEndpoints | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: CachedEndpoints): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#capacity && oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
