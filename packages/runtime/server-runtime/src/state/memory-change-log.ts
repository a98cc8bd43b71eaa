import type { Addition, ChangeLog, LoggedChange } from "./change-log.js";

/** Creates a log in memory, for tests and for servers of one process that share a state. */
export function memoryChangeLog(): ChangeLog {
  const logs = new Map<string, { last: number; changes: LoggedChange[] }>();
  return {
    turn: async (tenant, after, decide) => {
      const log = logs.get(tenant) ?? { last: 0, changes: [] };
      const addition: Addition = decide(log.changes.filter(({ position }) => position > after));
      if (addition.replaces) log.changes = [];
      for (const change of addition.changes) {
        log.last += 1;
        // A copy through JSON, as a store would return it.
        log.changes.push({ position: log.last, change: JSON.parse(JSON.stringify(change)) });
      }
      logs.set(tenant, log);
      return log.last;
    },
    tenants: async () =>
      [...logs].flatMap(([tenant, { last }]) => (last > 0 ? [tenant] : [])).sort(),
    close: async () => undefined,
  };
}
