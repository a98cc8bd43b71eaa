import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createMockServer } from "../../src/index.js";
import { acknowledged, batch, call, seed } from "./calls.js";
import { startProcess } from "./server-process.js";
import type { ServerProcess } from "./server-process.js";

const running = new Set<ServerProcess>();
afterEach(async () => {
  for (const server of running) await server.kill();
  running.clear();
});

async function start(state: string): Promise<ServerProcess> {
  const server = await startProcess(state);
  running.add(server);
  return server;
}

describe("a server that is killed during 1,000 batches", () => {
  it("loses no acknowledged records and bills no records twice", async () => {
    const batches = 1000;
    const size = 5;
    const killAfter = [1, 90, 91, 333, 600, 997];
    const state = join(await mkdtemp(join(tmpdir(), "kill-")), "state.db");
    const timestamp = Math.floor(Date.now() / 1000);
    const ids = new Map<string, string>();
    const changed: string[] = [];
    const waiting = Array.from({ length: batches }, (_, index) => index);
    let answers = 0;
    let cutOff = 0;
    let server = await start(state);

    /**
     * Sends batches until all are acknowledged or the server is killed. The caller sends the other
     * batches again later.
     */
    const sender = async (): Promise<void> => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const usage = batch(index * size, size, timestamp);
        const answer = await call(server.url, "BatchMeterUsage", usage).catch(() => undefined);
        if (answer === undefined) {
          cutOff += 1;
          waiting.push(index);
          return;
        }
        for (const [dimension, id] of acknowledged(answer)) {
          if ((ids.get(dimension) ?? id) !== id) changed.push(dimension);
          ids.set(dimension, id);
        }
        answers += 1;
        if (answers === killAfter[0]) {
          killAfter.shift();
          void server.kill();
        }
      }
    };
    while (waiting.length > 0) {
      await Promise.all(Array.from({ length: 32 }, sender));
      if (waiting.length === 0) break;
      await server.kill();
      server = await start(state);
    }
    await server.kill();

    const survivor = createMockServer({ seed, state });
    await survivor.refresh();
    const metered = survivor.metered();
    await survivor.close();
    const stored = new Map(metered.map((record) => [record.dimension, record.meteringRecordId]));
    expect(killAfter).toEqual([]);
    expect(cutOff).toBeGreaterThan(6);
    expect(changed).toEqual([]);
    expect(metered).toHaveLength(batches * size);
    expect(stored).toEqual(ids);
    expect(metered.every(({ dimension, quantity }) => dimension === `dimension-${quantity}`)).toBe(
      true,
    );
  }, 60_000);
});
