import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { keptPackages } from "../src/kept-packages.js";
import { workspaceRoot } from "../src/workspace.js";
import { generatePackages } from "./generated-program.js";
import { importsOf } from "./structure/imports.js";
import { parseUnit } from "./structure/source-units.js";

/** An import of a runtime by generated code, as `<file>: <specifier>`. */
type RuntimeImport = string;

/** Matches the versioned entries for generated code. */
const versioned = /^@tinsmith\/[\w-]+\/generated\/v\d+(?:\/|$)/;

/**
 * Starter files with the entry that they import. These files belong to the user, so they may import
 * public entries.
 */
const starters: Readonly<Record<string, string>> = {
  "src/bin.ts": "@tinsmith/server-runtime/cli",
};

const tests = "tools/conformance/test";
const goldens = "codegen/generator/test/targets";

/** The protocols of the model with hard names. */
const protocols = [
  "aws-json",
  "aws-query",
  "ec2-query",
  "rest-json",
  "rest-xml",
  "rpc-v2-cbor",
  "rpc-v2-json",
];

/** The sources of models by name. The other models of golden scenarios have intentional errors. */
const models: Readonly<Record<string, readonly string[]>> = {
  depot: [`${goldens}/client/golden/depot/model.smithy`],
  library: [`${tests}/library/library.smithy`, `${tests}/library/rest-json.smithy`],
  shelf: [`${goldens}/protocol-tests/golden/model.smithy`],
  weather: ["codegen/generator/test/fixtures/weather/model"],
  workshop: ["tools/conformance/generated-v1/workshop/model.smithy"],
  ...Object.fromEntries(
    protocols.map((protocol) => [
      `names-${protocol}`,
      [`${tests}/hard-names/names.smithy`, `${tests}/hard-names/${protocol}.smithy`],
    ]),
  ),
};

/** Lists the TypeScript files below a folder. A missing folder has none. */
function sourcesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") || file.endsWith(".ts.txt"))
    .map((file) => join(folder, file));
}

/** Lists the imports of runtimes in the generated files of a package. */
function runtimeImports(files: readonly string[], folder: string): readonly RuntimeImport[] {
  return files.flatMap((file) => {
    const path = relative(folder, file).replaceAll("\\", "/");
    return importsOf(parseUnit(path, readFileSync(file, "utf8")).tree)
      .map(({ specifier }) => specifier)
      .filter((specifier) => /^(?:@tinsmith\/|tinsmith(?:\/|$))/.test(specifier))
      .map((specifier) => `${path}: ${specifier}`);
  });
}

function unversioned(imports: readonly RuntimeImport[]): readonly RuntimeImport[] {
  return imports.filter((one) => {
    const [path = "", specifier = ""] = one.split(": ");
    const starter = Object.entries(starters).find(([file]) => path.endsWith(file));
    return !versioned.test(specifier) && starter?.[1] !== specifier;
  });
}

describe("generated code", () => {
  it("in this repository, imports only versioned entries of the runtimes", () => {
    const imports = ["types", "client", "mock-server"].flatMap((name) => {
      const folder = join(workspaceRoot, "packages", name);
      const files = ["src/generated", "test/generated"].map((part) => join(folder, part));
      return runtimeImports(files.flatMap(sourcesIn), folder);
    });
    expect(imports.length).toBeGreaterThan(30);
    expect(unversioned(imports)).toEqual([]);
  });

  it("in the packages of an earlier version, imports only versioned entries of the runtimes", () => {
    const imports = keptPackages().flatMap(({ folder }) =>
      runtimeImports(
        ["src", "test"].flatMap((part) => sourcesIn(join(folder, part))),
        folder,
      ),
    );
    expect(imports.length).toBeGreaterThan(60);
    expect(unversioned(imports)).toEqual([]);
  });

  it("in the golden scenarios, imports only versioned entries of the runtimes", () => {
    const folder = join(workspaceRoot, "codegen/generator/test");
    const files = sourcesIn(folder).filter((file) =>
      /[/\\]golden[/\\].*[/\\](?:expected|weather)[/\\]/.test(file),
    );
    const imports = runtimeImports(files, folder);
    expect(imports.length).toBeGreaterThan(40);
    expect(unversioned(imports)).toEqual([]);
  });
});

describe.each(Object.keys(models))("the packages of the model %s", (name) => {
  let imports: readonly RuntimeImport[];

  beforeAll(async () => {
    const sources = (models[name] ?? []).map((path) => join(workspaceRoot, path));
    const { folder } = await generatePackages(`imports-${name}`, name, sources, {
      "protocol-tests": `@example/${name}-protocol-tests`,
    });
    const files = sourcesIn(folder).filter((file) => !file.endsWith(".config.ts"));
    imports = runtimeImports(files, folder);
  }, 60_000);

  it("import only versioned entries of the runtimes", () => {
    expect(imports.length).toBeGreaterThan(10);
    expect(unversioned(imports)).toEqual([]);
  });
});
