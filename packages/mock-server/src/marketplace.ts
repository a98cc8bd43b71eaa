import {
  type ControllableClock,
  type HandlerContext,
  type ServerHooks,
} from "@tinsmith/server-runtime";

import type { MarketplaceMeteringHandlers } from "./generated/handlers.js";
import { batchMeterUsage } from "./rules/batch-meter-usage.js";
import type { Call } from "./rules/call.js";
import { meterUsage } from "./rules/meter-usage.js";
import { registerUsage } from "./rules/register-usage.js";
import { resolveCustomer } from "./rules/resolve-customer.js";
import type { Platform, Seed, Token } from "./seed/seed.js";
import type { Settings } from "./settings.js";
import { KeyRing, type PublishedKey } from "./signing/key-ring.js";
import { claimsPayload } from "./signing/usage-signature.js";
import { dumpState } from "./state/dump.js";
import { type Decision, type IssuedToken, type State, stateOf, Store } from "./state/state.js";

/** Where the rules meet the world: it asks the clock, carries changes out and signs. */
export class Marketplace {
  readonly #clock: ControllableClock;
  readonly #settings: Settings;
  readonly #keys = new KeyRing();
  #seed: Seed;
  #platform: Platform;
  #store: Store;

  constructor(seed: Seed, clock: ControllableClock, settings: Settings) {
    this.#clock = clock;
    this.#settings = settings;
    this.#seed = seed;
    this.#platform = seed.platform;
    this.#store = new Store(stateOf(seed, clock.now()));
  }

  /** The behaviour of the four operations, as handlers of the generated server. */
  readonly handlers: Required<MarketplaceMeteringHandlers> = {
    BatchMeterUsage: (input, context) => this.#decide(batchMeterUsage, input, context),
    MeterUsage: (input, context) => this.#decide(meterUsage, input, context),
    ResolveCustomer: (input, context) => this.#decide(resolveCustomer, input, context),
    RegisterUsage: async (input, context) => {
      const { key, claims, rotationTimestamp } = this.#decide(registerUsage, input, context);
      const payload = claimsPayload(claims, this.#settings.signatureClaims);
      return {
        Signature: await this.#keys.sign(key, payload),
        ...(rotationTimestamp ? { PublicKeyRotationTimestamp: rotationTimestamp } : {}),
      };
    },
  };

  /** Publishes the public keys over HTTP, all as JSON or one as PEM. */
  readonly hooks: ServerHooks = {
    onRequest: async ({ request: { method, path } }) => {
      if (method !== "GET" || !path.startsWith(publicKeysPath)) return undefined;
      const keys = await this.publicKeys();
      if (path === publicKeysPath) return respond("application/json", JSON.stringify({ keys }));
      const wanted = path.slice(publicKeysPath.length + 1);
      const key = keys.find(({ version }) => String(version) === wanted);
      return key && respond("application/x-pem-file", key.pem);
    },
  };

  get state(): State {
    return this.#store.state;
  }

  get platform(): Platform {
    return this.#platform;
  }

  set platform(platform: Platform) {
    this.#platform = platform;
  }

  dump(): Seed {
    return dumpState(this.state, { ...this.#seed, platform: this.#platform });
  }

  /** Begins again, with the same seed or another one. */
  reset(seed: Seed = this.#seed): void {
    this.#seed = seed;
    this.#platform = seed.platform;
    this.#store = new Store(stateOf(seed, this.#clock.now()));
  }

  issue(token: Token): void {
    const issued: IssuedToken = {
      ...token,
      issuedAt: token.issuedAt ?? this.#clock.now().toISOString(),
    };
    this.#store.apply([{ kind: "tokenIssued", token: issued }]);
  }

  publicKeys(): Promise<PublishedKey[]> {
    return Promise.all([...this.state.publicKeys.values()].map((key) => this.#keys.publish(key)));
  }

  #decide<Input, Output>(
    rule: (state: State, call: Call<Input>) => Decision<Output>,
    input: Input,
    { credential }: HandlerContext,
  ): Output {
    const { output, changes } = rule(this.state, {
      input,
      now: this.#clock.now(),
      region: credential?.region ?? this.#settings.region,
      platform: this.#seed.callers[credential?.accessKeyId ?? ""] ?? this.#platform,
      settings: this.#settings,
    });
    this.#store.apply(changes);
    return output;
  }
}

const publicKeysPath = "/_mock/public-keys";

const respond = (contentType: string, body: string) => ({
  statusCode: 200,
  headers: { "content-type": contentType },
  body,
});
