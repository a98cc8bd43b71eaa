import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { StandardSchemaV1 } from "@standard-schema/spec";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

import { type MockCommand, runMockServer } from "../src/cli.js";
import { makeCertificate } from "../src/cli/certificate.js";
import { createServer, type Server, type ServiceDescription } from "../src/index.js";
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

const settingsSchema = v.strictObject({
  windowHours: v.exactOptional(v.number("Expected a number.")),
  units: v.exactOptional(v.string()),
});
type Settings = v.InferOutput<typeof settingsSchema>;

/** Runs the command in a made-up process; `signal` ends it. */
const start = (
  args: string[],
  options: Pick<ServiceDescription, "signing"> & {
    env?: Record<string, string>;
    isTTY?: boolean;
  } = {},
) => {
  let out = "";
  let err = "";
  const seeds: unknown[] = [];
  let keptIn: string | undefined;
  let settings: Settings | undefined;
  let server: Server | undefined;
  const stops = new Map<string, () => void>();
  const command: MockCommand<Seed, Settings> = {
    name: "weather-mock",
    version: "1.2.3",
    title: "Weather",
    environment: ["AWS_ENDPOINT_URL_WEATHER"],
    seed: seedSchema,
    settings: settingsSchema,
    keepsState: true,
    clients: { JavaScript: 'new Weather({ endpoint: "{url}" })' },
    createServer: ({ seed, state, clock, verifySignatures, control, settings: given }) => {
      seeds.push(seed);
      keptIn = state;
      settings = given;
      return (server = createServer({
        ...weather,
        ...(options.signing && { signing: options.signing }),
        clock,
        verifySignatures,
        ...(control && { control }),
        behaviour: () => ({ handlers: {}, seed: (state) => seeds.push(state) }),
      }));
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
    get server() {
      if (!server) throw new Error("There is no server yet.");
      return server;
    },
    get url() {
      return /listening on (\S+)/.exec(out)?.[1] ?? "";
    },
    get events(): unknown[] {
      return out.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
    },
    get keptIn() {
      return keptIn;
    },
    get settings() {
      return settings;
    },
    get seeded() {
      return seeds.at(-1);
    },
    seeds,
  };
};

const seedFile = async (text: string, name = "seed.json") => {
  const path = join(await mkdtemp(join(tmpdir(), "seed-")), name);
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
      /\d\d:\d\d:\d\d\.\d{3} {2}400 {2}GetForecast {2}\d+\.\d ms {2}ValidationException 1 validation error detected\./,
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
    expect(help.out).toContain("--port NUMBER");
    expect(help.out).toContain("--seed FILE");
    expect(version.out).toBe("1.2.3\n");
  });
});

