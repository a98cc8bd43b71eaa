import { mkdtemp, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DurableState,
  memoryChangeLog,
  openChangeLog,
  StateError,
} from "../../src/entries/state.js";
import type { ChangeLog, ChangeModel } from "../../src/entries/state.js";

/** A change of a counter: its initial number, or a number that is added to it. */
type Change = { readonly begin: number } | { readonly add: number };

const isChange = (value: unknown): value is Change =>
  typeof value === "object" && value !== null && ("begin" in value || "add" in value);

function counter(log: ChangeLog, tenant = "", summarizeAfter = 10_000) {
  const counted = { value: 0 };
  const model: ChangeModel<Change> = {
    begin: () => ({ begin: 100 }),
    begins: (change) => "begin" in change,
    read: (logged) => {
      if (isChange(logged)) return logged;
      throw new TypeError("no change");
    },
    apply: (change) => {
      counted.value = "begin" in change ? change.begin : counted.value + change.add;
    },
    // The summary has two changes, so that the test fails if only a part is read.
    summary: () => ({
      size: 2,
      changes: () => [{ begin: counted.value - 1 }, { add: 1 }],
    }),
  };
  const state = new DurableState<Change>(log, tenant, model, { summarizeAfter });
  const add = (amount: number): Promise<number> =>
    state.decide(() => ({ output: counted.value + amount, changes: [{ add: amount }] }));
  return { state, counted, add };
}

const logs = [
  ["memory", async () => memoryChangeLog()],
  [
    "a file",
    async () =>
      openChangeLog(join(await mkdtemp(join(tmpdir(), "log-")), "log.db"), { service: "Counter" }),
  ],
] as const;

describe.each(logs)("a state over a log in %s", (_, open) => {
  it("runs the decisions of all servers that share it one after the other", async () => {
    const log = await open();
    const [one, other] = [counter(log), counter(log)];
    expect(await one.add(1)).toBe(101);
    expect(await other.add(1)).toBe(102);
    const sums = await Promise.all([one.add(1), other.add(1), one.add(1), other.add(1)]);
    expect([...sums].sort()).toEqual([103, 104, 105, 106]);
    await one.state.refresh();
    expect(one.counted.value).toBe(106);
    await log.close();
  });

  it("is separate for each tenant", async () => {
    const log = await open();
    await counter(log, "b").add(1);
    await counter(log, "a").add(5);
    const again = counter(log, "a");
    await again.state.refresh();
    expect(again.counted.value).toBe(105);
    expect(await log.tenants()).toEqual(["a", "b"]);
    await log.close();
  });

  it("is replaced as a whole, even for servers that lag behind", async () => {
    const log = await open();
    const [one, other] = [counter(log), counter(log)];
    await one.add(1);
    await other.state.refresh();
    await one.state.decide(() => ({ output: 0, changes: [{ begin: 7 }, { add: 1 }] }));
    const kept: unknown[] = [];
    await log.turn("", 0, (missed) => {
      kept.push(...missed.map(({ change }) => change));
      return { changes: [] };
    });
    expect(kept).toEqual([{ begin: 7 }, { add: 1 }]);
    expect(await other.add(2)).toBe(10);
    await log.close();
  });

  it("rejects a decision with its error, and keeps other decisions of the same turn", async () => {
    const log = await open();
    const { state, add, counted } = counter(log);
    const failing = state.decide(() => {
      throw new RangeError("no");
    });
    const standing = add(3);
    await expect(failing).rejects.toThrow("no");
    expect(await standing).toBe(103);
    expect(counted.value).toBe(103);
    await log.close();
  });
});

/** Returns the number of changes in a log. */
async function lengthOf(log: ChangeLog): Promise<number> {
  let length = 0;
  await log.turn("", 0, (missed) => {
    length = missed.length;
    return { changes: [] };
  });
  return length;
}

