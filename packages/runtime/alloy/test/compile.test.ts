import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { generatedFolder, sourcePaths } from "./generated-packages.js";

const root = fileURLToPath(new URL("..", import.meta.url));

function typeScriptBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.endsWith(".ts") && !path.endsWith("config.ts"));
}

function typeErrors(files: readonly string[]): readonly string[] {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const paths = Object.fromEntries(Object.entries(sourcePaths).map(([key, path]) => [key, [path]]));
  const program = ts.createProgram([...files], { ...options, paths });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    if (file === undefined) return text;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${relative(root, file.fileName)}:${line + 1} ${text}`;
  });
}

describe("the generated packages of the example", () => {
  it("type-check together with their tests and programs that use them", () => {
    const files = ["types", "client", "mock-server", "protocol-tests"].flatMap((target) =>
      typeScriptBelow(`${generatedFolder}/${target}`),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(typeErrors([...files, ...typeScriptBelow("test/programs")])).toEqual([]);
  }, 120_000);
});
