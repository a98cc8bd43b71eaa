import type { Summary } from "@tinsmith/server-runtime/state";
import { dumpState } from "./dump.js";
import { seeded } from "./state.js";
import type { Change, State } from "./state.js";

/**
 * Returns the state as changes. The first change is a seed without the history. Each further change
 * adds one entry of the history, so that every change is small.
 *
 * @param now - the time when the seed is loaded; parts with a time keep it
 */
export const summarize = (state: State, now: () => Date): Summary<Change> => ({
  size:
    1 +
    state.tokens.size +
    state.records.size +
    state.clientTokens.size +
    state.registrations.size +
    state.resolvedTokens.size,
  changes: () => {
    const { history: _history, tokens: _tokens, ...rest } = dumpState(state);
    const bare = { ...rest, tokens: [], history: noHistory };
    return [
      seeded(bare, now(), state.seed),
      ...[...state.tokens.values()].map((token): Change => ({ kind: "tokenIssued", token })),
      ...[...state.records.values()].map((record): Change => ({ kind: "metered", record })),
      ...[...state.clientTokens].map(([key, use]): Change => ({
        kind: "clientTokenUsed",
        key,
        use,
      })),
      ...[...state.registrations].map((key): Change => ({ kind: "registered", key })),
      ...[...state.resolvedTokens].map((token): Change => ({ kind: "tokenResolved", token })),
    ];
  },
});

const noHistory = { records: [], clientTokens: [], registrations: [], resolvedTokens: [] };
