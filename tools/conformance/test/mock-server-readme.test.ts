import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { createMockServer, defaultSettings } from "@marketplace-metering/mock-server";
import { build, transform } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { scratchFolder } from "../src/generate.js";
import { missingBoto3 } from "../src/interop/boto3.js";
import { readmeBlocks } from "../src/readme-blocks.js";
import type { CodeBlock } from "../src/readme-blocks.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";

const run = promisify(execFile);
const packageFolder = join(workspaceRoot, "packages/mock-server");
const readme = join(packageFolder, "README.md");
const blocks = readmeBlocks(readme);
const folder = join(scratchFolder, "mock-server-readme");

/** Returns the code block of the file with the given name. */
function fileOf(name: string): string {
  const block = blocks.find(({ file }) => file === name);
  if (!block) throw new Error(`The README has no file ${name}.`);
  return block.text;
}

function write(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

if (missingBoto3 !== undefined) console.log(`The README's example in Python: ${missingBoto3}`);
beforeAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the tests in the README of the mock server", () => {
  it("compile", () => {
    const files = ["report-usage.ts", "report-usage.test.ts"].map((name) =>
      write(`compile/${name}`, fileOf(name)),
    );
    expect(typeCheck({ files })).toEqual([]);
  }, 60_000);

  it("pass in vitest", async () => {
    write("vitest/report-usage.ts", fileOf("report-usage.ts"));
    write("vitest/report-usage.test.ts", fileOf("report-usage.test.ts"));
    const include = JSON.stringify({ test: { include: ["*.test.ts"], exclude: [] } });
    const config = write("vitest/vitest.config.mjs", `export default ${include};\n`);
    const manifest = createRequire(import.meta.url).resolve("vitest/package.json");
    const vitest = join(dirname(manifest), "vitest.mjs");
    const { stdout } = await run(process.execPath, [vitest, "run", "--config", config], {
      cwd: dirname(config),
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(stdout).toMatch(/Tests\s+2 passed/);
  }, 60_000);

  it("pass in node:test with the current version of Node", async () => {
    const { code } = await transform(fileOf("report-usage.ts"), { loader: "ts", format: "esm" });
    write("node/report-usage.js", code);
    write("node/package.json", '{ "type": "module" }\n');
    const file = write("node/report-usage.test.mjs", fileOf("report-usage.test.mjs"));
    const env = { ...process.env };
    // A program that inherits this variable reports to the surrounding run of `node:test`.
    delete env["NODE_TEST_CONTEXT"];
    const { stdout } = await run(process.execPath, ["--test", "--test-reporter=tap", file], {
      env,
    });
    expect(stdout).toMatch(/^# pass 1$/m);
  }, 60_000);

  it.skipIf(missingBoto3 !== undefined)("pass in Python", async () => {
    await using server = await createMockServer().listen();
    const program = write("report_usage.py", fileOf("report_usage.py"));
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL_MARKETPLACE_METERING: server.endpoint,
      AWS_REGION: "us-east-1",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "mock",
      AWS_SECRET_ACCESS_KEY: "mock",
    };
    const { stdout } = await run(process.env["PYTHON"] ?? "python3", [program], { env });
    expect(stdout).toBe("Success\n");
    expect(server.metered()).toHaveLength(1);
  });
});

describe("the other examples in the README of the mock server", () => {
  const recipes = blocks.filter(({ language, file }) => language === "ts" && file === undefined);

  it("compile and run", async () => {
    expect(recipes.length).toBeGreaterThan(8);
    const program = write("recipes/recipes.ts", programOf(recipes));
    expect(typeCheck({ files: [program] })).toEqual([]);
    const outfile = join(folder, "recipes/recipes.mjs");
    await build({
      entryPoints: [program],
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "error",
    });
    const { stdout } = await run(process.execPath, [outfile], { cwd: dirname(outfile) });
    expect(stdout).toBe(`${recipes.length} done\n`);
  }, 60_000);
});

describe("the README of the mock server", () => {
  const text = readFileSync(readme, "utf8");

  it("lists exactly the options of the command", async () => {
    const bin = join(packageFolder, "dist/bin.js");
    const { stdout } = await run(process.execPath, [bin, "--help"]);
    const optionsIn = (part: string) => new Set(part.match(/(?<![\w-])--[a-z][a-z-]*/g));
    const described = text.split("\n").filter((line) => line.startsWith("| `-"));
    expect(optionsIn(described.join("\n").replaceAll(/\|[^|]*\|$/gm, ""))).toEqual(
      optionsIn(stdout),
    );
  });

  it("lists every setting with its default", () => {
    const rows = Array.from(text.matchAll(/^\| `(\w+)`\s+\| (\S+)/gm), ([, name, value]) => [
      name,
      value,
    ]);
    for (const [name, value] of Object.entries(defaultSettings)) {
      const row = rows.find(([setting]) => setting === name);
      const written = row?.[1]?.replaceAll(/[`"]/g, "");
      expect([name, written]).toEqual([name, Array.isArray(value) ? "none" : String(value)]);
    }
  });
});

/**
 * Combines the examples into one program. Each example has a server, a client, and the other names
 * that it uses.
 */
function programOf(recipes: readonly CodeBlock[]): string {
  const imports = new Set<string>();
  const bodies = recipes.map(({ text }) => {
    const [own, rest] = [text.match(/^import .*$/gm) ?? [], text.replaceAll(/^import .*\n/gm, "")];
    for (const line of own) imports.add(line);
    return `  async () => {
    await using server = await createMockServer().listen();
    await using other = await createMockServer().listen();
    const endpoint = other.url;
    const client = new MarketplaceMetering({ endpoint: server.endpoint, region: "us-east-1", credentials });
${rest}
  },`;
  });
  return `import { MarketplaceMetering } from "@aws-sdk/client-marketplace-metering";
import { createMockServer, InvalidTokenException } from "@marketplace-metering/mock-server";
${[...imports].join("\n")}

const product = "4rjezcm9xqk27tdplw0sv1gnb";
const credentials = { accessKeyId: "mock", secretAccessKey: "mock" };
const recipes: readonly (() => Promise<void>)[] = [
${bodies.join("\n")}
];
for (const recipe of recipes) await recipe();
console.log(recipes.length, "done");
`;
}
