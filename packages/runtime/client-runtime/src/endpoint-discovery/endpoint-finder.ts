import type { DiscoveryOutput, DiscoveryRequest } from "./discovery-definition.js";
import type { CachedEndpoint, CachedEndpoints, EndpointCache } from "./endpoint-cache.js";

const MINUTE = 60_000;

/** Endpoints are asked for anew when so much of their time is over, so that no call has to wait for it. */
const REFRESH_AFTER = 0.9;

/** An operation needs an endpoint of its own, and the service did not name one. */
export class EndpointDiscoveryError extends Error {
  override readonly name = "EndpointDiscoveryError";
}

/** Asks the service for endpoints, remembers them, and knows when to ask again. */
export class EndpointFinder {
  readonly #cache: EndpointCache;
  readonly #ask: (request: DiscoveryRequest) => Promise<DiscoveryOutput>;
  /** What is being asked, by key: calls for the same endpoint wait for the same answer. */
  readonly #asking = new Map<string, Promise<CachedEndpoint>>();

  constructor(cache: EndpointCache, ask: (request: DiscoveryRequest) => Promise<DiscoveryOutput>) {
    this.#cache = cache;
    this.#ask = ask;
  }

  /**
   * The endpoint of an operation that the regional endpoint takes as well: one that is known. Where there is none, the
   * service is asked in the background.
   */
  known(key: string, request: DiscoveryRequest): string | undefined {
    const entry = this.#cache.get(key);
    if (isDue(entry)) this.#askInBackground(key, request);
    return usable(entry)?.address;
  }

  /**
   * The endpoint of an operation that needs one. One whose time is over is still used while the service fails to name
   * another.
   * @throws EndpointDiscoveryError where there is none
   */
  async find(key: string, request: DiscoveryRequest): Promise<string> {
    const entry = this.#cache.get(key);
    const present = usable(entry);
    if (present !== undefined) {
      if (isDue(entry)) this.#askInBackground(key, request);
      return present.address;
    }
    const [outdated] = entry?.endpoints ?? [];
    if (outdated !== undefined && !isDue(entry)) return outdated.address;
    try {
      return (await this.#askOnce(key, request)).address;
    } catch (error) {
      if (outdated !== undefined) return outdated.address;
      const reason = error instanceof Error ? error.message : String(error);
      throw new EndpointDiscoveryError(
        `The service named no endpoint for the call: ${reason}\nTry again later, or give the client an endpoint.`,
        { cause: error },
      );
    }
  }

  /** Forgets an endpoint that the service no longer takes, unless another has come meanwhile. */
  forget(key: string, address: string): void {
    if (this.#cache.get(key)?.endpoints.some((one) => one.address === address)) {
      this.#cache.delete(key);
    }
  }

  #askInBackground(key: string, request: DiscoveryRequest): void {
    // The next call after a minute asks again.
    this.#askOnce(key, request).catch(() => {});
  }

  #askOnce(key: string, request: DiscoveryRequest): Promise<CachedEndpoint> {
    const asking =
      this.#asking.get(key) ?? this.#update(key, request).finally(() => this.#asking.delete(key));
    this.#asking.set(key, asking);
    return asking;
  }

  async #update(key: string, request: DiscoveryRequest): Promise<CachedEndpoint> {
    try {
      const entry = toEntry(await this.#ask(request));
      const [best] = entry.endpoints;
      if (best === undefined) throw new Error("the answer holds no endpoint");
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

/** The best endpoint whose time is not over. */
const usable = (entry: CachedEndpoints | undefined): CachedEndpoint | undefined =>
  entry?.endpoints.find(({ expires }) => Date.now() < expires);

function toEntry({ Endpoints = [] }: DiscoveryOutput): CachedEndpoints {
  const now = Date.now();
  const endpoints = Endpoints.flatMap(({ Address, CachePeriodInMinutes = 1 }) =>
    Address ? { address: Address, expires: now + Number(CachePeriodInMinutes) * MINUTE } : [],
  );
  const period = (endpoints[0]?.expires ?? now) - now;
  return { endpoints, refreshAt: now + period * REFRESH_AFTER };
}