describe.each(logs)("a history in %s", (_, open) => {
  it("is replaced by a summary that all servers continue from", async () => {
    const log = await open();
    const counters = [0, 1, 2].map(() => counter(log, "", 10));
    const lengths: number[] = [];
    for (let call = 0; call < 90; call++) {
      // Each counter makes several calls in turn, so that the other counters lag behind for a
      // while.
      await counters[Math.floor(call / 7) % counters.length]?.add(1);
      lengths.push(await lengthOf(log));
    }
    expect(Math.max(...lengths)).toBeLessThanOrEqual(11);
    for (const { state, counted } of [...counters, counter(log, "", 10)]) {
      await state.refresh();
      expect(counted.value).toBe(190);
    }
    await log.close();
  });

  it("stays consistent for servers that join, leave, lag and restart in any order", async () => {
    const step = fc.record({
      server: fc.integer({ min: 0, max: 2 }),
      does: fc.constantFrom("add", "add", "add", "refresh", "restart", "begin"),
      amount: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const log = await open();
        const servers = [0, 1, 2].map(() => counter(log, "", 4));
        let expected = 100;
        const answered: [number, number][] = [];
        for (const { server, does, amount } of steps) {
          const one = servers[server];
          if (!one) continue;
          if (does === "restart") servers[server] = counter(log, "", 4);
          else if (does === "refresh") await one.state.refresh();
          else if (does === "add") answered.push([await one.add(amount), (expected += amount)]);
          else {
            expected = amount;
            await one.state.decide(() => ({ output: 0, changes: [{ begin: amount }] }));
          }
        }
        for (const [answer, sum] of answered) expect(answer).toBe(sum);
        for (const { state, counted } of servers) {
          await state.refresh();
          expect(counted.value).toBe(expected);
        }
        await log.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe("a durable state", () => {
  it("keeps the history if a summary cannot be written, and tries again", async () => {
    const log = memoryChangeLog();
    let failures = 2;
    const failing: ChangeLog = {
      ...log,
      turn: (tenant, after, decide) =>
        log.turn(tenant, after, (missed) => {
          const addition = decide(missed);
          if (addition.replaces === true && addition.changes.length > 1 && failures-- > 0) {
            throw new Error("the disk is full");
          }
          return addition;
        }),
    };
    const { add, counted } = counter(failing, "", 5);
    const settled: (number | string)[] = [];
    for (let call = 0; call < 10; call++) {
      settled.push(await add(1).catch((error: Error) => error.message));
    }
    // Refused decisions had no effect.
    expect(settled.filter((one) => one === "the disk is full")).toHaveLength(2);
    expect(counted.value).toBe(108);
    expect(await lengthOf(log)).toBeLessThanOrEqual(6);
  });

  it("writes simultaneous decisions at once", async () => {
    const log = memoryChangeLog();
    let turns = 0;
    const counting: ChangeLog = {
      ...log,
      turn: (...args) => {
        turns += 1;
        return log.turn(...args);
      },
    };
    const { add, counted } = counter(counting);
    await Promise.all(Array.from({ length: 50 }, () => add(1)));
    expect(counted.value).toBe(150);
    expect(turns).toBeLessThanOrEqual(2);
  });

  it("writes consecutive decisions at once, even if the log stores synchronously", async () => {
    const log = memoryChangeLog();
    let turns = 0;
    const { add, counted } = counter({
      ...log,
      turn: (...args) => {
        turns += 1;
        return log.turn(...args);
      },
    });
    // As with requests of different connections, each callback runs after the promises of the
    // previous one have settled.
    await Promise.all(
      Array.from(
        { length: 20 },
        () => new Promise<unknown>((resolve) => setImmediate(() => resolve(add(1)))),
      ),
    );
    expect(counted.value).toBe(120);
    expect(turns).toBe(1);
  });

  it("creates files that only their owner may read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "log-"));
    const log = await openChangeLog(join(folder, "log.db"), { service: "Counter" });
    await counter(log).add(1);
    for (const name of await readdir(folder)) {
      expect([name, (await stat(join(folder, name))).mode & 0o777]).toEqual([name, 0o600]);
    }
    await log.close();
  });

  it("can be opened in a new file by several servers at the same time", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "log-")), "log.db");
    const logs = await Promise.all(
      Array.from({ length: 5 }, () => openChangeLog(path, { service: "Counter" })),
    );
    for (const log of logs) await counter(log).add(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    for (const log of logs) await log.close();
  });

  it("reports the reason if a file cannot be opened", async () => {
    const folder = await mkdtemp(join(tmpdir(), "log-"));
    const text = join(folder, "notes.txt");
    await writeFile(text, "These are notes, and not a database of any kind. ".repeat(20));
    for (const [path, reason] of [
      [join(folder, "none", "state.db"), `the folder ${join(folder, "none")} does not exist.`],
      [folder, "it is a folder. Expected a file."],
      [join(text, "state.db"), `${text} is not a folder.`],
      [text, "the file is not a state of this kind. Use another path (SQLITE_NOTADB)."],
    ] as const) {
      await expect(openChangeLog(path, { service: "Counter" })).rejects.toThrow(
        new StateError(`The state in ${path} cannot be opened: ${reason}`),
      );
    }
  });
});
