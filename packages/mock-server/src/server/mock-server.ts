import { defaultTenant } from "@tinsmith/server-runtime";
import type { Constraints, ListenOptions, ServiceFaults } from "@tinsmith/server-runtime";
import { mockServerOptions } from "@tinsmith/server-runtime/generated/v1";
import type { ControlRoute } from "@tinsmith/server-runtime/control";
import type { ChangeLog } from "@tinsmith/server-runtime/state";
import { constraints } from "@marketplace-metering/types/constraints";
import { marketplaceRoutes } from "./marketplace-routes.js";
import { unprocessedRecords } from "../faults/unprocessed-records.js";
import { MockServer as GeneratedServer } from "../generated/server.js";
import type { MockServerOptions as GeneratedOptions } from "../generated/server.js";
import { service } from "../generated/service.js";
import { MarketplaceTenant } from "./marketplace-tenant.js";
import { quotas } from "../faults/quotas.js";
import { defaultSeed } from "../seed/default-seed.js";
import { parseSeed, seedSchema } from "../seed/seed.js";
import type { MeteredRecord, Platform, Seed, SeedInput, Token } from "../seed/seed.js";
import { readSettings } from "../rules/settings.js";
import type { Settings } from "../rules/settings.js";
import type { PublishedKey } from "../signing/key-ring.js";
import { stateStore } from "../state/state-store.js";
import type { StateStore } from "../state/state-store.js";
import type { MeteredExpectation, MeteredVerification } from "../verification/verify-metered.js";

/** Options of {@link createMockServer}. */
export interface MockServerOptions extends Omit<
  GeneratedOptions,
  "constraints" | "behavior" | "createTenant"
> {
  /** The initial state. Default: a small example marketplace. */
  readonly seed?: SeedInput;
  /** Behavior that the documentation leaves open. */
  readonly settings?: Partial<Settings>;
  /**
   * The location of the state. Default: in memory. A path stores it in an SQLite file, across
   * restarts and `kill -9`. The URL of a libSQL server (`http:`, `libsql:`) stores it on that
   * server, so that several mock servers can share it. A stored state takes precedence over the
   * seed. Requires `@libsql/client`, an optional dependency.
   */
  readonly state?: string | ChangeLog;
}

/**
 * The behavior of AWS Marketplace Metering: time windows, de-duplication, subscriptions, tokens and
 * signatures. Tests control the state and the clock. Each access key can be a tenant with a
 * separate marketplace. The members of the server are those of the default tenant.
 */
export class MarketplaceMeteringMockServer extends GeneratedServer {
  readonly #store: StateStore | undefined;

  /** @throws TypeError if the options, the seed or a setting are not valid */
  constructor(options: MockServerOptions = {}) {
    const { seed = defaultSeed, settings, state, control, ...rest } = mockServerOptions(options);
    const allSettings = readSettings(settings);
    const firstSeed = parseSeed(seed);
    const store = state === undefined ? undefined : stateStore(state, service.service.name);
    super({
      maxBodyBytes: 1024 * 1024,
      quotas,
      serviceFaults,
      ...rest,
      createTenant: (setup) => new MarketplaceTenant(setup, firstSeed, allSettings, store),
      control: withRoutes(
        control,
        marketplaceRoutes((name) => this.tenant(name)),
      ),
      ...(allSettings.allocationErrors === "modeled" ? { constraints: withoutTagRules } : {}),
    });
    this.#store = store;
  }

  /**
   * @throws ListenError if the port cannot be used
   * @throws StateError if the state cannot be read or written
   */
  override async listen(options?: ListenOptions): Promise<this> {
    await this.refresh();
    return super.listen(options);
  }

  override async close(): Promise<void> {
    await super.close();
    await this.#store?.close();
  }

  /**
   * Returns the tenant of an access key. A tenant has a separate marketplace and is created on
   * first use. Until then, requests with the key belong to the default tenant.
   */
  override tenant(accessKeyId: string): MarketplaceTenant {
    const tenant = super.tenant(accessKeyId);
    if (tenant instanceof MarketplaceTenant) return tenant;
    throw new TypeError(`The tenant ${accessKeyId} is not a MarketplaceTenant.`);
  }

