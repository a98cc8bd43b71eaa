import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");
const manifest: {
  readonly exports: Readonly<Record<string, { readonly import?: { readonly types: string } }>>;
} = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => join(source, file));
const specifiers = Object.keys(manifest.exports).filter((one) => one !== "./package.json");

/** Returns the entries in a folder whose package comment lacks a tag. */
function findUntagged(folder: string, tag: string): string[] {
  return readdirSync(join(source, folder), { encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(source, folder, file))
    .filter(
      (file) => !readFileSync(file, "utf8").includes(` * @packageDocumentation\n * ${tag}\n`),
    );
}

/** Returns the declarations that TypeScript resolves for an entry if it does not read `exports`. */
function typesWithoutExports(entry: string): string | undefined {
  const installed = "/app/node_modules/@tinsmith/client-runtime/";
  const here = (path: string): string => path.replace(installed, root);
  const { resolvedModule } = ts.resolveModuleName(
    `@tinsmith/client-runtime${entry.slice(1)}`,
    "/app/main.ts",
    { moduleResolution: ts.ModuleResolutionKind.Node10 },
    {
      fileExists: (path) => ts.sys.fileExists(here(path)),
      readFile: (path) => ts.sys.readFile(here(path)),
    },
  );
  return resolvedModule?.resolvedFileName.replace(installed, "./");
}

/** Returns the source files that a module imports, including imports of types. */
function findImports(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)\.js"/g)]
    .map(([, specifier = ""]) => join(dirname(file), `${specifier}.ts`))
    .filter((target) => existsSync(target));
}

describe("the exports of the package", () => {
  it("match the files of src/entries", () => {
    const expected = readdirSync(join(source, "entries"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => file.replaceAll("\\", "/").replace("generated-v1", "generated/v1"))
      .map((file) => `./${file.replace(/(?:\/?index)?\.ts$/, "")}`.replace(/^\.\/$/, "."));
    // Clients re-export these public entries, so these entries also have a versioned form.
    const reexported = ["logging", "monitoring", "plugins", "retries", "telemetry"];
    const all = [...expected, ...reexported.map((name) => `./generated/v1/${name}`)];
    expect([...specifiers].sort()).toEqual(all.sort());
  });

  it("have types for TypeScript versions that do not read `exports`", () => {
    const withExports = new Map<string, unknown>();
    const without = new Map<string, unknown>();
    for (const specifier of specifiers) {
      withExports.set(specifier, manifest.exports[specifier]?.import?.types);
      without.set(specifier, typesWithoutExports(specifier));
    }
    expect(without).toEqual(withExports);
  });

  it("are tagged @public or @internal", () => {
    const untagged = [
      ...findUntagged("entries", "@public"),
      ...findUntagged("entries/generated-v1", "@internal"),
    ];
    expect(untagged).toEqual([]);
  });
});

describe("the source files of the package", () => {
  it("have no import cycles, including imports of types", () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (path.includes(file) || done.has(file)) return;
      for (const target of findImports(file)) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it("do not share a name with a folder next to them", () => {
    const twins = files.filter((file) => existsSync(join(dirname(file), basename(file, ".ts"))));
    expect(twins).toEqual([]);
  });
});