describe("the command refuses", () => {
  it.each([
    [["--prot", "1"], "Unknown option '--prot'"],
    [["--port", "many"], "--port many is not a port: expected a number from 0 to 65535."],
    [["--port", "65536"], "--port 65536 is not a port"],
    [["extra"], "Unexpected argument 'extra'"],
    [["--clock", "noon"], "--clock noon is not a time: expected one such as 2026-11-01T05:59:00Z"],
    [["--clock", "2026-11-01T05:59:00"], "is not a time"],
    [["--clock", "frozen:2026-13-01"], "is not a time"],
    [["--host", ""], "--host is empty: expected an address of this machine"],
    [["--tls-cert", "a.pem"], "--tls-cert is half of a pair: expected --tls-key FILE, too."],
    [["--watch"], "--watch has nothing to watch: expected --seed FILE or --faults FILE beside it."],
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

describe("the log", () => {
  it("names the attempt, the tenant where there are several, and what was done on purpose", async () => {
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
    expect(run.out).toContain("on purpose: error");
  });

  it("says how a connection broke", async () => {
    const run = start([]);
    await run.ready();
    run.server.faults.add({ kind: "reset" });
    await expect(run.handle("Ping", {})).rejects.toThrow("reset");
    await run.signal("SIGINT");
    expect(run.out).toMatch(/--- {2}Ping {2}[\d.]+ ms {2}connection reset {2}on purpose: reset/);
  });

  it("lets nothing that a client sent steer the terminal", async () => {
    const run = start([]);
    await run.ready();
    await run.server.handle({ method: "GET", path: "/\u001b[2J\u202e", query: {}, headers: {} });
    await run.signal("SIGINT");
    expect(run.out).not.toContain("\u001b");
    expect(run.out).not.toContain("\u202e");
  });
});

describe("--json", () => {
  it("writes one event a line: start, requests, end", async () => {
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
  ])("says what is wrong the same way: %j", async (args, exitCode, message) => {
    const run = start(["--json", ...args]);
    expect(await run.code).toBe(exitCode);
    expect(run.events).toEqual([
      { event: "failed", message: expect.stringContaining(message), exitCode },
    ]);
    expect(run.err).toBe("");
  });
});

describe("--clock", () => {
  it("lets the time run on from there, or stand still", async () => {
    const running = start(["--clock", "2026-11-01T05:59:00+01:00"]);
    const frozen = start(["--clock", "frozen:2026-11-01T05:59:00Z"]);
    const now = start(["--clock", "frozen"]);
    for (const run of [running, frozen, now]) await run.signal("SIGINT");
    expect(running.server.clock.frozen).toBe(false);
    expect(running.server.clock.now().toISOString()).toMatch(/^2026-11-01T04:59/);
    expect(frozen.server.clock.frozen).toBe(true);
    expect(frozen.server.clock.now().toISOString()).toBe("2026-11-01T05:59:00.000Z");
    expect(now.server.clock.frozen).toBe(true);
    expect(frozen.out).toContain("the time is  2026-11-01T05:59:00.000Z, and stands still\n");
  });
});

describe("--faults", () => {
  it("puts the faults of a file in force", async () => {
    const path = await seedFile('[{ "kind": "error", "error": "Overloaded", "times": 1 }]');
    const run = start(["--faults", path]);
    await run.ready();
    expect(bodyOf((await run.handle("Ping", {})) ?? {})).toMatchObject({ __type: "Overloaded" });
    await run.signal("SIGINT");
  });

  it.each([
    ['[\n  { "kind": "none" }\n]', ":2:13 "],
    ['[\n  { "kind": "reset", "operation": "Fly" }\n]', ":2:3 There is no operation Fly."],
    ['{ "kind": "reset" }', ":1:1 Expected a list of faults."],
  ])("shows what is wrong with %j, with its place", async (text, message) => {
    const path = await seedFile(text, "faults.json");
    const run = start(["--faults", path]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain(`${path}${message}`);
    expect(run.err).toContain("^");
  });
});

describe("--watch", () => {
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it("reads the seed again when it changes; a broken one is shown and changes nothing", async () => {
    const path = await seedFile('{"cities": ["Bern"]}');
    const run = start(["--watch", "--seed", path]);
    await run.ready();
    await writeFile(path, '{"cities": ["Basel"]}');
    await until(() => run.out.includes(`read the seed again: ${path}`));
    expect(run.seeded).toEqual({ cities: ["Basel"] });
    await writeFile(path, '{"cities": [5]}');
    await until(() => run.err.includes("Nothing has changed."));
    expect(run.err).toContain(`${path}:1:13 Expected the name of a city.`);
    expect(run.seeds).toHaveLength(2);
    await run.signal("SIGINT");
  });

  it("replaces the file's faults and leaves others; a broken file leaves all", async () => {
    const path = await seedFile('[{ "kind": "error", "error": "Overloaded" }]');
    const run = start(["--watch", "--faults", path]);
    await run.ready();
    run.server.faults.add({ kind: "latency", milliseconds: 1 });
    const kinds = () => run.server.faults.list().map(({ rule }) => rule.kind);
    await writeFile(path, '[{ "kind": "reset" }]');
    await until(() => run.out.includes("read the faults again"));
    expect(kinds()).toEqual(["latency", "reset"]);
    await writeFile(path, '[{ "kind": "dropResponse" }, { "kind": "reset", "operation": "Fly" }]');
    await until(() => run.err.includes("There is no operation Fly"));
    expect(kinds()).toEqual(["latency", "reset"]);
    await run.signal("SIGINT");
  });
});

describe("--tls", () => {
  const get = (url: string, ca: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const call = https.get(`${url}/_mock/health`, { ca, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      call.on("error", reject);
    });

  it("makes a certificate that clients trust by the file in the banner, and forgets it", async () => {
    const run = start(["--tls"]);
    await run.ready();
    const path = /export NODE_EXTRA_CA_CERTS=(\S+)/.exec(run.out)?.[1] ?? "";
    expect(run.out).toContain(`export AWS_CA_BUNDLE=${path}\n`);
    const certificate = await readFile(path, "utf8");
    expect(run.url).toMatch(/^https:/);
    expect(await get(run.url, certificate)).toBe(200);
    expect(await get(run.url.replace("127.0.0.1", "localhost"), certificate)).toBe(200);
    await expect(get(run.url, "")).rejects.toThrow(/self-signed|unable to verify/);
    await run.signal("SIGINT");
    await expect(readFile(path)).rejects.toThrow("ENOENT");
  });

  it("takes the user's certificate and key", async () => {
    const first = await makeCertificate("127.0.0.1");
    const [cert, key] = [
      await seedFile(first.cert, "cert.pem"),
      await seedFile(first.key, "key.pem"),
    ];
    const run = start(["--tls-cert", cert, "--tls-key", key]);
    await run.ready();
    expect(await get(run.url, first.cert)).toBe(200);
    await run.signal("SIGINT");
    await first.discard();
  });

  it("refuses files that are no certificate and key", async () => {
    const path = await seedFile("nonsense", "cert.pem");
    const run = start(["--tls-cert", path, "--tls-key", path]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain("are not a certificate and its private key");
  });
});

it("hands --state and --verify-signatures to the server", async () => {
  const run = start(["--state", "weather.db", "--verify-signatures"], {
    signing: { name: "weather" },
  });
  await run.ready();
  expect(run.keptIn).toBe("weather.db");
  expect(bodyOf((await run.handle("Ping", {})) ?? {})).toMatchObject({
    __type: "MissingAuthenticationTokenException",
  });
  await run.signal("SIGINT");
});

describe("--allow-host", () => {
  it("lets the control be called by other names, and by no further ones", async () => {
    const run = start(["--allow-host", "metering", "--allow-host", "mock.internal"]);
    await run.ready();
    const statusFor = async (host: string) => {
      const message = { method: "GET", path: "/_mock/health", query: {}, headers: { host } };
      return (await run.server.handle(message)).statusCode;
    };
    expect(await statusFor("metering:4100")).toBe(200);
    expect(await statusFor("mock.internal")).toBe(200);
    expect(await statusFor("127.0.0.1:4100")).toBe(200);
    expect(await statusFor("evil.example")).toBe(403);
    expect(await run.signal("SIGINT")).toBe(0);
  });

  it.each(["metering:4100", "http://metering", "*", ""])("refuses %j with 2", async (host) => {
    const run = start(["--allow-host", host]);
    expect(await run.code).toBe(2);
    expect(run.err).toContain("is not the name of a host");
  });
});

describe("--setting", () => {
  it("hands settings to the server: numbers as numbers, other texts as they are", async () => {
    const run = start(["--setting", "windowHours=6", "--setting", "units=a = b"]);
    await run.ready();
    expect(run.settings).toEqual({ windowHours: 6, units: "a = b" });
    expect(run.out).toContain("setting      windowHours = 6");
    expect(await run.signal("SIGINT")).toBe(0);
  });

  it.each([
    ["windowHours", "expected NAME=VALUE"],
    ["windowHours=six", "--setting windowHours: Expected a number."],
    ["windowHour=6", "--setting windowHour: "],
  ])("refuses %s with 2", async (setting, message) => {
    const run = start(["--setting", setting]);
    expect(await run.code).toBe(2);
    expect(run.err).toContain(message);
  });
});

it("lets requests under way end before it stops, and waits for nothing else", async () => {
  const run = start([]);
  await run.ready();
  run.server.on("Ping").delays(1500).responds({});
  const { headers, body } = request("Ping", {});
  const begin = performance.now();
  // The connection is kept alive by the client.
  const answer = fetch(run.url, { method: "POST", headers, body });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const stopped = run.signal("SIGTERM");
  expect((await answer).status).toBe(200);
  expect(await stopped).toBe(0);
  expect(performance.now() - begin).toBeLessThan(3000);
});

it("refuses --verify-signatures where the service has none", async () => {
  const run = start(["--verify-signatures"]);
  expect(await run.code).toBe(2);
  expect(run.err).toContain("The requests of this service are not signed with AWS SigV4.");
});

it("refuses --seed, --state and --setting where the server takes none", async () => {
  for (const option of ["--seed", "--state", "--setting"]) {
    let err = "";
    const code = await runMockServer(
      {
        name: "m",
        version: "1",
        title: "M",
        environment: [],
        createServer: () => createServer(weather),
      },
      {
        argv: ["node", "m", option, "x"],
        env: {},
        stdout: { write: () => true },
        stderr: { write: (text) => (err += text) },
        once: () => undefined,
        removeListener: () => undefined,
      },
    );
    expect(code).toBe(2);
    expect(err).toContain(`This server takes no ${option}.`);
  }
});

it("hands a good seed to the server", async () => {
  const run = start(["--seed", await seedFile('{"cities": ["Bern"]}')]);
  await run.signal("SIGINT");
  expect(run.seeded).toEqual({ cities: ["Bern"] });
  expect(bodyOf((await run.handle("Ping", {})) ?? {})).toMatchObject({ __type: "NotImplemented" });
});

describe("recording and replaying", () => {
  const folder = async () => join(await mkdtemp(join(tmpdir(), "recorded-")), "fixtures");
  const real = () =>
    createServer({ ...weather, handlers: { GetForecast: () => ({ chanceOfRain: 0.5 }) } }).listen();

  it("keeps the calls of --record in the folder of --fixtures, and answers them with --replay", async () => {
    await using service = await real();
    const fixtures = await folder();
    const first = start(["--record", service.url, "--fixtures", fixtures]);
    await first.ready();
    expect(first.out).toContain(`records      ${service.url} in ${fixtures}`);
    await first.handle("GetForecast", { city: "Bern" });
    expect(await first.signal("SIGINT")).toBe(0);
    expect(first.out).toContain(`1 call recorded in ${fixtures}.\nNothing was found`);
    expect(await readFile(join(fixtures, "0001.GetForecast.json"), "utf8")).toContain("0.5");

    const second = start(["--replay", fixtures, "--ignore", "days", "--json"]);
    await second.ready();
    const answer = await second.handle("GetForecast", { city: "Bern", days: 3 });
    expect(bodyOf(answer ?? {})).toEqual({ chanceOfRain: 0.5 });
    expect(await second.signal("SIGINT")).toBe(0);
    expect(second.events).toContainEqual(
      expect.objectContaining({ event: "recording", mode: "replay", calls: 1, unused: [] }),
    );

    const third = start(["--record", service.url, "--fixtures", fixtures]);
    expect(await third.code).toBe(1);
    expect(third.err).toContain("0001.GetForecast.json already");
  });

  it("signs with the environment's credentials where --sign says so", async () => {
    const signing = { name: "weather" };
    const env = { AWS_ACCESS_KEY_ID: "AKIDREAL", AWS_SECRET_ACCESS_KEY: "secret" };
    await using service = await createServer({
      ...weather,
      signing,
      verifySignatures: { credentials: { AKIDREAL: "secret" } },
      handlers: { Ping: () => ({}) },
    }).listen();
    const run = start(["--record", service.url, "--fixtures", await folder(), "--sign"], {
      env,
      signing,
    });
    await run.ready();
    expect((await run.handle("Ping", {}))?.statusCode).toBe(200);
    await run.signal("SIGINT");
    const bare = start(["--record", service.url, "--fixtures", await folder(), "--sign"]);
    expect(await bare.code).toBe(2);
    expect(bare.err).toContain("--sign needs credentials");
  });

  it.each([
    [["--record", "http://127.0.0.1:1"], "expected --fixtures DIR"],
    [["--fixtures", "somewhere"], "--fixtures is for recording: expected --record URL beside it"],
    [["--record", "http://127.0.0.1:1", "--replay", "x"], "exclude each other"],
    [["--ignore", "At"], "--ignore is for replaying: expected --replay DIR beside it"],
    [
      ["--record", "ftp://host", "--fixtures", join(tmpdir(), "never")],
      'Cannot forward to "ftp://host"',
    ],
    [["--replay", " "], "--replay is empty: expected a folder of recorded calls"],
  ])("says what is wrong with %j", async (args, message) => {
    const run = start(args);
    expect(await run.code).toBe(2);
    expect(run.err).toContain(message);
  });

  it("says which file of --replay cannot be used, and where", async () => {
    const path = await seedFile('{\n  "format": 3\n}', "0001.GetForecast.json");
    const run = start(["--replay", join(path, "..")]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain(`${path}:2:`);
  });
});
