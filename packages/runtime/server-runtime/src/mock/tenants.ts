import { readCredential } from "../service/credential.js";
import { ServiceError } from "../service/service-error.js";
import type { HttpRequestMessage } from "@tinsmith/protocols";

/** The name of the tenant that receives all requests that belong to no other tenant. */
export const defaultTenant = "default";

/** Options for the tenants of a server. */
export interface TenantOptions {
  /** Creates a tenant for every access key. Default: only for access keys that a test has named. */
  readonly isolateAccessKeys?: boolean;
  /**
   * The maximum number of tenants. The limit prevents requests with invented keys from filling the
   * memory. Default 1000.
   */
  readonly maxTenants?: number;
}

/** The tenants of a server, created on first use. */
export class Tenants<Tenant> {
  readonly default: Tenant;
  readonly #create: (name: string) => Tenant;
  readonly #isolate: boolean;
  readonly #max: number;
  readonly #named = new Map<string, Tenant>();

  constructor(create: (name: string) => Tenant, options: TenantOptions = {}) {
    this.#create = create;
    this.#isolate = options.isolateAccessKeys ?? false;
    this.#max = options.maxTenants ?? 1000;
    this.default = create(defaultTenant);
  }

  /**
   * Returns the tenant with the name, and creates it on first use.
   *
   * @throws ServiceError if there are too many tenants
   */
  get(name: string): Tenant {
    if (name === defaultTenant) return this.default;
    const known = this.#named.get(name);
    if (known) return known;
    if (this.#named.size >= this.#max || name.length > 200 || name === "") {
      throw new ServiceError({
        name: "TooManyTenants",
        $fault: "client",
        message: `Cannot create another tenant. At most ${this.#max} are allowed, with names of 1 to 200 characters.`,
      });
    }
    const made = this.#create(name);
    this.#named.set(name, made);
    return made;
  }

  /**
   * Returns the tenant of a request, by its access key.
   *
   * @throws ServiceError if there are too many tenants
   */
  of(request: HttpRequestMessage): Tenant {
    if (this.#named.size === 0 && !this.#isolate) return this.default;
    const key = readCredential(request)?.accessKeyId;
    if (key === undefined) return this.default;
    return this.#isolate ? this.get(key) : (this.#named.get(key) ?? this.default);
  }

  /**
   * Removes a tenant. Returns false if the name is unknown. The default tenant cannot be removed.
   */
  remove(name: string): boolean {
    return this.#named.delete(name);
  }

  names(): readonly string[] {
    return [defaultTenant, ...this.#named.keys()];
  }

  all(): readonly Tenant[] {
    return [this.default, ...this.#named.values()];
  }
}
