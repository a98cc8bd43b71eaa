import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createServer } from "../../src/entries/index.js";
import { bodyOf, weather } from "../services/weather-service.js";
import { seedFile, start } from "./start.js";

describe("the command with --record or --replay", () => {
  const folder = async () => join(await mkdtemp(join(tmpdir(), "recorded-")), "fixtures");
  const real = () =>
    createServer({ ...weather, handlers: { GetForecast: () => ({ chanceOfRain: 0.5 }) } }).listen();

  it("stores calls in the folder of --fixtures, and replays them", async () => {
    await using service = await real();
    const fixtures = await folder();
    const first = start(["--record", service.url, "--fixtures", fixtures]);
    await first.ready();
    expect(first.out).toContain(`records      ${service.url} in ${fixtures}`);
    await first.handle("GetForecast", { city: "Bern" });
    expect(await first.signal("SIGINT")).toBe(0);
    expect(first.out).toContain(`1 call recorded in ${fixtures}.\nNo differences`);
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
    expect(third.err).toContain("already holds 0001.GetForecast.json");
  });

  it("with --sign, signs forwarded requests with the credentials of the environment", async () => {
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
    expect(bare.err).toContain("--sign requires AWS_ACCESS_KEY_ID");
  });

  it.each([
    [["--record", "http://127.0.0.1:1"], "--record requires --fixtures DIR"],
    [["--fixtures", "somewhere"], "--fixtures requires --record URL"],
    [["--record", "http://127.0.0.1:1", "--replay", "x"], "cannot be combined"],
    [["--ignore", "At"], "--ignore requires --replay DIR"],
    [
      ["--record", "ftp://host", "--fixtures", join(tmpdir(), "never")],
      'Cannot forward to "ftp://host"',
    ],
    [["--replay", " "], "Missing value of --replay. Expected a folder of recorded calls"],
  ])("reports the error for the arguments %j", async (args, message) => {
    const run = start(args);
    expect(await run.code).toBe(2);
    expect(run.err).toContain(message);
  });

  it("reports the path of an invalid fixture file and the location of the error", async () => {
    const path = await seedFile('{\n  "format": 3\n}', "0001.GetForecast.json");
    const run = start(["--replay", join(path, "..")]);
    expect(await run.code).toBe(1);
    expect(run.err).toContain(`${path}:2:`);
  });
});
