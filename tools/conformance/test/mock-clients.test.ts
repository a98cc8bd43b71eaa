import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workspaceRoot } from "../src/workspace.js";

const examples = join(workspaceRoot, "tools/mock-clients");
const text = readFileSync(join(examples, "scenarios.txt"), "utf8");
const count = [...text.matchAll(/^### /gm)].length;

/** An example with the command that runs it and the output line that reports its scenarios. */
interface Example {
  readonly language: string;
  readonly folder: string;
  readonly command: readonly [string, ...string[]];
  /** A command that fails if the tools are absent. */
  readonly tool: readonly [string, ...string[]];
  readonly succeeded: RegExp;
  /** True if the example only runs in `pnpm test:matrix`. */
  readonly isWide: boolean;
}

const python = process.env["PYTHON"] ?? "python3";

const languages: readonly Example[] = [
  {
    language: "JavaScript",
    folder: "javascript",
    command: [process.execPath, "--test", "--test-reporter=spec"],
    tool: [process.execPath, "--version"],
    succeeded: new RegExp(`pass ${count}\\b[^]*fail 0\\b`),
    isWide: false,
  },
  {
    language: "Python",
    folder: "python",
    command: [python, "-m", "pytest", "-v", "-p", "no:cacheprovider"],
    tool: [python, "-c", "import pytest"],
    succeeded: new RegExp(`(?:test_scenario\\[.*PASSED[^]*){${count}} passed in`),
    isWide: true,
  },
  {
    language: "Go",
    folder: "go",
    command: ["go", "test", "-count=1", "-v", "./..."],
    tool: ["go", "version"],
    succeeded: new RegExp(`(?:--- PASS: TestScenarios/.*/[^]*){${count}}^ok `, "m"),
    isWide: true,
  },
  {
    language: "Java",
    folder: "java",
    command: ["mvn", "-B", "-Dstyle.color=never", "test"],
    tool: ["mvn", "-version"],
    succeeded: new RegExp(
      `Tests run: ${count}, Failures: 0, Errors: 0, Skipped: 0[^\\n]*ScenariosTest`,
    ),
    isWide: true,
  },
];

const isMatrix = process.env["TINSMITH_MATRIX"] !== undefined;

/** Returns the reason why an example cannot run. */
function missing({ language, tool, isWide }: Example): string | undefined {
  if (isWide && !isMatrix) return undefined;
  const [file, ...args] = tool;
  const { status } = spawnSync(file, args, { stdio: "ignore" });
  return status === 0
    ? undefined
    : `${language} against the mock server: skipped, ${file} is missing`;
}

describe("the scenarios of the mock server", () => {
  for (const example of languages) {
    const { language, folder, command, succeeded, isWide } = example;
    const reason = missing(example);
    if (reason !== undefined) console.log(reason);
    it.skipIf(reason !== undefined || (isWide && !isMatrix))(
      `hold over HTTP in ${language}`,
      () => {
        const [file, ...args] = command;
        const { NODE_TEST_CONTEXT: _, ...env } = process.env;
        const { stdout, stderr, status } = spawnSync(file, args, {
          cwd: join(examples, folder),
          env: {
            ...env,
            MOCK_SERVER: `${process.execPath} ${join(workspaceRoot, "packages/mock-server/dist/bin.js")}`,
          },
          encoding: "utf8",
        });
        expect({ output: status === 0 ? stdout : `${stdout}${stderr}`, status }).toEqual({
          output: expect.stringMatching(succeeded),
          status: 0,
        });
      },
      600_000,
    );
  }
});
