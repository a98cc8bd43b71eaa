import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, it } from "vitest";

import { type MockCommand, runMockServer } from "../src/cli.js";
import { createServer, type Server } from "../src/index.js";
import { bodyOf, request, weather } from "./weather-service.js";

interface Seed {
  readonly cities: readonly string[];
}

const seedSchema: StandardSchemaV1<unknown, Seed> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate: (value) => {
      const cities: unknown =
        typeof value === "object" && value !== null ? Reflect.get(value, "cities") : undefined;
      if (!Array.isArray(cities))
        return { issues: [{ message: "Expected a list of cities.", path: ["cities"] }] };
      const index = cities.findIndex((city) => typeof city !== "string");
      return index === -1
        ? { value: { cities } }
        : { issues: [{ message: "Expected the name of a city.", path: ["cities", index] }] };
    },
  },
};

/** Runs the command in a made-up process; `signal` ends it. */
const start = (args: string[], options: { env?: Record<string, string>; isTTY?: boolean } = {}) => {
  let out = "";
  let err = "";
  let seeded: Seed | undefined;
  let server: Server | undefined;
  const stops = new Map<string, () => void>();
  const command: MockCommand<Seed> = {
    name: "weather-mock",
    version: "1.2.3",
    title: "Weather",
    environment: ["AWS_ENDPOINT_URL_WEATHER"],
    seed: seedSchema,
    createServer: (seed) => {
      seeded = seed;
      return (server = createServer({ ...weather }));
    },
  };
  const code = runMockServer(command, {
    argv: ["node", "weather-mock", ...args],
    env: options.env ?? {},
    stdout: { write: (text: string) => (out += text), isTTY: options.isTTY ?? false },
    stderr: { write: (text: string) => (err += text) },
    once: (name, stop) => stops.set(name, stop),
    removeListener: (name) => stops.delete(name),
  });
  const ready = async () => {
    while (stops.size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return {
    code,
    ready,
    signal: async (name: "SIGINT" | "SIGTERM") => {
      await ready();
      stops.get(name)?.();
      return code;
    },
    handle: async (...args: Parameters<typeof request>) => server?.handle(request(...args)),
    get out() {
      return out;
    },
    get err() {
      return err;
    },
    get seeded() {
      return seeded;
    },
  };
};

const seedFile = async (text: string) => {
  const path = join(await mkdtemp(join(tmpdir(), "seed-")), "seed.json");
  await writeFile(path, text);
  return path;
};

describe("the command", () => {
  it("prints where it listens and the environment to copy, and ends with 0 on a signal", async () => {
    const run = start([]);
    expect(await run.signal("SIGTERM")).toBe(0);
    const url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(run.out)?.[1];
    expect(url).toBeDefined();
    expect(run.out).toContain(`  export AWS_ENDPOINT_URL_WEATHER=${url}\n`);
    expect(run.out).toContain("  export AWS_REGION=us-east-1\n");
  });

  it("logs one line for each request, with the reason of a failure", async () => {
    const run = start([]);
    await run.ready();
    await run.handle("GetForecast", {});
    await run.signal("SIGINT");
    expect(run.out).toMatch(
      /\d\d:\d\d:\d\d\.\d{3} 400 GetForecast \d+\.\d ms {2}ValidationException 1 validation error detected\./,
    );
  });

  it("logs nothing with --quiet", async () => {
    const run = start(["--quiet"]);
    await run.ready();
    await run.handle("GetForecast", {});
    await run.signal("SIGINT");
    expect(run.out).not.toContain("GetForecast");
  });

  it("uses colours on a terminal only, and not under NO_COLOR", async () => {
    const [plain, coloured, refused] = [
      start([]),
      start([], { isTTY: true }),
      start([], { isTTY: true, env: { NO_COLOR: "1" } }),
    ];
    for (const run of [plain, coloured, refused]) await run.signal("SIGINT");
    expect([plain, coloured, refused].map(({ out }) => out.includes("\u001b["))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("warns where other machines can reach it", async () => {
    const run = start(["--host", "0.0.0.0"]);
    await run.signal("SIGINT");
    expect(run.out).toContain("Warning: 0.0.0.0 is reachable from other machines");
  });

  it("explains itself with --help and gives its --version", async () => {
    const [help, version] = [start(["--help"]), start(["-v"])];
    expect([await help.code, await version.code]).toEqual([0, 0]);
    expect(help.out).toContain("--port <number>");
    expect(help.out).toContain("--seed <file>");
    expect(version.out).toBe("1.2.3\n");
  });
});

describe("the command refuses", () => {
  it.each([
    [["--prot", "1"], "Unknown option '--prot'"],
    [["--port", "many"], "--port many is not a port: expected a number from 0 to 65535."],
    [["--port", "65536"], "--port 65536 is not a port"],
    [["extra"], "Unexpected argument 'extra'"],
  ])("%j with 2", async (args, message) => {
    const run = start(args);
    expect(await run.code).toBe(2);
    expect(run.err).toContain(message);
    expect(run.err).toContain("See weather-mock --help.");
  });

  it("a taken port with 1", async () => {
    const first = await createServer({ ...weather }).listen();
    const run = start(["--port", String(first.port)]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain(`Port ${first.port} of 127.0.0.1 is taken.`);
    await first.close();
  });

  it("a seed file that is not there with 1", async () => {
    const run = start(["--seed", "/nowhere/seed.json"]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain("Cannot read the seed file /nowhere/seed.json");
  });

  it("a seed file that is not JSON, with its place", async () => {
    const path = await seedFile('{\n  "cities": [1,\n}\n');
    const run = start(["--seed", path]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain(`${path}:3:1 `);
    expect(run.err).toContain("  3 | }\n    | ^");
  });

  it("a seed file that says something else, with the place of the value", async () => {
    const path = await seedFile('{\n  "cities": ["Bern", 5]\n}\n');
    const run = start(["--seed", path]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain(`${path}:2:22 Expected the name of a city. (at cities.1)`);
    expect(run.err).toContain('  2 |   "cities": ["Bern", 5]\n    |                      ^');
  });
});

it("hands a good seed to the server", async () => {
  const run = start(["--seed", await seedFile('{"cities": ["Bern"]}')]);
  await run.signal("SIGINT");
  expect(run.seeded).toEqual({ cities: ["Bern"] });
  expect(bodyOf((await run.handle("Ping", {})) ?? {})).toMatchObject({ __type: "NotImplemented" });
});
