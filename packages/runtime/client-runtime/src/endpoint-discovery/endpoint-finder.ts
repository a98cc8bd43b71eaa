import type { DiscoveryOutput, DiscoveryRequest } from "./discovery-definition.js";
import type { CachedEndpoint, CachedEndpoints, EndpointCache } from "./endpoint-cache.js";

const MINUTE = 60_000;

/**
 * The fraction of an endpoint's lifetime after which it is refreshed, so that no call has to wait.
 */
const REFRESH_AFTER = 0.9;

/** Thrown if an operation requires endpoint discovery and no endpoint was found. */
export class EndpointDiscoveryError extends Error {
  override readonly name = "EndpointDiscoveryError";
}

/** Fetches endpoints from the service, caches them and refreshes them in time. */
export class EndpointFinder {
  readonly #cache: EndpointCache;
  readonly #fetch: (request: DiscoveryRequest) => Promise<DiscoveryOutput>;
  /** Pending fetches by key, shared by calls for the same endpoint. */
  readonly #pending = new Map<string, Promise<CachedEndpoint>>();

  constructor(
    cache: EndpointCache,
    fetch: (request: DiscoveryRequest) => Promise<DiscoveryOutput>,
  ) {
    this.#cache = cache;
    this.#fetch = fetch;
  }

  /**
   * Returns the cached endpoint of an operation that the regional endpoint also supports. If no
   * endpoint is cached, fetches it in the background.
   */
  known(key: string, request: DiscoveryRequest): string | undefined {
    const entry = this.#cache.get(key);
    if (isDue(entry)) this.#fetchInBackground(key, request);
    return findValid(entry)?.address;
  }

  /**
   * Returns the endpoint of an operation that requires discovery. While a refresh fails, the
   * expired endpoint stays in use.
   * @throws EndpointDiscoveryError if no endpoint was found
   */
  async find(key: string, request: DiscoveryRequest): Promise<string> {
    const entry = this.#cache.get(key);
    const present = findValid(entry);
    if (present !== undefined) {
      if (isDue(entry)) this.#fetchInBackground(key, request);
      return present.address;
    }
    const [outdated] = entry?.endpoints ?? [];
    if (outdated !== undefined && !isDue(entry)) return outdated.address;
    try {
      return (await this.#fetchOnce(key, request)).address;
    } catch (error) {
      if (outdated !== undefined) return outdated.address;
      const reason = error instanceof Error ? error.message : String(error);
      throw new EndpointDiscoveryError(
        `Endpoint discovery failed: ${reason}\nTry again later, or pass an endpoint to the client.`,
        { cause: error },
      );
    }
  }

  /** Removes an endpoint that the service rejected, unless it has been replaced meanwhile. */
  forget(key: string, address: string): void {
    if (this.#cache.get(key)?.endpoints.some((one) => one.address === address)) {
      this.#cache.delete(key);
    }
  }

  #fetchInBackground(key: string, request: DiscoveryRequest): void {
    // The first call after a minute tries again.
    this.#fetchOnce(key, request).catch(() => {});
  }

  #fetchOnce(key: string, request: DiscoveryRequest): Promise<CachedEndpoint> {
    const pending =
      this.#pending.get(key) ?? this.#update(key, request).finally(() => this.#pending.delete(key));
    this.#pending.set(key, pending);
    return pending;
  }

  async #update(key: string, request: DiscoveryRequest): Promise<CachedEndpoint> {
    try {
      const entry = toEntry(await this.#fetch(request));
      const [best] = entry.endpoints;
      if (best === undefined) throw new Error("the response contains no endpoint");
      this.#cache.set(key, entry);
      return best;
    } catch (error) {
      const endpoints = this.#cache.get(key)?.endpoints ?? [];
      this.#cache.set(key, { endpoints, refreshAt: Date.now() + MINUTE });
      throw error;
    }
  }
}

const isDue = (entry: CachedEndpoints | undefined): boolean =>
  entry === undefined || Date.now() >= entry.refreshAt;

/** Returns the best endpoint that has not expired. */
const findValid = (entry: CachedEndpoints | undefined): CachedEndpoint | undefined =>
  entry?.endpoints.find(({ expires }) => Date.now() < expires);

function toEntry({ Endpoints = [] }: DiscoveryOutput): CachedEndpoints {
  const now = Date.now();
  const endpoints = Endpoints.flatMap(({ Address, CachePeriodInMinutes = 1 }) =>
    Address ? { address: Address, expires: now + Number(CachePeriodInMinutes) * MINUTE } : [],
  );
  const period = (endpoints[0]?.expires ?? now) - now;
  return { endpoints, refreshAt: now + period * REFRESH_AFTER };
}
