/** An endpoint from a discovery response. */
export interface CachedEndpoint {
  /** A host name or a URL. */
  readonly address: string;
  /** The time at which the endpoint expires, in milliseconds since the epoch. */
  readonly expires: number;
}

/** The endpoints for one cache key, best first. */
export interface CachedEndpoints {
  readonly endpoints: readonly CachedEndpoint[];
  /** The time to refresh the endpoints, in milliseconds since the epoch. */
  readonly refreshAt: number;
}

/** A cache of endpoints that evicts the least recently used entry. */
export class EndpointCache {
  // A map keeps insertion order, so the first key is the least recently used.
  readonly #entries = new Map<string, CachedEndpoints>();
  readonly #capacity: number;

  /** @throws RangeError if the capacity is not a positive integer */
  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`endpointCacheSize must be a positive integer. Received ${capacity}.`);
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
