import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import * as v from "valibot";
import { runMockServer } from "../../src/entries/cli.js";
import type { MockCommand } from "../../src/entries/cli.js";
import { createServer } from "../../src/entries/index.js";
import type { Server, ServiceDescription } from "../../src/entries/index.js";
import { request, weather } from "../services/weather-service.js";

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

/** Runs the command in a simulated process. `signal` ends the command. */
export function start(
  args: string[],
  options: Pick<ServiceDescription, "signing" | "authentication"> & {
    env?: Record<string, string>;
    isTTY?: boolean;
    /** The variables that direct clients to the server. */
    environment?: readonly string[];
  } = {},
) {
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
    environment: options.environment ?? ["AWS_ENDPOINT_URL_WEATHER"],
    seed: seedSchema,
    settings: settingsSchema,
    keepsState: true,
    clients: { JavaScript: 'new Weather({ endpoint: "{url}" })' },
    createServer: ({ seed, state, settings: given, ...passed }) => {
      seeds.push(seed);
      keptIn = state;
      settings = given;
      return (server = createServer({
        ...weather,
        ...(options.signing && { signing: options.signing }),
        ...(options.authentication && { authentication: options.authentication }),
        ...passed,
        behavior: () => ({ handlers: {}, seed: (state) => seeds.push(state) }),
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
    const hasBegun = (): boolean =>
      /listening on|"event": ?"(?:started|failed)"/.test(out) || err !== "";
    while (!hasBegun()) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return {
    code,
    ready,
    /** Sends a signal immediately, regardless of the progress of the command. */
    interrupt: async (name: "SIGINT" | "SIGTERM") => {
      stops.get(name)?.();
      return code;
    },
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
      if (!server) throw new Error("The server has not started.");
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
}

/** Writes the text to a file in a new folder. */
export async function seedFile(text: string, name = "seed.json") {
  const path = join(await mkdtemp(join(tmpdir(), "seed-")), name);
  await writeFile(path, text);
  return path;
}
