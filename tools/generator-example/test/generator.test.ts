import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "@tinsmith/codegen";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";

const packageFolder = fileURLToPath(new URL("..", import.meta.url));
const generated = join(packageFolder, "reports/generated");
const configPath = join(packageFolder, "example/smithy-build.json");

beforeAll(() => rmSync(generated, { recursive: true, force: true }));

describe("the generator", () => {
  it("writes a package.json with the fields that the generator sets", async () => {
    const { ok, diagnostics } = await build({ configPath });
    expect({ ok, diagnostics }).toEqual({ ok: true, diagnostics: [] });
    const manifest = JSON.parse(readFileSync(join(generated, "package.json"), "utf8"));
    expect(manifest).toMatchObject({
      name: "@example/weather-limits",
      description: "The limits of the inputs of Weather.",
      keywords: ["forms"],
      exports: { ".": {} },
    });
  });

  it("writes code that compiles and runs", async () => {
    const file = join(generated, "src/index.ts");
    const program = ts.createProgram([file], {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      strict: true,
      types: [],
      outDir: join(packageFolder, "reports/compiled"),
    });
    const messages = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
    expect(messages.map(({ messageText }) => messageText)).toEqual([]);
    const compiled = join(packageFolder, "reports/compiled/index.js");
    const { reportLimits } = await import(compiled);
    expect(reportLimits).toEqual({
      city: { required: true, length: { min: 1, max: 80 } },
      degrees: { required: false, range: { min: -90, max: 60 } },
      sky: { required: false, values: ["CLEAR", "CLOUDY"] },
    });
  });

  it("rejects a misspelled option", async () => {
    const plugins = { "@tinsmith/generator-example": { output: "out", sufix: "Rules" } };
    const config = { version: "1.0" as const, sources: ["model"], plugins };
    const { ok, diagnostics } = await build({ configPath, config });
    expect(ok).toBe(false);
    expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      ["plugins.@tinsmith/generator-example.sufix: Unknown option", 'Did you mean "suffix"?'],
    ]);
  });

  it("writes the same output when it runs again", async () => {
    const { changes } = await build({ configPath });
    expect(changes).toEqual([]);
  });
});
