import { DurableState } from "@tinsmith/server-runtime/state";
import type { ChangeLog } from "@tinsmith/server-runtime/state";
import { readChange } from "./read-change.js";
import { summarize } from "./summarize.js";
import { stateOf, Store } from "./state.js";
import type { SeedChange, Change, Decision, State } from "./state.js";

/** A state that decisions read and change, one after another. */
export interface TenantState {
  /** The state as of the last decision or refresh; other servers may have changed it since. */
  readonly state: State;
  /** True if decisions outlive the process. */
  readonly durable: boolean;
  /** @throws the error of the decision */
  decide<Output>(decision: (state: State) => Decision<Output>): Output | Promise<Output>;
  /** Waits until all decisions are stored and the changes of other servers are read. */
  refresh(): Promise<void>;
}

/** A state in memory, with immediate decisions. */
export function memoryState(begin: () => SeedChange): TenantState {
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

/**
 * A state in a log. A decision is stored before its response is sent. The log is opened on first
 * use.
 */
export function loggedState(
  open: () => Promise<ChangeLog>,
  tenant: string,
  begin: () => SeedChange,
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

const storeOf = ({ seed, at }: SeedChange): Store => new Store(stateOf(seed, new Date(at)));
