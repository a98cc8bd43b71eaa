import { randomUUID } from "node:crypto";
import { defaultTenant, Tenant, VerificationError } from "@tinsmith/server-runtime";
import type { TenantSetup } from "@tinsmith/server-runtime";
import type { MarketplaceMeteringHandlers } from "../generated/handlers.js";
import { Marketplace } from "./marketplace.js";
import { checkExpectation, checkRecordFilter, checkTokenToIssue } from "../seed/seed.js";
import type { MeteredRecord, Platform, Seed, Token } from "../seed/seed.js";
import type { Settings } from "../rules/settings.js";
import type { PublishedKey } from "../signing/key-ring.js";
import type { StateStore } from "../state/state-store.js";
import { verifyMetered } from "../verification/verify-metered.js";
import type { MeteredExpectation, MeteredVerification } from "../verification/verify-metered.js";

/** One of those who share a mock server, with a marketplace of their own. */
export class MarketplaceTenant extends Tenant<MarketplaceMeteringHandlers> {
  readonly #marketplace: Marketplace;

  /** @param store - where the state is kept; without it in memory */
  constructor(
    setup: TenantSetup<MarketplaceMeteringHandlers>,
    seed: Seed,
    settings: Settings,
    store?: StateStore,
  ) {
    const tenant = setup.name === defaultTenant ? "" : setup.name;
    const place = store && { open: store.open, tenant, onFailure: reportFailure };
    const marketplace = new Marketplace(seed, setup.clock, settings, place);
    super({ ...setup, behavior: () => marketplace });
    this.#marketplace = marketplace;
  }

  /** The whole state, as a seed that continues from here: JSON, a copy. */
  get state(): Seed {
    return structuredClone(this.#marketplace.dump());
  }

  /** Where callers run that the seed's `callers` does not name. */
  get platform(): Platform {
    return this.#marketplace.platform;
  }

  set platform(platform: Platform) {
    this.#marketplace.platform = platform;
  }

  /**
   * The accepted records, in the order in which they came; those that have all of the filter.
   *
   * @example server.metered({ customer: "111122223333", dimension: "users" })
   */
  metered(filter: Partial<MeteredRecord> = {}): readonly MeteredRecord[] {
    checkRecordFilter(filter);
    const wanted = Object.entries(filter);
    return [...this.#marketplace.state.records.values()].filter((record) =>
      wanted.every(([member, value]) => Reflect.get(record, member) === value),
    );
  }

  /**
   * Makes sure that usage was metered.
   *
   * @returns the records
   * @throws VerificationError that says what came nearest, and what was refused and why
   */
  verifyMetered(expected: MeteredExpectation): readonly MeteredRecord[] {
    const { ok, message, records } = this.checkMetered(expected);
    if (!ok) throw new VerificationError(message);
    return records;
  }

  /** The same as a value: whether it is so, and why not. */
  checkMetered(expected: MeteredExpectation): MeteredVerification {
    checkExpectation(expected);
    return verifyMetered(this.#marketplace.state, this.journal, expected);
  }

  /** Makes a registration token, as AWS Marketplace does when it sends a buyer. */
  issueToken(token: Omit<Token, "token"> & Partial<Pick<Token, "token">>): string {
    checkTokenToIssue(token);
    const name = token.token ?? `mock.${randomUUID()}`;
    this.#marketplace.issue({ ...token, token: name });
    return name;
  }

  /** The keys that verify the signatures of `RegisterUsage`; also at `/_mock/public-keys`. */
  publicKeys(): Promise<PublishedKey[]> {
    return this.#marketplace.publicKeys();
  }
}

const reportFailure = (error: unknown): void => console.error("The state was not written:", error);
