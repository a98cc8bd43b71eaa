import { defaultTenant } from "@tinsmith/server-runtime";
import type { Constraints, ListenOptions, ServiceFaults } from "@tinsmith/server-runtime";
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
import { parseSeed } from "../seed/seed.js";
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
  /** The state to begin with. Default: a small example marketplace. */
  readonly seed?: SeedInput;
  /** What the documentation leaves open. */
  readonly settings?: Partial<Settings>;
  /**
   * Where the state is kept. Default: in memory. A path keeps it in an SQLite file, across restarts and
   * `kill -9`; the URL of a libSQL server (`http:`, `libsql:`) in one that several servers share. What is
   * kept there wins over the seed. Needs `@libsql/client`, an optional dependency.
   */
  readonly state?: string | ChangeLog;
}

/**
 * AWS Marketplace Metering as it behaves: time windows, de-duplication, subscriptions, tokens and
 * signatures, over a state and a clock that a test controls. Each access key can be a tenant with
 * a marketplace of its own; what the server itself shows and does is the default tenant's.
 */
export class MarketplaceMeteringMockServer extends GeneratedServer {
  readonly settings: Settings;
  readonly #store: StateStore | undefined;

  /** @throws TypeError where the seed or a setting is not valid */
  constructor(options: MockServerOptions = {}) {
    const { seed = defaultSeed, settings, state, control, ...rest } = options;
    const allSettings = readSettings(settings);
    const firstSeed = parseSeed(seed);
    const store = state === undefined ? undefined : stateStore(state, service.service.name);
    super({
      maxBodyBytes: 1024 * 1024,
      quotas,
      serviceFaults,
      ...rest,
      createTenant: (setup) => new MarketplaceTenant(setup, firstSeed, allSettings, store),
      control: control !== false && {
        ...control,
        routes: [...marketplaceRoutes((name) => this.tenant(name)), ...(control?.routes ?? [])],
      },
      ...(allSettings.allocationErrors === "modeled" ? { constraints: withoutTagRules } : {}),
    });
    this.settings = allSettings;
    this.#store = store;
  }

  /**
   * @throws ListenError where the port cannot be had
   * @throws StateError where the state cannot be read or written
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
   * Those whose requests are signed with that access key, with a marketplace of their own. Made when
   * first asked for; until then their requests belong to the default tenant.
   */
  override tenant(accessKeyId: string): MarketplaceTenant {
    const tenant = super.tenant(accessKeyId);
    if (tenant instanceof MarketplaceTenant) return tenant;
    throw new TypeError(`The tenant ${accessKeyId} has no marketplace.`);
  }

  /** The whole state, as a seed that continues from here: JSON, a copy. */
  get state(): Seed {
    return this.#own.state;
  }

  /** Where callers run that the seed's `callers` does not name. */
  get platform(): Platform {
    return this.#own.platform;
  }

  set platform(platform: Platform) {
    this.#own.platform = platform;
  }

  /** The accepted records; see {@link MarketplaceTenant.metered}. */
  metered(filter: Partial<MeteredRecord> = {}): readonly MeteredRecord[] {
    return this.#own.metered(filter);
  }

  /**
   * Makes sure that usage was metered; see {@link MarketplaceTenant.verifyMetered}.
   *
   * @throws VerificationError that says what came nearest, and what was refused and why
   */
  verifyMetered(expected: MeteredExpectation): readonly MeteredRecord[] {
    return this.#own.verifyMetered(expected);
  }

  /** The same as a value: whether it is so, and why not. */
  checkMetered(expected: MeteredExpectation): MeteredVerification {
    return this.#own.checkMetered(expected);
  }

  /** Makes a registration token, as AWS Marketplace does when it sends a buyer. */
  issueToken(token: Omit<Token, "token"> & Partial<Pick<Token, "token">>): string {
    return this.#own.issueToken(token);
  }

  /** The keys that verify the signatures of `RegisterUsage`; also at `/_mock/public-keys`. */
  publicKeys(): Promise<PublishedKey[]> {
    return this.#own.publicKeys();
  }

  /**
   * Begins again: takes back overrides and faults, empties the journal and returns to the seed, or to
   * another one. The clock stays as it is.
   *
   * @throws TypeError where the seed is not valid
   */
  override reset(seed?: SeedInput): void {
    if (seed === undefined) super.reset();
    else this.#own.seed(seed);
  }

  get #own(): MarketplaceTenant {
    return this.tenant(defaultTenant);
  }
}

/** Makes a mock server; it takes requests after `listen()`, or in process through `handle`. */
export const createMockServer = (options: MockServerOptions = {}): MarketplaceMeteringMockServer =>
  new MarketplaceMeteringMockServer(options);

const serviceFaults: ServiceFaults = { unprocessedRecords };

/** The model's constraints without those that have errors of their own. */
const withoutTagRules: Constraints = {
  ...constraints,
  Tag: { Key: { required: true }, Value: { required: true } },
  UsageAllocation: { ...constraints.UsageAllocation, Tags: {} },
  UsageRecord: { ...constraints.UsageRecord, UsageAllocations: {} },
  MeterUsageRequest: { ...constraints.MeterUsageRequest, UsageAllocations: {} },
};
