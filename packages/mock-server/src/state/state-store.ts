import { type ChangeLog, openChangeLog } from "@tinsmith/server-runtime/state";

/** A log that is opened by the first who needs it. */
export interface StateStore {
  readonly open: () => Promise<ChangeLog>;
  /** Closes what was opened here; a log that was handed in stays its owner's. */
  close(): Promise<void>;
}

/** @param state - a path, the URL of a server, or a log of the caller's own */
export const stateStore = (state: string | ChangeLog, service: string): StateStore => {
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
};
