import type { Seed } from "../seed/seed.js";
import type { State } from "./state.js";

/** Returns the state as a seed, from which a server continues. */
export const dumpState = (state: State): Seed => ({
  ...state.seed,
  platform: state.platform,
  publicKeys: [...state.publicKeys.values()],
  tokens: [...state.tokens.values()],
  history: {
    records: [...state.records.values()],
    clientTokens: [...state.clientTokens].map(([key, use]) => ({ key, ...use })),
    registrations: [...state.registrations],
    resolvedTokens: [...state.resolvedTokens],
  },
});
