import { randomUUID } from "node:crypto";
import { defaultTenant, Tenant, VerificationError } from "@tinsmith/server-runtime";
import type { TenantSetup } from "@tinsmith/server-runtime";
import { copyJson } from "@tinsmith/values";
import type { MarketplaceMeteringHandlers } from "../generated/handlers.js";
import { Marketplace } from "./marketplace.js";
import { checkExpectation, checkRecordFilter, checkTokenToIssue } from "../seed/seed.js";
import type { MeteredRecord, Platform, Seed, Token } from "../seed/seed.js";
import type { Settings } from "../rules/settings.js";
import type { PublishedKey } from "../signing/key-ring.js";
import type { StateStore } from "../state/state-store.js";
import { verifyMetered } from "../verification/verify-metered.js";
import type { MeteredExpectation, MeteredVerification } from "../verification/verify-metered.js";

/** A tenant of a mock server, with a separate marketplace. */
export class MarketplaceTenant extends Tenant<MarketplaceMeteringHandlers> {
  readonly #marketplace: Marketplace;

  /** @param store - the store of the state; if omitted, the state is in memory */
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

  /** A copy of the whole state as JSON. It is a seed from which a server can continue. */
  get state(): Seed {
    return copyJson(this.#marketplace.dump());
  }

  /** The settings of this tenant. */
  get settings(): Settings {
    return this.#marketplace.settings;
  }

  /**
   * Changes settings of this tenant, until a reset or the end of a boundary.
   *
   * @throws TypeError that names a wrong setting, or a setting that is fixed when the server is
   *   created
   */
  configure(changes: Partial<Settings>): void {
    this.#marketplace.configure(changes);
  }

  /** The platform of callers that the seed's `callers` does not name. */
  get platform(): Platform {
    return this.#marketplace.platform;
  }

  set platform(platform: Platform) {
    this.#marketplace.platform = platform;
  }

  /**
   * Returns the accepted records that match the filter, in the order of their arrival.
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
   * Verifies that usage was metered.
   *
   * @returns the matching records
   * @throws VerificationError that lists the nearest records, and the refused records with their
   *   reasons
   */
  verifyMetered(expected: MeteredExpectation): readonly MeteredRecord[] {
    const { ok, message, records } = this.checkMetered(expected);
    if (!ok) throw new VerificationError(message);
    return records;
  }

  /** Returns the result of a verification, with the reason if it fails. */
  checkMetered(expected: MeteredExpectation): MeteredVerification {
    checkExpectation(expected);
    return verifyMetered(this.#marketplace.state, this.journal, expected);
  }

  /**
   * Issues a registration token, as AWS Marketplace does when it redirects a buyer to the seller.
   */
  issueToken(token: Omit<Token, "token"> & Partial<Pick<Token, "token">>): string {
    checkTokenToIssue(token);
    const name = token.token ?? `mock.${randomUUID()}`;
    this.#marketplace.issue({ ...token, token: name });
    return name;
  }

  /**
   * Returns the keys that verify the signatures of `RegisterUsage`; also at `/_mock/public-keys`.
   */
  publicKeys(): Promise<PublishedKey[]> {
    return this.#marketplace.publicKeys();
  }
}

const reportFailure = (error: unknown): void => console.error("Cannot store the state:", error);
