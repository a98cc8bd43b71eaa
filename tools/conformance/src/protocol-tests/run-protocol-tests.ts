import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readManifest } from "../workspace.js";
import { workspace } from "./generate-packages.js";
import type { GeneratedService } from "./generate-packages.js";

/** One generated test, and how it went. */
export interface TestResult {
  /** The service's name. */
  readonly service: string;
  readonly side: "client" | "server";
  /** What kind of case it is and its id: `request AllQueryStringTypes`. */
  readonly name: string;
  /** Why it failed; absent where it passed. */
  readonly failure: string | undefined;
}

/** What of vitest's report matters here. */
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
 * Runs the tests of all generated packages in one vitest. Throws where a file of tests cannot even be loaded.
 *
 * @param clients - modules in the place of the clients' packages, by their names; then only clients are tested
 */
export async function runProtocolTests(
  services: readonly GeneratedService[],
  clients?: Readonly<Record<string, string>>,
): Promise<readonly TestResult[]> {
  writeFileSync(join(workspace, "vitest.config.mjs"), configText(services, clients));
  const said = await runVitest();
  const report = readReport(said);
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

/** Packages are not built: where the sources are that their names stand for. */
export function sourcePaths(
  services: readonly GeneratedService[],
): Readonly<Record<string, string>> {
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
  services: readonly GeneratedService[],
  clients: Readonly<Record<string, string>> | undefined,
): string {
  const config = {
    resolve: { alias: { ...sourcePaths(services), ...clients } },
    test: {
      include: ["*/protocol-tests/test/**/*.test.ts"],
      ...(clients && { testNamePattern: "the client" }),
      pool: "threads",
      isolate: false,
      reporters: ["json"],
      outputFile: reportPath,
    },
  };
  return `export default ${JSON.stringify(config, undefined, 2)};\n`;
}

const reportPath = join(workspace, "report.json");

/** Runs vitest to its end, which is an exit code of 1 where tests fail, and returns what it said. */
function runVitest(): Promise<string> {
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

function readReport(said: string): Report {
  try {
    return JSON.parse(readFileSync(reportPath, "utf8"));
  } catch (error) {
    throw new Error(`vitest left no report: ${said}`, { cause: error });
  }
}

function withoutStack(message: string): string {
  return message.split(/\n\s+at /, 1)[0] ?? message;
}
