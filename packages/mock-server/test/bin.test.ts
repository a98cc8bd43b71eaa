import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, describe, expect, it } from "vitest";

/** The built command. It runs in a separate process. */
const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

beforeAll(() => {
  if (!existsSync(bin)) throw new Error(`${bin} is missing: build the package before its tests.`);
});

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

function run(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const url = async (): Promise<string> => {
    for (;;) {
      const found = /listening on (\S+)/.exec(output)?.[1];
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { child, code, url, output: () => output };
}

const resolveCustomer = (url: string, token: string) =>
  fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AWSMPMeteringService.ResolveCustomer",
    },
    body: JSON.stringify({ RegistrationToken: token }),
  });

describe("marketplace-metering-mock", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("serves until %s, then exits with 0", async (signal) => {
    const { child, code, url, output } = run();
    expect((await resolveCustomer(await url(), "nope")).status).toBe(400);
    child.kill(signal);
    expect(await code).toBe(0);
    expect(output()).toContain("export AWS_ENDPOINT_URL_MARKETPLACE_METERING=http://127.0.0.1:");
    expect(output()).toMatch(/400 {2}ResolveCustomer .* InvalidTokenException/);
  });

  it("exits with 1 if the port is in use", async () => {
    const first = run();
    const { port } = new URL(await first.url());
    const second = run("--port", port);
    expect(await second.code).toBe(1);
    expect(second.output()).toContain(`Port ${port} of 127.0.0.1 is in use.`);
  });

  it("starts with the seed of a file", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "seed-")), "seed.json");
    await writeFile(
      path,
      JSON.stringify({
        products: [{ code: "p", dimensions: [] }],
        customers: [{ account: "123456789012" }],
        tokens: [{ token: "t", customer: "123456789012", product: "p" }],
      }),
    );
    const { url } = run("--seed", path);
    expect(await (await resolveCustomer(await url(), "t")).json()).toEqual({
      ProductCode: "p",
      CustomerAWSAccountId: "123456789012",
    });
  });

  it("keeps its state after a restart with --state", async () => {
    const state = join(await mkdtemp(join(tmpdir(), "state-")), "metering.db");
    const first = run("--state", state);
    const issued = await fetch(`${await first.url()}/_mock/tokens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ customer: "111122223333", product: "4rjezcm9xqk27tdplw0sv1gnb" }),
    });
    const { token } = (await issued.json()) as { token: string };
    first.child.kill("SIGKILL");
    await first.code;
    const second = run("--state", state);
    expect((await resolveCustomer(await second.url(), token)).status).toBe(200);
  });

  it("exits with 1 if the state cannot be opened", async () => {
    const { code, output } = run("--state", "/nowhere/metering.db");
    expect(await code).toBe(1);
    expect(output()).toContain("The state in /nowhere/metering.db cannot be opened");
  });

  it("serves the inspector with its scripts and styles", async () => {
    const url = await run().url();
    const get = async (path: string) => (await fetch(`${url}/_mock/${path}`)).text();
    await resolveCustomer(url, "nope");
    expect(await get("")).toContain("<td>ResolveCustomer</td>");
    expect(await get("inspector/styles.css")).toContain("color-scheme: light dark;");
    expect(await get("inspector/inspector.js")).toContain('from "./journal.js"');
  });

  it("starts at the time of --clock", async () => {
    const { url } = run("--clock", "frozen:2031-01-01T00:00:00Z");
    const clock = await (await fetch(`${await url()}/_mock/clock`)).json();
    expect(clock).toEqual({ now: "2031-01-01T00:00:00.000Z", frozen: true });
  });

  it("accepts settings, including lists of regions, and rejects unknown settings", async () => {
    const { url } = run("--setting", "disabledRegions=us-east-1,eu-south-2");
    const disabled = await resolveCustomer(await url(), "t");
    expect(await disabled.json()).toMatchObject({ __type: "DisabledApiException" });
    const wrong = run("--setting", "tokenLifetime=1");
    expect(await wrong.code).toBe(2);
    expect(wrong.output()).toContain("--setting tokenLifetime: Unknown setting. Expected one of:");
  });

  it("exits with 1 for an invalid seed, and prints the path of the mistake", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "seed-")), "seed.json");
    await writeFile(path, '{\n  "products": [{ "code": "p", "dimensions": "users" }]\n}\n');
    const { code, output } = run("--seed", path);
    expect(await code).toBe(1);
    expect(output()).toContain(`${path}:2:45 Invalid type`);
    expect(output()).toContain("(at products.0.dimensions)");
  });
});
