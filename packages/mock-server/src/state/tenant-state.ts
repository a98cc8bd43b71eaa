import { DurableState } from "@tinsmith/server-runtime/state";
import type { ChangeLog } from "@tinsmith/server-runtime/state";
import { readChange } from "./read-change.js";
import { summarize } from "./summarize.js";
import { stateOf, Store } from "./state.js";
import type { Beginning, Change, Decision, State } from "./state.js";

/** Keeps a state: decisions are taken through it, one after the other. */
export interface TenantState {
  /** As far as it is known here. */
  readonly state: State;
  /** Whether what is decided outlives the process. */
  readonly durable: boolean;
  /** @throws what the decision throws */
  decide<Output>(decision: (state: State) => Decision<Output>): Output | Promise<Output>;
  /** Waits until everything so far is written, and what others have written is here. */
  refresh(): Promise<void>;
}

/** In memory, at once. */
export function memoryState(begin: () => Beginning): TenantState {
  const store = storeOf(begin());
  return {
    get state() {
      return store.state;
    },
    durable: false,
    decide: (decision) => {
      const { output, changes } = decision(store.state);
      store.apply(changes);
      return output;
    },
    refresh: () => Promise.resolve(),
  };
}

/** In a log, before anybody is answered; the log is opened by the first who needs it. */
export function loggedState(
  open: () => Promise<ChangeLog>,
  tenant: string,
  begin: () => Beginning,
): TenantState {
  const store = storeOf(begin());
  let durable: Promise<DurableState<Change>> | undefined;
  const opened = (): Promise<DurableState<Change>> =>
    (durable ??= open().then(
      (log) =>
        new DurableState(log, tenant, {
          begin,
          begins: ({ kind }) => kind === "seeded",
          read: readChange,
          apply: (change) => store.apply([change]),
          summary: () => summarize(store.state, () => new Date(begin().at)),
        }),
    ));
  return {
    get state() {
      return store.state;
    },
    durable: true,
    decide: async (decision) => (await opened()).decide(() => decision(store.state)),
    refresh: async () => (await opened()).refresh(),
  };
}

const storeOf = ({ seed, at }: Beginning): Store => new Store(stateOf(seed, new Date(at)));
