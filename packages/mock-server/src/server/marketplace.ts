import type { Behavior, Clock, HandlerContext } from "@tinsmith/server-runtime";
import type { ChangeLog } from "@tinsmith/server-runtime/state";
import type { BatchMeterUsageResult } from "@marketplace-metering/types";
import type { MarketplaceMeteringHandlers } from "../generated/handlers.js";
import { batchMeterUsage } from "../rules/batch-meter-usage.js";
import { batchWarnings } from "../rules/batch-warnings.js";
import type { Call } from "../rules/call.js";
import { meterUsage } from "../rules/meter-usage.js";
import { registerUsage } from "../rules/register-usage.js";
import { resolveCustomer } from "../rules/resolve-customer.js";
import { tokenWarnings } from "../rules/token-warnings.js";
import { requireReferences } from "../state/require-references.js";
import { parsePlatform, parseSeed } from "../seed/seed.js";
import type { Platform, PublicKey, Seed, Token } from "../seed/seed.js";
import { readSettings } from "../rules/settings.js";
import type { Settings } from "../rules/settings.js";
import { KeyRing } from "../signing/key-ring.js";
import type { PublishedKey } from "../signing/key-ring.js";
import { claimsPayload } from "../signing/usage-signature.js";
import { dumpState } from "../state/dump.js";
import { loggedState, memoryState } from "../state/tenant-state.js";
import type { TenantState } from "../state/tenant-state.js";
import { seeded } from "../state/state.js";
import type { SeedChange, Change, Decision, State } from "../state/state.js";

/** The store of a durable state. */
export interface StatePlace {
  readonly open: () => Promise<ChangeLog>;
  readonly tenant: string;
  /** Called when a change by a test could not be stored. */
  readonly onFailure: (error: unknown) => void;
}

/** Connects the rules with the outside: reads the clock, applies changes and signs. */
export class Marketplace implements Behavior<MarketplaceMeteringHandlers> {
  readonly #clock: Clock;
  readonly #initialSettings: Settings;
  #settings: Settings;
  readonly #keys = new KeyRing();
  readonly #tenantState: TenantState;
  readonly #place: StatePlace | undefined;

  /** @param place - the store of the state; if omitted, the state is in memory */
  constructor(seed: Seed, clock: Clock, settings: Settings, place?: StatePlace) {
    this.#clock = clock;
    this.#initialSettings = settings;
    this.#settings = settings;
    this.#place = place;
    const begin = (): SeedChange => seeded(seed, clock.now());
    this.#tenantState = place ? loggedState(place.open, place.tenant, begin) : memoryState(begin);
  }

  /** The handlers of the four operations for the generated server. */
  readonly handlers: Required<MarketplaceMeteringHandlers> = {
    BatchMeterUsage: (input, context) => {
      const warned = (output: BatchMeterUsageResult): BatchMeterUsageResult => {
        for (const warning of batchWarnings(input, output)) context.warn(warning);
        return output;
      };
      const output = this.#decide(batchMeterUsage, input, context);
      return output instanceof Promise ? output.then(warned) : warned(output);
    },
    MeterUsage: (input, context) => this.#decide(meterUsage, input, context),
    ResolveCustomer: (input, context) => {
      for (const warning of tokenWarnings(this.state, input.RegistrationToken)) {
        context.warn(warning);
      }
      return this.#decide(resolveCustomer, input, context);
    },
    RegisterUsage: async (input, context) => {
      const { key, claims, rotationTimestamp } = await this.#decide(registerUsage, input, context);
      const payload = claimsPayload(claims, this.#settings.signatureClaims);
      return {
        Signature: await this.#keys.sign(await this.#kept(key), payload),
        ...(rotationTimestamp ? { PublicKeyRotationTimestamp: rotationTimestamp } : {}),
      };
    },
  };

  get state(): State {
    return this.#tenantState.state;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /**
   * @throws TypeError that names a wrong setting, or a setting that cannot change after the start
   */
  configure(changes: Partial<Settings>): void {
    const changed = readSettings(changes, this.#settings);
    const { allocationErrors } = this.#settings;
    if (changed.allocationErrors !== allocationErrors) {
      throw new TypeError(
        `The setting allocationErrors is fixed when the server is created. It is ${JSON.stringify(allocationErrors)}.`,
      );
    }
    this.#settings = changed;
  }

  get platform(): Platform {
    return this.state.platform;
  }

  /** @throws TypeError if the platform is not valid */
  set platform(platform: Platform) {
    this.#change({ kind: "platformSet", platform: parsePlatform(platform) });
  }

  dump(): Seed {
    return dumpState(this.state);
  }

  /** @throws TypeError if the seed is not valid */
  seed(seed: unknown): void {
    const parsed = parseSeed(seed);
    this.#change(() => seeded(parsed, this.#clock.now()));
  }

  /** Restores the state of the same seed, and the initial settings. */
  reset(): void {
    this.#settings = this.#initialSettings;
    this.#change(({ seed }) => seeded(seed, this.#clock.now()));
  }

  checkpoint(): () => void {
    const { seed } = this.state;
    const before = this.dump();
    const settings = this.#settings;
    return () => {
      this.#settings = settings;
      // `reset` returns to the original seed, not to the state of the checkpoint.
      this.#change(() => seeded(before, this.#clock.now(), seed));
    };
  }

  /** @throws TypeError if the customer, product or license does not exist */
  issue(token: Token): void {
    const issuedAt = token.issuedAt ?? this.#clock.now().toISOString();
    this.#change((state) => {
      requireReferences(state, token);
      return { kind: "tokenIssued", token: { ...token, issuedAt } };
    });
  }

  /** Waits until all changes are stored and the changes of other servers are read. */
  refresh(): Promise<void> {
    return this.#tenantState.refresh();
  }

  async publicKeys(): Promise<PublishedKey[]> {
    await this.refresh();
    const keys = [...this.state.publicKeys.values()];
    return Promise.all(keys.map(async (key) => this.#keys.publish(await this.#kept(key))));
  }

  /** Returns the key. If the state is durable, stores the key pair first. */
  async #kept(key: PublicKey): Promise<PublicKey> {
    if (!this.#tenantState.durable || key.privateKey !== undefined) return key;
    const privateKey = await this.#keys.export(key);
    return this.#tenantState.decide(({ publicKeys }) => {
      const kept = publicKeys.get(key.version) ?? key;
      if (kept.privateKey !== undefined) return { output: kept, changes: [] };
      const made: Change = { kind: "keyMade", version: key.version, privateKey };
      return { output: { ...kept, privateKey }, changes: [made] };
    });
  }

  /**
   * Applies a change. In memory the change takes effect immediately; with a log it takes effect
   * before all later calls.
   */
  #change(change: Change | ((state: State) => Change)): void {
    const decided = this.#tenantState.decide((state) => ({
      output: undefined,
      changes: [typeof change === "function" ? change(state) : change],
    }));
    decided?.catch(this.#place?.onFailure);
  }

  #decide<Input, Output>(
    rule: (state: State, call: Call<Input>) => Decision<Output>,
    input: Input,
    { credential }: HandlerContext,
  ): Output | Promise<Output> {
    return this.#tenantState.decide((state) =>
      rule(state, {
        input,
        now: this.#clock.now(),
        region: credential?.region ?? this.#settings.region,
        platform: state.seed.callers[credential?.accessKeyId ?? ""] ?? state.platform,
        settings: this.#settings,
      }),
    );
  }
}
