import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { type ChangeLog, DurableState, memoryChangeLog, openChangeLog } from "../../src/state.js";

/** A counter: it begins at a number and is added to. */
type Change = { readonly begin: number } | { readonly add: number };

const isChange = (value: unknown): value is Change =>
  typeof value === "object" && value !== null && ("begin" in value || "add" in value);

const counter = (log: ChangeLog, tenant = "") => {
  const counted = { value: 0 };
  const state = new DurableState<Change>(log, tenant, {
    begin: () => ({ begin: 100 }),
    begins: (change) => "begin" in change,
    read: (logged) => {
      if (isChange(logged)) return logged;
      throw new TypeError("no change");
    },
    apply: (change) => {
      counted.value = "begin" in change ? change.begin : counted.value + change.add;
    },
  });
  const add = (amount: number): Promise<number> =>
    state.decide(() => ({ output: counted.value + amount, changes: [{ add: amount }] }));
  return { state, counted, add };
};

const logs = [
  ["memory", async () => memoryChangeLog()],
  [
    "a file",
    async () =>
      openChangeLog(join(await mkdtemp(join(tmpdir(), "log-")), "log.db"), { service: "Counter" }),
  ],
] as const;

describe.each(logs)("a state over a log in %s", (_, open) => {
  it("is decided on in turn, by everybody who shares it", async () => {
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

  it("is each tenant's own", async () => {
    const log = await open();
    await counter(log, "b").add(1);
    await counter(log, "a").add(5);
    const again = counter(log, "a");
    await again.state.refresh();
    expect(again.counted.value).toBe(105);
    expect(await log.tenants()).toEqual(["a", "b"]);
    await log.close();
  });

  it("that begins anew forgets what was, also for those who are behind", async () => {
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

  it("rejects with what a decision throws; the others of its turn stand", async () => {
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

it("writes once for all who ask at the same time", async () => {
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

it("says that it cannot open a file where there is no folder", async () => {
  await expect(openChangeLog("/no/such/folder/state.db", { service: "Counter" })).rejects.toThrow(
    /^The state in \/no\/such\/folder\/state\.db cannot be opened: /,
  );
});
