import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Client, InStatement } from "@libsql/client";
import { StateError } from "./change-log.js";
import type { Addition, ChangeLog, LoggedChange } from "./change-log.js";
import { engineProblem, prepareStateFile } from "./state-file.js";
import { takeTurns } from "./turns.js";
import * as v from "valibot";
import { reasonOf } from "@tinsmith/values";
import { checkArgument, checkOptions } from "../checks/check.js";
import { fullText, limit, strictOptions, text } from "../checks/expected.js";

/** Options of {@link openChangeLog}. */
export interface ChangeLogOptions {
  /** The service to which the changes belong. A store of another service is refused. */
  readonly service: string;
  /** The token for a shared server that requires one. */
  readonly authToken?: string | undefined;
  /** The time to wait for another process that writes to the same file. Default 10 s. */
  readonly busyTimeoutMs?: number | undefined;
}

const optionsSchema = strictOptions({
  service: fullText,
  authToken: v.optional(text),
  busyTimeoutMs: v.optional(limit),
} satisfies Record<keyof ChangeLogOptions, v.GenericSchema>);

/**
 * Stores changes in SQLite. The store is a local file, which several processes may share, or a
 * shared server of the same engine (libSQL) over HTTP. The engine is an optional dependency and is
 * loaded here. In a file, every turn is synced to the disk before its response is sent.
 *
 * @param location - a path, or the URL of a server: `http:`, `https:`, `libsql:`, `ws:` or `wss:`
 * @throws StateError if the engine is not installed, or the store cannot be opened or belongs to
 *   another service
 */
export async function openChangeLog(
  location: string,
  options: ChangeLogOptions,
): Promise<ChangeLog> {
  checkArgument(fullText, location, "location of openChangeLog()");
  checkOptions(optionsSchema, options, "openChangeLog()");
  const { service, authToken, busyTimeoutMs = 10_000 } = options;
  const isServer = /^(https?|libsql|wss?):/.test(location);
  const url = isServer ? location : pathToFileURL(resolve(location)).href;
  const fail = (reason: string, cause: unknown): StateError =>
    new StateError(`The state in ${location} ${reason}: ${engineProblem(cause)}.`, { cause });
  if (!isServer) await prepareStateFile(location);
  const client = await connect(location, () => ({
    url,
    timeout: busyTimeoutMs,
    ...(authToken === undefined ? {} : { authToken }),
  }));
  // The engine allows one writer at a time. Within the process, turns avoid waiting for its lock.
  const inTurn = takeTurns(isServer ? client : url);
  try {
    if (!isServer) await client.execute("PRAGMA journal_mode = WAL");
    await inTurn(() => client.batch(tables(service), "write"));
    await checkOwner(client, service);
  } catch (error) {
    client.close();
    if (error instanceof StateError) throw error;
    throw fail("cannot be opened", error);
  }
  return {
    turn: (tenant, after, decide) =>
      inTurn(async () => {
        const transaction = await client.transaction("write").catch((error: unknown) => {
          throw fail("cannot be locked for writing", error);
        });
        try {
          const missed = await transaction
            .execute({ sql: selectChanges, args: [tenant, after] })
            .catch((error: unknown) => {
              throw fail("cannot be read", error);
            });
          const changes = missed.rows.map((row): LoggedChange => ({
            position: Number(row["position"]),
            change: JSON.parse(String(row["change"])),
          }));
          const last = changes.at(-1)?.position ?? after;
          const addition = decide(changes);
          if (addition.changes.length === 0) return last;
          try {
            const statements = additionOf(tenant, last, addition);
            // A server limits the size of requests.
            for (let first = 0; first < statements.length; first += statementsAtOnce) {
              await transaction.batch(statements.slice(first, first + statementsAtOnce));
            }
            await transaction.commit();
          } catch (error) {
            throw fail("cannot be written", error);
          }
          return last + addition.changes.length;
        } finally {
          transaction.close();
        }
      }),
    tenants: async () => {
      const { rows } = await client.execute("SELECT DISTINCT tenant FROM changes ORDER BY tenant");
      return rows.map((row) => String(row["tenant"]));
    },
    close: () => inTurn(async () => client.close()),
  };
}

async function connect(
  location: string,
  config: () => { url: string; timeout: number; authToken?: string },
): Promise<Client> {
  const { createClient } = await import("@libsql/client").catch((cause: unknown) => {
    throw new StateError(
      `Durable state requires the package @libsql/client, an optional dependency that is not installed or ` +
        `has no binary for this machine (${reasonOf(cause)}). Install it next to this package.`,
      { cause },
    );
  });
  try {
    return createClient({ ...config(), concurrency: 1 });
  } catch (cause) {
    throw new StateError(`The state in ${location} cannot be opened: ${engineProblem(cause)}.`, {
      cause,
    });
  }
}

const format = "1";

const tables = (service: string): InStatement[] => [
  "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
  `CREATE TABLE IF NOT EXISTS changes (
    tenant TEXT NOT NULL, position INTEGER NOT NULL, change TEXT NOT NULL,
    PRIMARY KEY (tenant, position)
  ) WITHOUT ROWID`,
  {
    sql: "INSERT OR IGNORE INTO about VALUES ('format', ?), ('service', ?)",
    args: [format, service],
  },
];

const selectChanges =
  "SELECT position, change FROM changes WHERE tenant = ? AND position > ? ORDER BY position";

const statementsAtOnce = 500;

const additionOf = (tenant: string, last: number, addition: Addition): InStatement[] => [
  ...(addition.replaces ? [{ sql: "DELETE FROM changes WHERE tenant = ?", args: [tenant] }] : []),
  ...addition.changes.map((change, index) => ({
    sql: "INSERT INTO changes VALUES (?, ?, ?)",
    args: [tenant, last + 1 + index, JSON.stringify(change)],
  })),
];

async function checkOwner(client: Client, service: string): Promise<void> {
  const { rows } = await client.execute("SELECT name, value FROM about");
  const about = new Map(rows.map((row) => [String(row["name"]), String(row["value"])]));
  if (about.get("format") !== format) {
    throw new StateError(
      `The state has format ${about.get("format")}, but this server reads format ${format}. Use the version that wrote it, or start with a new file.`,
    );
  }
  if (about.get("service") !== service) {
    throw new StateError(`The state belongs to ${about.get("service")}, not to ${service}.`);
  }
}
