import { readFile, writeFile } from "node:fs/promises";
import https from "node:https";
import { describe, expect, it } from "vitest";
import { runMockServer } from "../../src/cli/run-mock-server.js";
import { makeCertificate } from "../../src/cli/certificate.js";
import { createServer } from "../../src/entries/index.js";
import { bodyOf, request, weather } from "../services/weather-service.js";
import { seedFile, start } from "./start.js";

describe("--clock", () => {
  it("starts a running or a frozen clock", async () => {
    const running = start(["--clock", "2026-11-01T05:59:00+01:00"]);
    const frozen = start(["--clock", "frozen:2026-11-01T05:59:00Z"]);
    const now = start(["--clock", "frozen"]);
    for (const run of [running, frozen, now]) await run.signal("SIGINT");
    expect(running.server.clock.frozen).toBe(false);
    expect(running.server.clock.now().toISOString()).toMatch(/^2026-11-01T04:59/);
    expect(frozen.server.clock.frozen).toBe(true);
    expect(frozen.server.clock.now().toISOString()).toBe("2026-11-01T05:59:00.000Z");
    expect(now.server.clock.frozen).toBe(true);
    expect(frozen.out).toContain("the time is  2026-11-01T05:59:00.000Z, frozen\n");
  });
});

describe("--faults", () => {
  it("activates the faults of a file", async () => {
    const path = await seedFile('[{ "kind": "error", "error": "Overloaded", "times": 1 }]');
    const run = start(["--faults", path]);
    await run.ready();
    expect(bodyOf((await run.handle("Ping", {})) ?? {})).toMatchObject({ __type: "Overloaded" });
    await run.signal("SIGINT");
  });

  it.each([
    ['[\n  { "kind": "none" }\n]', ":2:13 "],
    ['[\n  { "kind": "reset", "operation": "Fly" }\n]', ':2:3 Unknown operation "Fly".'],
    ['{ "kind": "reset" }', ":1:1 Expected a list of faults."],
  ])("reports the location of the error in the faults file %j", async (text, message) => {
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

  it("reloads a changed seed, and reports an invalid seed without applying it", async () => {
    const path = await seedFile('{"cities": ["Bern"]}');
    const run = start(["--watch", "--seed", path]);
    await run.ready();
    await writeFile(path, '{"cities": ["Basel"]}');
    await until(() => run.out.includes(`reloaded the seed: ${path}`));
    expect(run.seeded).toEqual({ cities: ["Basel"] });
    await writeFile(path, '{"cities": [5]}');
    await until(() => run.err.includes("Nothing has changed."));
    expect(run.err).toContain(`${path}:1:13 Expected the name of a city.`);
    expect(run.seeds).toHaveLength(2);
    await run.signal("SIGINT");
  });

  it("replaces only the faults of a changed file, and keeps them if the file is invalid", async () => {
    const path = await seedFile('[{ "kind": "error", "error": "Overloaded" }]');
    const run = start(["--watch", "--faults", path]);
    await run.ready();
    run.server.faults.add({ kind: "latency", milliseconds: 1 });
    const kinds = () => run.server.faults.list().map(({ rule }) => rule.kind);
    await writeFile(path, '[{ "kind": "reset" }]');
    await until(() => run.out.includes("reloaded the faults"));
    expect(kinds()).toEqual(["latency", "reset"]);
    await writeFile(path, '[{ "kind": "dropResponse" }, { "kind": "reset", "operation": "Fly" }]');
    await until(() => run.err.includes('Unknown operation "Fly"'));
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

  it("creates a certificate, names its file in the banner for clients, and deletes it at the end", async () => {
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

  it("serves the certificate and key of the user", async () => {
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

  it("refuses files that are not a certificate and its key", async () => {
    const path = await seedFile("nonsense", "cert.pem");
    const run = start(["--tls-cert", path, "--tls-key", path]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain("are not a certificate and its private key");
  });
});

describe("--state and --verify-signatures", () => {
  it("are passed to the server", async () => {
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
});

describe("--auth and --cors", () => {
  it("require credentials, and let pages of the named origins read outputs and errors", async () => {
    const bearer = { id: "smithy.api#httpBearerAuth", kind: "httpBearerAuth" } as const;
    const run = start(["--auth", "--cors", "http://localhost:5173", "--cors", "null"], {
      authentication: { schemes: [bearer] },
    });
    await run.ready();
    const headers = { origin: "null" };
    expect(await run.handle("Ping", {}, headers)).toMatchObject({
      statusCode: 401,
      headers: { "access-control-allow-origin": "null", "www-authenticate": "Bearer" },
    });
    expect(run.out).toContain(
      "credentials are required\npages from   http://localhost:5173, null\n",
    );
    await run.signal("SIGINT");
  });

  it("are refused for a service without authentication and for an origin with a path", async () => {
    const auth = start(["--auth"]);
    expect(await auth.code).toBe(2);
    expect(auth.err).toContain("Cannot require credentials");
    const cors = start(["--cors", "http://localhost:5173/app"]);
    expect(await cors.code).toBe(2);
    expect(cors.err).toContain("--cors http://localhost:5173/app is not an origin:");
  });
});

describe("--allow-host", () => {
  it("allows the named hosts to call the control API, and no others", async () => {
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

  it.each(["metering:4100", "http://metering", "*", ""])(
    "is refused with exit code 2 for the value %j",
    async (host) => {
      const run = start(["--allow-host", host]);
      expect(await run.code).toBe(2);
      expect(run.err).toContain("is not the name of a host");
    },
  );
});

describe("--setting", () => {
  it("passes settings to the server: numbers as numbers, other values as strings", async () => {
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
  ])("is refused with exit code 2 for the value %s", async (setting, message) => {
    const run = start(["--setting", setting]);
    expect(await run.code).toBe(2);
    expect(run.err).toContain(message);
  });
});

describe("the command with options", () => {
  it("finishes pending requests before it stops, without waiting for idle connections", async () => {
    const run = start([]);
    await run.ready();
    run.server.on("Ping").delays(1500).responds({});
    const { headers, body } = request("Ping", {});
    const begin = performance.now();
    // The client keeps the connection alive.
    const answer = fetch(run.url, { method: "POST", headers, body });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const stopped = run.signal("SIGTERM");
    expect((await answer).status).toBe(200);
    expect(await stopped).toBe(0);
    expect(performance.now() - begin).toBeLessThan(3000);
  });

  it("refuses --verify-signatures for a service without signatures", async () => {
    const run = start(["--verify-signatures"]);
    expect(await run.code).toBe(2);
    expect(run.err).toContain(
      "Cannot verify signatures: the requests of this service are not signed with AWS SigV4.",
    );
  });

  it("refuses --seed, --state and --setting for a server that does not support them", async () => {
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
      expect(err).toContain(`This server does not accept ${option}.`);
    }
  });

  it("passes a valid seed to the server", async () => {
    const run = start(["--seed", await seedFile('{"cities": ["Bern"]}')]);
    await run.signal("SIGINT");
    expect(run.seeded).toEqual({ cities: ["Bern"] });
    expect(bodyOf((await run.handle("Ping", {})) ?? {})).toMatchObject({
      __type: "NotImplemented",
    });
  });
});
