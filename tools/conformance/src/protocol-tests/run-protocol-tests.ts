import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readManifest } from "../workspace.js";
import { workspaceOf } from "./generate-packages.js";
import type { GeneratedService, ProtocolTestSuite } from "./generate-packages.js";

/** One generated test and its result. */
export interface TestResult {
  /** The service's name. */
  readonly service: string;
  readonly side: "client" | "server";
  /** The kind of the case and its id: `request AllQueryStringTypes`. */
  readonly name: string;
  /** The reason of the failure; undefined if the test passed. */
  readonly failure: string | undefined;
}

/** The relevant part of vitest's report. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * Runs the tests of all generated packages in one vitest. Throws if a test file cannot be loaded.
 *
 * @param clients - modules that replace the client packages, by name; if set, only clients are
 *   tested
 */
export async function runProtocolTests(
  suite: ProtocolTestSuite,
  services: readonly GeneratedService[],
  clients?: Readonly<Record<string, string>>,
): Promise<readonly TestResult[]> {
  const workspace = workspaceOf(suite);
  const reportPath = join(workspace, "report.json");
  const aliases = { ...sourcePaths(suite, services), ...clients };
  const config = configText(aliases, clients !== undefined, reportPath);
  writeFileSync(join(workspace, "vitest.config.mjs"), config);
  const said = await runVitest(workspace);
  const report = readReport(reportPath, said);
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    if (assertionResults.length === 0) throw new Error(`${name} does not run: ${message}`);
    const [service = ""] = name.slice(workspace.length + 1).split("/");
    const run = assertionResults.filter(({ status }) => status === "passed" || status === "failed");
    return run.map(({ ancestorTitles, title, status, failureMessages }) => ({
      service,
      side: title.startsWith("the client") ? ("client" as const) : ("server" as const),
      name: ancestorTitles.at(-1) ?? "",
      failure: status === "passed" ? undefined : failureMessages.map(withoutStack).join("\n"),
    }));
  });
}

/** Returns the sources of packages by name, because the packages are not built. */
export function sourcePaths(
  suite: ProtocolTestSuite,
  services: readonly GeneratedService[],
): Readonly<Record<string, string>> {
  const workspace = workspaceOf(suite);
  const source = (service: string, target: string, entry: string): string =>
    join(workspace, service, target, "src", `${entry}.ts`);
  return Object.fromEntries(
    services.flatMap(({ name, packages }) => [
      [`${packages.types}/schemas`, source(name, "types", "schemas")],
      [`${packages.types}/constraints`, source(name, "types", "constraints")],
      [packages.types, source(name, "types", "index")],
      [packages.client, source(name, "client", "index")],
      [packages["mock-server"], source(name, "mock-server", "index")],
    ]),
  );
}

function configText(
  alias: Readonly<Record<string, string>>,
  onlyClients: boolean,
  reportPath: string,
): string {
  const config = {
    resolve: { alias },
    test: {
      include: ["*/protocol-tests/test/**/*.test.ts"],
      ...(onlyClients && { testNamePattern: "the client" }),
      pool: "threads",
      isolate: false,
      reporters: ["json"],
      outputFile: reportPath,
    },
  };
  return `export default ${JSON.stringify(config, undefined, 2)};\n`;
}

/**
 * Runs vitest to its end and returns its output. Exit code 1, which means that tests failed, is not
 * an error.
 */
function runVitest(workspace: string): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve("vitest/package.json");
  const folder = dirname(manifest);
  const program = join(folder, readManifest(folder).bin?.["vitest"] ?? "");
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, "run", "--root", workspace], {
      cwd: workspace,
      env: { ...process.env, VITEST: "", NODE_OPTIONS: "" },
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", fail);
    child.on("close", () => done(said));
  });
}

function readReport(reportPath: string, said: string): Report {
  try {
    return JSON.parse(readFileSync(reportPath, "utf8"));
  } catch (error) {
    throw new Error(`vitest wrote no report: ${said}`, { cause: error });
  }
}

function withoutStack(message: string): string {
  return message.split(/\n\s+at /, 1)[0] ?? message;
}
