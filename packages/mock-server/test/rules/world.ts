import { parseSeed } from "../../src/seed/seed.js";
import type { Platform, SeedInput } from "../../src/seed/seed.js";
import { defaultSettings } from "../../src/rules/settings.js";
import type { Settings } from "../../src/rules/settings.js";
import type { Call } from "../../src/rules/call.js";
import { applyChanges, stateOf } from "../../src/state/state.js";
import type { Decision, State } from "../../src/state/state.js";

export const product = "prod-a";
export const otherProduct = "prod-b";
export const account = "111122223333";
export const license = "arn:aws:license-manager::294406891311:license:l-a";
export const otherLicense = "arn:aws:license-manager::294406891311:license:l-b";

/** Half past five on a day in the middle of a month. */
export const now = new Date("2026-11-15T05:30:00Z");

export const baseSeed: SeedInput = {
  products: [
    { code: product, dimensions: ["users", "GB"] },
    { code: otherProduct, dimensions: ["users"] },
  ],
  customers: [
    { account, identifier: "cust-a" },
    { account: "444455556666", identifier: "cust-b" },
  ],
  agreements: [
    { customer: account, product, licenseArn: license },
    { customer: account, product: otherProduct, licenseArn: otherLicense },
  ],
  platform: { kind: "ecs", account, resource: "task/1" },
};

type Rule<Input, Output> = (state: State, call: Call<Input>) => Decision<Output>;

/** A state and a time. Calls apply rules to the state one after the other. */
export class World {
  #state: State;
  now: Date;
  region = "us-east-1";
  platform: Platform;
  readonly settings: Settings;

  constructor(
    seed: SeedInput = {},
    options: { now?: Date | string; settings?: Partial<Settings>; platform?: Platform } = {},
  ) {
    this.now = new Date(options.now ?? now);
    const parsed = parseSeed({ ...baseSeed, ...seed });
    this.#state = stateOf(parsed, this.now);
    this.platform = options.platform ?? parsed.platform;
    this.settings = { ...defaultSettings, ...options.settings };
  }

  get state(): State {
    return this.#state;
  }

  get quantities(): number[] {
    return [...this.#state.records.values()].map(({ quantity }) => quantity);
  }

  call<Input, Output>(rule: Rule<Input, Output>, input: Input): Output {
    const { now, region, platform, settings } = this;
    const { output, changes } = rule(this.#state, { input, now, region, platform, settings });
    this.#state = applyChanges(this.#state, changes);
    return output;
  }
}

/** Returns the instant that is this many hours and minutes earlier. */
export const before = (time: Date, hours: number, minutes = 0): Date =>
  new Date(time.getTime() - hours * 3_600_000 - minutes * 60_000);
