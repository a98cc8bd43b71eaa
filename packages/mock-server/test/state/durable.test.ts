import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryChangeLog, openChangeLog } from "@tinsmith/server-runtime/state";
import type { ChangeLog } from "@tinsmith/server-runtime/state";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createMockServer } from "../../src/index.js";
import type { MockServerOptions } from "../../src/index.js";
import { account, acknowledged, batch, call, product, seed } from "./calls.js";

const file = async () => join(await mkdtemp(join(tmpdir(), "state-")), "state.db");

const started: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

async function serve(options: MockServerOptions) {
  const server = await createMockServer({ seed, ...options }).listen();
  started.push(server);
  return server;
}

const now = () => Math.floor(Date.now() / 1000);

describe("a state in a file", () => {
  it("keeps records, tokens, registrations and the platform after a restart", async () => {
    const state = await file();
    const first = await serve({ state });
    const answer = await call(first.url, "BatchMeterUsage", batch(0, 3, now()));
    first.issueToken({ token: "fresh", customer: account, product });
    first.platform = { kind: "eks", account, resource: "pod/1" };
    await call(first.url, "RegisterUsage", { ProductCode: product, PublicKeyVersion: 1 });
    const before = first.state;
    await first.close();

    const second = await serve({ state });
    expect(second.metered().map(({ quantity }) => quantity)).toEqual([0, 1, 2]);
    expect(second.platform).toEqual({ kind: "eks", account, resource: "pod/1" });
    expect(second.state).toEqual(before);
    expect(await call(second.url, "ResolveCustomer", { RegistrationToken: "fresh" })).toEqual({
      CustomerAWSAccountId: account,
      ProductCode: product,
    });
    const again = await call(second.url, "BatchMeterUsage", batch(0, 3, now()));
    expect(acknowledged(again)).toEqual(acknowledged(answer));
    expect(second.metered()).toHaveLength(3);
  });

  it("keeps the signing keys, so that signatures are valid after a restart", async () => {
    const state = await file();
    const first = await serve({ state });
    const [key] = await first.publicKeys();
    await first.close();
    const second = await serve({ state });
    expect((await second.publicKeys())[0]?.pem).toBe(key?.pem);
  });

  it("takes precedence over the seed until a reset", async () => {
    const state = await file();
    const first = await serve({ state });
    await call(first.url, "BatchMeterUsage", batch(0, 1, now()));
    await first.close();
    const second = await serve({ state, seed: {} });
    expect(second.state.products).toHaveLength(1);
    second.reset({ products: [{ code: "other", dimensions: ["users"] }] });
    await second.refresh();
    expect(second.metered()).toEqual([]);
    await second.close();
    const third = await serve({ state });
    expect(third.state.products).toEqual([{ code: "other", dimensions: ["users"] }]);
    expect(third.metered()).toEqual([]);
  });

  it("contains usage that another server with the same file accepted, so a different quantity is refused", async () => {
    const state = await file();
    const [first, second] = [await serve({ state }), await serve({ state })];
    const timestamp = now();
    await call(first.url, "BatchMeterUsage", batch(7, 1, timestamp));
    const other = batch(7, 1, timestamp);
    const usage = other.UsageRecords.map((record) => ({ ...record, Quantity: 8 }));
    expect(
      await call(second.url, "BatchMeterUsage", { ...other, UsageRecords: usage }),
    ).toMatchObject({ Results: [{ Status: "DuplicateRecord" }] });
    expect(second.metered({ dimension: "dimension-7" })).toMatchObject([{ quantity: 7 }]);
  });

  it("is rejected if the file is not a database, or belongs to another service", async () => {
    const path = await file();
    await writeFile(path, "this is not a database, but it is as long as one ".repeat(20));
    await expect(createMockServer({ state: path }).listen()).rejects.toThrow(
      /^The state in .*state\.db cannot be opened: /,
    );
    const other = await file();
    await (await openChangeLog(other, { service: "Weather" })).close();
    await expect(createMockServer({ state: other }).listen()).rejects.toThrow(
      "The state belongs to Weather, not to AWSMPMeteringService.",
    );
  });
});

describe("a state in a custom log", () => {
  it("is replaced with a lossless summary, so that it does not grow with every call", async () => {
    const state = memoryChangeLog();
    const first = await serve({ state });
    const answer = await call(first.url, "BatchMeterUsage", batch(0, 5, now()));
    await call(first.url, "RegisterUsage", { ProductCode: product, PublicKeyVersion: 1 });
    first.issueToken({ token: "fresh", customer: account, product });
    await call(first.url, "ResolveCustomer", { RegistrationToken: "registration" });
    for (let pod = 0; pod < 10_050; pod++) {
      first.platform = { kind: "eks", account, resource: `pod/${pod}` };
    }
    await first.refresh();
    const [key] = await first.publicKeys();
    const before = first.state;
    let length = 0;
    const count = (missed: readonly unknown[]) => {
      length = missed.length;
      return { changes: [] };
    };
    const [tenant = ""] = await state.tenants();
    await state.turn(tenant, 0, count);
    expect(length).toBeLessThan(100);

    const second = await serve({ state, seed: {} });
    expect(second.state).toEqual(before);
    expect(second.platform).toMatchObject({ resource: "pod/10049" });
    expect((await second.publicKeys())[0]?.pem).toBe(key?.pem);
    const again = await call(second.url, "BatchMeterUsage", batch(0, 5, now()));
    expect(acknowledged(again)).toEqual(acknowledged(answer));
    // A reset must restore the seed even after the summary.
    second.reset();
    await second.refresh();
    expect(second.metered()).toEqual([]);
    expect(second.state.tokens.map(({ token }) => token)).toEqual(["registration"]);
  });

  it("is shared by servers in one process", async () => {
    const state = memoryChangeLog();
    const [first, second] = [await serve({ state }), await serve({ state })];
    second.issueToken({ token: "fresh", customer: account, product });
    await second.refresh();
    expect(await call(first.url, "ResolveCustomer", { RegistrationToken: "fresh" })).toMatchObject({
      ProductCode: product,
    });
  });

  it("does not change, and the request fails, if the log fails", async () => {
    const log = memoryChangeLog();
    let broken = false;
    const state: ChangeLog = {
      ...log,
      turn: async (tenant, after, decide) => {
        if (!broken) return log.turn(tenant, after, decide);
        decide([]);
        throw new Error("the disk is full");
      },
    };
    const onUnexpectedError = vi.fn<(error: unknown) => void>();
    const server = await serve({ state, onUnexpectedError });
    const timestamp = now();
    await call(server.url, "BatchMeterUsage", batch(0, 1, timestamp));
    broken = true;
    expect(await call(server.url, "BatchMeterUsage", batch(1, 1, timestamp))).toMatchObject({
      __type: "InternalFailure",
    });
    expect(onUnexpectedError).toHaveBeenCalledOnce();
    broken = false;
    await call(server.url, "BatchMeterUsage", batch(2, 1, timestamp));
    expect(server.metered().map(({ quantity }) => quantity)).toEqual([0, 2]);
  });
});
