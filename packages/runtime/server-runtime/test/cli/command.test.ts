import { EventEmitter } from "node:events";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { runMockServer } from "../../src/entries/cli.js";
import { createServer } from "../../src/entries/index.js";
import { request, weather } from "../services/weather-service.js";
import { seedFile, start } from "./start.js";

describe("the command", () => {
  it("prints its URL and the environment variables to copy, and exits with code 0 on a signal", async () => {
    const run = start([]);
    expect(await run.signal("SIGTERM")).toBe(0);
    const url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(run.out)?.[1];
    expect(url).toBeDefined();
    expect(run.out).toContain(`  export AWS_ENDPOINT_URL_WEATHER=${url}\n`);
    expect(run.out).toContain("  export AWS_REGION=us-east-1\n");
  });

  it("lists no AWS variables if clients read none, except the variable for its certificate", async () => {
    const [plain, secure] = [start([], { environment: [] }), start(["--tls"], { environment: [] })];
    for (const run of [plain, secure]) await run.signal("SIGTERM");
    expect(plain.out).not.toMatch(/AWS|export/);
    expect(plain.out).toContain(
      `To use this server, pass its URL to clients:\n  JavaScript  new Weather({ endpoint: "${plain.url}" })\n`,
    );
    expect(secure.out).toMatch(/To trust its certificate:\n {2}export NODE_EXTRA_CA_CERTS=\S+\n/);
    expect(secure.out).not.toMatch(/AWS_(?:REGION|ACCESS_KEY_ID|ENDPOINT)/);
  });

  it("logs one line per request, with the reason for a failure", async () => {
    const run = start([]);
    await run.ready();
    await run.handle("GetForecast", {});
    await run.signal("SIGINT");
    expect(run.out).toMatch(
      /\d\d:\d\d:\d\d\.\d{3} {2}400 {2}GetForecast {2}\d+\.\d ms {2}ValidationException 1 validation error detected\./,
    );
  });

  it("does not log requests with --quiet", async () => {
    const run = start(["--quiet"]);
    await run.ready();
    await run.handle("GetForecast", {});
    await run.signal("SIGINT");
    expect(run.out).not.toContain("GetForecast");
  });

  it("uses colors only on a terminal, and only if NO_COLOR is not set", async () => {
    const [plain, colored, refused] = [
      start([]),
      start([], { isTTY: true }),
      start([], { isTTY: true, env: { NO_COLOR: "1" } }),
    ];
    for (const run of [plain, colored, refused]) await run.signal("SIGINT");
    expect([plain, colored, refused].map(({ out }) => out.includes("\u001b["))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("warns if other machines can reach the server", async () => {
    const run = start(["--host", "0.0.0.0"]);
    await run.signal("SIGINT");
    expect(run.out).toContain("Warning: 0.0.0.0 is reachable from other machines");
  });

  it("prints its options for --help and its version for --version", async () => {
    const [help, version] = [start(["--help"]), start(["-v"])];
    expect([await help.code, await version.code]).toEqual([0, 0]);
    expect(help.out).toContain("--port NUMBER");
    expect(help.out).toContain("--seed FILE");
    expect(version.out).toBe("1.2.3\n");
  });
});

describe("the command with invalid input", () => {
  it.each([
    [["--prot", "1"], "Unknown option '--prot'"],
    [["--port", "many"], "--port many is not a port: expected a number from 0 to 65535."],
    [["--port", "65536"], "--port 65536 is not a port"],
    [["extra"], "Unexpected argument 'extra'"],
    [["--clock", "noon"], "--clock noon is not a time: expected 2026-11-01T05:59:00Z"],
    [["--clock", "2026-11-01T05:59:00"], "is not a time"],
    [["--clock", "frozen:2026-13-01"], "is not a time"],
    [["--host", ""], "Missing value of --host. Expected an address of this machine"],
    [["--tls-cert", "a.pem"], "--tls-cert requires --tls-key FILE."],
    [["--watch"], "--watch requires --seed FILE or --faults FILE."],
  ])("refuses %j with exit code 2", async (args, message) => {
    const run = start(args);
    expect(await run.code).toBe(2);
    expect(run.err).toContain(message);
    expect(run.err).toContain("See weather-mock --help.");
  });

  it("exits with code 1 if the port is in use", async () => {
    const first = await createServer({ ...weather }).listen();
    const run = start(["--port", String(first.port)]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain(`Port ${first.port} of 127.0.0.1 is in use.`);
    await first.close();
  });

  it("exits with code 1 if the seed file is missing", async () => {
    const run = start(["--seed", "/nowhere/seed.json"]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain("Cannot read the seed file /nowhere/seed.json");
  });

  it("reports the location of a syntax error in the seed file", async () => {
    const path = await seedFile('{\n  "cities": [1,\n}\n');
    const run = start(["--seed", path]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain(`${path}:3:1 `);
    expect(run.err).toContain("  3 | }\n    | ^");
  });

  it("reports the location of an invalid value in the seed file", async () => {
    const path = await seedFile('{\n  "cities": ["Bern", 5]\n}\n');
    const run = start(["--seed", path]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain(`${path}:2:22 Expected the name of a city. (at cities.1)`);
    expect(run.err).toContain('  2 |   "cities": ["Bern", 5]\n    |                      ^');
  });
});

describe("the log of the command", () => {
  it("contains the attempt, the tenant if several exist, and the applied faults", async () => {
    const run = start([]);
    await run.ready();
    run.server.tenant("AKIDTEST");
    run.server.faults.add({ kind: "error", error: "Overloaded" });
    const sent = request("Ping", {});
    await run.server.handle({
      ...sent,
      headers: { ...sent.headers, "amz-sdk-request": "attempt=2; max=3" },
    });
    await run.signal("SIGINT");
    expect(run.out).toMatch(/400 {2}default {2}Ping {2}[\d.]+ ms {2}attempt 2 {2}Overloaded/);
    expect(run.out).toContain("faults: error");
  });

  it("states how a connection broke", async () => {
    const run = start([]);
    await run.ready();
    run.server.faults.add({ kind: "reset" });
    await expect(run.handle("Ping", {})).rejects.toThrow("reset");
    await run.signal("SIGINT");
    expect(run.out).toMatch(/--- {2}Ping {2}[\d.]+ ms {2}connection reset {2}faults: reset/);
  });

  it("omits the control characters of a request", async () => {
    const run = start([]);
    await run.ready();
    await run.server.handle({ method: "GET", path: "/\u001b[2J\u202e", query: {}, headers: {} });
    await run.signal("SIGINT");
    expect(run.out).not.toContain("\u001b");
    expect(run.out).not.toContain("\u202e");
  });
});

describe("--json", () => {
  it("writes the start, each request and the end as one line of JSON each", async () => {
    const run = start(["--json", "--clock", "frozen:2026-11-01T05:59:00Z"]);
    await run.ready();
    await run.handle("GetForecast", {});
    await run.signal("SIGINT");
    const url: unknown = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(run.events).toMatchObject([
      {
        event: "started",
        title: "Weather",
        url,
        inspector: expect.stringMatching(/\/_mock\/$/),
        environment: { AWS_ENDPOINT_URL_WEATHER: url, AWS_REGION: "us-east-1" },
        clock: { now: "2026-11-01T05:59:00.000Z", frozen: true },
      },
      {
        event: "request",
        operation: "GetForecast",
        status: 400,
        attempt: 1,
        error: { name: "ValidationException" },
      },
      { event: "stopped" },
    ]);
  });

  it.each([
    [["--port", "many"], 2, "--port many is not a port"],
    [["--seed", "/nowhere/seed.json"], 1, "Cannot read the seed file"],
  ])("reports the error for the arguments %j as JSON", async (args, exitCode, message) => {
    const run = start(["--json", ...args]);
    expect(await run.code).toBe(exitCode);
    expect(run.events).toEqual([
      { event: "failed", message: expect.stringContaining(message), exitCode },
    ]);
    expect(run.err).toBe("");
  });
});

describe("a signal that arrives while the command starts", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "stops the command, and no certificate file remains: %s",
    async (name) => {
      const certificates = async (): Promise<string[]> =>
        (await readdir(tmpdir())).filter((entry) => entry.startsWith("mock-server-"));
      const before = await certificates();
      const run = start(["--tls", "--json"]);
      expect(await run.interrupt(name)).toBe(0);
      expect(run.events).toEqual([{ event: "stopped" }]);
      expect((await certificates()).filter((entry) => !before.includes(entry))).toEqual([]);
    },
  );
});

describe("the output of the command", () => {
  it("may be closed by its reader without an error", async () => {
    const stdout = Object.assign(new EventEmitter(), { write: () => true });
    const code = await runMockServer(
      {
        name: "weather-mock",
        version: "1",
        title: "Weather",
        environment: [],
        createServer: () => createServer(weather),
      },
      {
        argv: ["node", "weather-mock", "--version"],
        env: {},
        stdout,
        stderr: { write: () => true },
        once: () => undefined,
        removeListener: () => undefined,
      },
    );
    expect(code).toBe(0);
    const failure = (code: string) => Object.assign(new Error("write"), { code });
    expect(() => stdout.emit("error", failure("EPIPE"))).not.toThrow();
    expect(() => stdout.emit("error", failure("ENOSPC"))).toThrow("write");
  });
});
