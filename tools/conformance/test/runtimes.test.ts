import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createMockServer } from "@marketplace-metering/mock-server";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installProject, packPackages } from "../src/runtimes/packed-project.js";
import { callInReactNative } from "../src/runtimes/react-native.js";
import type { Polyfills } from "../src/runtimes/react-native.js";
import { writeRuntimeTable } from "../src/runtimes/runtime-table.js";
import type { RuntimeResult } from "../src/runtimes/runtime-table.js";
import { bun, processRuntimes, versionOf, workerd } from "../src/runtimes/runtimes.js";
import type { Runtime } from "../src/runtimes/runtimes.js";
import { run } from "../src/workspace.js";

const inMatrix = process.env["TINSMITH_MATRIX"] !== undefined;
const programs = fileURLToPath(new URL("runtimes", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tinsmith-runtimes-"));
const results: RuntimeResult[] = [];
let tarballs: Readonly<Record<string, string>> = {};

const expected = [
  "meters usage: string",
  "refuses an unknown product: true",
  "meters a batch: accepted",
  "records the calls: true",
];

beforeAll(() => {
  tarballs = packPackages(folder);
}, 300_000);

afterAll(() => {
  if (inMatrix) writeRuntimeTable(results);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/**
 * Installs the packages of this workspace, the given packages of the registry, and the programs of
 * this test.
 */
function install(name: string, dependencies: Readonly<Record<string, string>>): string {
  const project = join(folder, name);
  installProject(project, tarballs, dependencies);
  cpSync(programs, project, { recursive: true });
  return project;
}

/** Runs a check and records its result for the document. A failed check still fails the test. */
async function noted(
  runtime: string,
  version: string,
  check: () => void | Promise<void>,
): Promise<void> {
  try {
    await check();
    results.push({ runtime, version, result: "works" });
  } catch (error) {
    results.push({ runtime, version, result: "fails" });
    throw error;
  }
}

describe("the CommonJS files of the packages that a client or a mock server loads", () => {
  it("never call import(), which jest rejects without a flag", () => {
    const require = createRequire(import.meta.url);
    const calling = [
      "@marketplace-metering/client",
      "@marketplace-metering/mock-server",
      "@marketplace-metering/types",
      "@tinsmith/client-runtime",
      "@tinsmith/protocols",
      "@tinsmith/server-runtime",
      "@tinsmith/validation",
    ].flatMap((name) => {
      const dist = join(dirname(require.resolve(`${name}/package.json`)), "dist");
      return readdirSync(dist, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".cjs"))
        .filter((file) => /\bimport\(/.test(readFileSync(join(dist, file), "utf8")))
        .map((file) => `${name}/${file}`);
    });
    expect(calling).toEqual([]);
  });
});

describe.each(inMatrix ? ["30", "29"] : ["30"])("jest %s with default settings", (major) => {
  let project = "";

  beforeAll(() => {
    project = install(`jest-${major}`, { jest: major, "jest-environment-jsdom": major });
  }, 300_000);

  it.each(["node", "jsdom"])(
    "runs the client and the mock server in the same test in the environment %s",
    async (environment) => {
      const program = join(project, "node_modules/jest/bin/jest.js");
      const manifest = readFileSync(join(project, "node_modules/jest/package.json"), "utf8");
      const { version }: { version: string } = JSON.parse(manifest);
      await noted(`jest, ${environment}`, version, () => {
        const output = join(project, "results.json");
        const options = [`--env=${environment}`, "--json", `--outputFile=${output}`];
        run(process.execPath, [program, ...options], project);
        const { numPassedTests }: { numPassedTests: number } = JSON.parse(
          readFileSync(output, "utf8"),
        );
        expect(numPassedTests).toBe(1);
      });
    },
    120_000,
  );
});

describe.each(inMatrix ? processRuntimes : [bun])("$name", (runtime) => {
  it("runs the client and the mock server, as ES modules and as CommonJS", async (context) => {
    const found = prepare(runtime);
    if (found.program === undefined) return context.skip(found.reason);
    const { program, project } = found;
    await noted(runtime.name, versionOf(program), () => {
      const output = run(program, [...runtime.args, join(project, "main.mjs")], project);
      expect(JSON.parse(output)).toEqual({ modules: expected, commonJs: expected });
    });
  }, 300_000);
});

describe.runIf(inMatrix)("React Native", () => {
  const packages = ["fast-text-encoding", "react-native-url-polyfill", "whatwg-fetch"];
  let project = "";

  beforeAll(() => {
    const ranges = ["^1.0.6", "^2.0.0", "^3.6.20"];
    project = install("react-native-app", {
      ...Object.fromEntries(packages.map((name, index) => [name, ranges[index] ?? ""])),
      "@smithy/core": "*",
    });
  }, 300_000);

  it.each<[what: string, polyfills: Polyfills, message: RegExp]>([
    ["URL and TextDecoder", {}, /import react-native-url-polyfill\/auto and fast-text-encoding/],
    ["random values", { modules: true }, /import react-native-get-random-values/],
    [
      "SHA-256",
      { modules: true, randomValues: true },
      /Web Crypto is not available.* pass `sha256`, for example Sha256Js of @smithy\/core\/checksum/,
    ],
  ])("reports the polyfill to add for %s", async (_, polyfills, message) => {
    const [answer] = await callInReactNative(project, "http://127.0.0.1:1", polyfills);
    expect(answer).toMatch(message);
  });

  it("runs the client with polyfills", async () => {
    await using server = await createMockServer().listen();
    await noted("React Native", "0.76", async () => {
      const all = { modules: true, randomValues: true, sha256: true };
      expect(await callInReactNative(project, server.endpoint, all)).toEqual(expected.slice(0, 3));
    });
  });
});

describe.runIf(inMatrix)("workerd", () => {
  it("runs the client in a worker", async (context) => {
    const found = prepare(workerd);
    if (found.program === undefined) return context.skip(found.reason);
    const { program, project } = found;
    const server = await createMockServer().listen();
    try {
      await noted(workerd.name, versionOf(program), async () => {
        const answers = await callWorker(program, project, server.endpoint);
        expect(answers).toEqual(expected.slice(0, 3));
      });
    } finally {
      await server.close();
    }
  }, 300_000);
});

/**
 * Installs a runtime. Records and prints the reason if the runtime does not exist for this machine.
 */
function prepare(
  runtime: Runtime,
):
  | { readonly program: string; readonly project: string }
  | { readonly program?: undefined; readonly reason: string } {
  const [name, range] = runtime.dependency;
  let reason = `npm has no ${runtime.name} for ${process.platform} ${process.arch}`;
  try {
    const project = install(name, { [name]: range });
    const program = runtime.findProgram(project);
    if (program !== undefined) return { program, project };
  } catch (error) {
    reason = `${name} cannot be installed: ${String(error).slice(0, 500)}`;
  }
  console.warn(`${runtime.name} is absent: ${reason}`);
  results.push({ runtime: runtime.name, version: "", result: "absent" });
  return { reason };
}

/** Serves the worker with workerd, and returns the response of the worker. */
async function callWorker(program: string, project: string, endpoint: string): Promise<unknown> {
  await build({
    entryPoints: [join(project, "worker.mjs")],
    outfile: join(project, "worker.bundle.mjs"),
    bundle: true,
    format: "esm",
    platform: "browser",
    conditions: ["workerd", "worker"],
    logLevel: "silent",
  });
  const config = join(project, "config.capnp");
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.bundle.mjs")],
  compatibilityDate = "2025-01-01",
  bindings = [(name = "ENDPOINT", text = ${JSON.stringify(endpoint)})],
);
`,
  );
  const child = spawn(program, ["serve", "--control-fd=1", config], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const { event, port } = JSON.parse(line) as { event: string; port?: number };
      if (event === "listen") return await (await fetch(`http://127.0.0.1:${port}/`)).json();
    }
    throw new Error("workerd ended before it listened.");
  } finally {
    child.kill();
  }
}