  /** A copy of the whole state as JSON. It is a seed from which a server can continue. */
  get state(): Seed {
    return this.#own.state;
  }

  /** The settings of the default tenant. */
  get settings(): Settings {
    return this.#own.settings;
  }

  /**
   * Changes settings of the default tenant; see {@link MarketplaceTenant.configure}.
   *
   * @throws TypeError that names a wrong setting, or a setting that is fixed when the server is
   *   created
   */
  configure(changes: Partial<Settings>): void {
    this.#own.configure(changes);
  }

  /** The platform of callers that the seed's `callers` does not name. */
  get platform(): Platform {
    return this.#own.platform;
  }

  set platform(platform: Platform) {
    this.#own.platform = platform;
  }

  /** Returns the accepted records; see {@link MarketplaceTenant.metered}. */
  metered(filter: Partial<MeteredRecord> = {}): readonly MeteredRecord[] {
    return this.#own.metered(filter);
  }

  /**
   * Verifies that usage was metered; see {@link MarketplaceTenant.verifyMetered}.
   *
   * @throws VerificationError that lists the nearest records, and the refused records with their
   *   reasons
   */
  verifyMetered(expected: MeteredExpectation): readonly MeteredRecord[] {
    return this.#own.verifyMetered(expected);
  }

  /** Returns the result of a verification; see {@link MarketplaceTenant.checkMetered}. */
  checkMetered(expected: MeteredExpectation): MeteredVerification {
    return this.#own.checkMetered(expected);
  }

  /**
   * Issues a registration token, as AWS Marketplace does when it redirects a buyer to the seller.
   */
  issueToken(token: Omit<Token, "token"> & Partial<Pick<Token, "token">>): string {
    return this.#own.issueToken(token);
  }

  /**
   * Returns the keys that verify the signatures of `RegisterUsage`; also at `/_mock/public-keys`.
   */
  publicKeys(): Promise<PublishedKey[]> {
    return this.#own.publicKeys();
  }

  /**
   * Restores the seed, or replaces it, and clears overrides, faults and journal. The clock stays.
   *
   * @throws TypeError if the seed is not valid
   */
  override reset(seed?: SeedInput): void {
    if (seed === undefined) super.reset();
    else this.#own.seed(seed);
  }

  get #own(): MarketplaceTenant {
    return this.tenant(defaultTenant);
  }
}

/** Creates a mock server. It accepts requests after `listen()`, or in process through `handle`. */
export const createMockServer = (options: MockServerOptions = {}): MarketplaceMeteringMockServer =>
  new MarketplaceMeteringMockServer(options);

type Control = NonNullable<MockServerOptions["control"]>;

/**
 * Adds routes to the control API. Invalid options are returned unchanged, so that the server
 * refuses them.
 */
function withRoutes(control: Control | undefined, routes: readonly ControlRoute[]): Control {
  // Callers in JavaScript may pass anything. The spread of a list or a string would look like
  // options.
  const own: unknown = Object(control)["routes"] ?? [];
  if (control === undefined) return { state: seedSchema, routes };
  if (typeof control !== "object" || control === null) return control;
  return Array.isArray(own)
    ? { state: seedSchema, ...control, routes: [...routes, ...(control.routes ?? [])] }
    : control;
}

const serviceFaults: ServiceFaults = { unprocessedRecords };

/** The constraints of the model, except those whose violations have specific errors. */
const withoutTagRules: Constraints = {
  ...constraints,
  Tag: { Key: { required: true }, Value: { required: true } },
  UsageAllocation: { ...constraints.UsageAllocation, Tags: {} },
  UsageRecord: { ...constraints.UsageRecord, UsageAllocations: {} },
  MeterUsageRequest: { ...constraints.MeterUsageRequest, UsageAllocations: {} },
};
