import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ModelPackages } from "./model-packages.js";
import { writeInto } from "./model-packages.js";

/** The outcome of generated tests. */
export interface TestOutcome {
  readonly passed: number;
  readonly total: number;
  /** The title and the message of each test that failed. */
  readonly failures: readonly string[];
}

interface Report {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs the tests of all packages of a model in one process. Skipped tests do not count. */
export function runGeneratedTests(packages: ModelPackages): TestOutcome {
  const alias = Object.entries(packages.paths).map(([name, replacement]) => ({
    find: `^${name}$`,
    replacement,
  }));
  const config = writeInto(
    packages,
    "vitest.config.mjs",
    `const alias = ${JSON.stringify(alias)};
export default {
  test: { include: ["*/test/generated/**/*.test.ts"], passWithNoTests: true, testTimeout: 60000 },
  resolve: { alias: alias.map(({ find, replacement }) => ({ find: new RegExp(find), replacement })) },
};
`,
  );
  const report = join(packages.folder, "tests.json");
  const vitest = join(
    dirname(createRequire(import.meta.url).resolve("vitest/package.json")),
    "vitest.mjs",
  );
  const args = ["run", "--root", packages.folder, "--config", config];
  const output = ["--reporter=json", `--outputFile=${report}`];
  const { stdout, stderr } = spawnSync(process.execPath, [vitest, ...args, ...output], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (!existsSync(report)) {
    const isEmpty = stdout.includes("No test files found");
    return { passed: 0, total: 0, failures: isEmpty ? [] : [lastLines(stdout + stderr)] };
  }
  return outcomeOf(JSON.parse(readFileSync(report, "utf8")));
}

const lastLines = (text: string): string => text.trim().split("\n").slice(-5).join(" ");

function outcomeOf(report: Report): TestOutcome {
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === "failed");
    // A file that cannot be loaded has no tests.
    if (failed.length === 0 && status === "failed") return [`${name}: ${message}`];
    return failed.map(({ fullName, failureMessages: [first = ""] }) => `${fullName}: ${first}`);
  });
  return {
    passed: report.numPassedTests,
    total: report.numTotalTests - report.numPendingTests,
    failures: failures.map((text) => text.split("\n").slice(0, 3).join(" ")),
  };
}
