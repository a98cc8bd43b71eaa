import { describeValue } from "@tinsmith/server-runtime/matchers";
import { openChangeLog } from "@tinsmith/server-runtime/state";
import type { ChangeLog } from "@tinsmith/server-runtime/state";

/** A log that is opened on first use. */
export interface StateStore {
  readonly open: () => Promise<ChangeLog>;
  /** Closes a log that was opened here. A log that was passed in stays open. */
  close(): Promise<void>;
}

/**
 * @param state - a path, the URL of a server, or a log
 * @throws TypeError if it is none of these
 */
export function stateStore(state: string | ChangeLog, service: string): StateStore {
  if (!isPlace(state)) {
    throw new TypeError(
      `Invalid state: ${describeValue(state)}. Expected a path, a URL or a change log.`,
    );
  }
  if (typeof state !== "string") {
    return { open: () => Promise.resolve(state), close: () => Promise.resolve() };
  }
  let opened: Promise<ChangeLog> | undefined;
  return {
    open: () => (opened ??= openChangeLog(state, { service })),
    close: async () => {
      const log = await opened?.catch(() => undefined);
      await log?.close();
    },
  };
}

function isPlace(state: unknown): boolean {
  if (typeof state === "string") return state !== "";
  return (
    typeof state === "object" &&
    state !== null &&
    "turn" in state &&
    typeof state.turn === "function"
  );
}
