import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pnpm, publishedPackages, run, workspaceRoot } from "../src/workspace.js";
import type { Manifest, WorkspacePackage } from "../src/workspace.js";

const packages = publishedPackages();
const folder = mkdtempSync(join(tmpdir(), "tinsmith-packages-"));
const project = join(folder, "project");
const tarballs = new Map<string, string>();

/** Entries that declare types and export no value. */
const typesOnly = new Set(["@tinsmith/protocols/generated/v1"]);

beforeAll(() => {
  for (const { folder: cwd, manifest } of packages) {
    const tarball = join(folder, `${manifest.name.replace("@", "").replace("/", "-")}.tgz`);
    pnpm(["pack", "--out", tarball], cwd);
    tarballs.set(manifest.name, tarball);
  }
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tarball = (name: string): Buffer => readFileSync(tarballs.get(name) ?? "");

/** Returns the tarball of a package as a dependency in the form that package managers read. */
const dependencyOn = (name: string): string => `file:${tarballs.get(name)}`;

/**
 * Entries that register matchers in a test framework. They can only be loaded in tests of that
 * framework.
 */
const forFrameworks = /\/matchers\/(?:jest|vitest)$/;

/**
 * Lists the entries of a package that contain code or data for `import` and `require`, as
 * specifiers.
 */
function codeEntries({ manifest }: WorkspacePackage): readonly string[] {
  return entries(manifest, (target) => typeof target === "object").filter(
    (specifier) => !forFrameworks.test(specifier),
  );
}

/** Lists the entries that are files for other programs: pages, JSON. */
function fileEntries({ manifest }: WorkspacePackage): readonly string[] {
  return entries(manifest, (target) => typeof target === "string");
}

function entries(manifest: Manifest, isWanted: (target: unknown) => boolean): readonly string[] {
  return Object.entries(manifest.exports ?? {})
    .filter(([entry, target]) => !entry.includes("*") && isWanted(target))
    .map(([entry]) => join(manifest.name, entry));
}

/** Files and folders that users of a package do not need. */
const forDevelopment =
  /^(?:\..*|coverage|etc|example|node_modules|reports|scripts|src|test|tsconfig\.json|(?:tsup|vitest)\.config\.ts|bundle-assets\.ts|build\.mjs)$/;

/** Lists the relative specifiers in a module or its declarations. */
function relativeImports(text: string): readonly string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith("."));
}

/** Lists the files to which a relative specifier can refer: code or its declarations. */
function candidates(importer: string, specifier: string): readonly string[] {
  const path = posix.join(posix.dirname(importer), specifier);
  if (!/\.d\.c?ts$/.test(importer)) return [path];
  return [path.replace(/\.js$/, ".d.ts").replace(/\.cjs$/, ".d.cts")];
}

/** Returns the file of an entry in bundles for browsers. */
function browserTarget(target: unknown): string {
  if (typeof target === "string") return target;
  const { browser, module, import: imported, default: otherwise } = target as Conditions;
  return browserTarget(browser ?? module ?? imported ?? otherwise);
}

type Conditions = Readonly<Partial<Record<"browser" | "module" | "import" | "default", unknown>>>;

/**
 * Applies the patterns of `alias`: `*` matches a part of a path, and `{a,b}` matches `a` or `b`.
 */
function aliasOf(entry: string, alias: Readonly<Record<string, string>>): string | undefined {
  for (const [pattern, target] of Object.entries(alias)) {
    const source = pattern
      .replaceAll(".", "\\.")
      .replaceAll("*", "([^/]+)")
      .replaceAll(/\{(.*?)\}/g, (_, names: string) => `(${names.replaceAll(",", "|")})`);
    const match = new RegExp(`^${source}$`).exec(entry);
    if (match !== null) return target.replace("$1", match[1] ?? "");
  }
  return undefined;
}

describe("the changesets", () => {
  it("name packages that are published", () => {
    const names = new Set(packages.map(({ manifest }) => manifest.name));
    const changesets = join(workspaceRoot, ".changeset");
    const unknown = readdirSync(changesets)
      .filter((file) => file.endsWith(".md") && file !== "README.md")
      .flatMap((file) => {
        const [, head = ""] = readFileSync(join(changesets, file), "utf8").split(/^---$/m);
        const named = Array.from(head.matchAll(/^"([^"]+)": \w+$/gm), ([, name = ""]) => name);
        expect(named, `${file} names no package`).not.toEqual([]);
        return named.filter((name) => !names.has(name)).map((name) => `${file}: ${name}`);
      });
    expect(unknown).toEqual([]);
  });
});

describe("every published package", () => {
  it("is part of the workspace", () => {
    expect(packages.map(({ manifest }) => manifest.name)).toEqual(
      expect.arrayContaining([
        "@marketplace-metering/client",
        "@marketplace-metering/docs",
        "@marketplace-metering/mock-server",
        "@marketplace-metering/model",
        "@marketplace-metering/types",
        "@tinsmith/alloy",
        "@tinsmith/client-runtime",
        "@tinsmith/codegen",
        "@tinsmith/console",
        "@tinsmith/dynamic-client",
        "@tinsmith/protocols",
        "@tinsmith/recorder",
        "@tinsmith/server-runtime",
        "@tinsmith/smithy",
        "tinsmith",
      ]),
    );
  });

  it.each(packages.map(({ manifest }) => [manifest.name]))(
    "passes publint: %s",
    async (name) => {
      const pack = { tarball: new Uint8Array(tarball(name)).buffer };
      const { messages, pkg } = await publint({ pack, level: "suggestion", strict: true });
      expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
    },
    60_000,
  );

  it.each(packages.map(({ manifest }) => [manifest.name]))(
    "contains each file that its code and declarations import: %s",
    (name) => {
      const contents = createPackageFromTarballData(tarball(name));
      const missing = contents
        .listFiles()
        .filter((path) => /\.(?:js|cjs|d\.ts|d\.cts)$/.test(path))
        .flatMap((path) =>
          relativeImports(contents.readFile(path))
            .filter(
              (specifier) => !candidates(path, specifier).some((one) => contents.fileExists(one)),
            )
            .map((specifier) => `${path} imports ${specifier}`),
        );
      expect(missing).toEqual([]);
    },
  );

  it.each(packages.map(({ manifest, folder: path }) => [manifest.name, path]))(
    "contains all files of its folder except development files: %s",
    (name, path) => {
      const contents = createPackageFromTarballData(tarball(name));
      const packed = new Set(
        contents
          .listFiles()
          .map((file) => file.slice(`/node_modules/${name}/`.length).split("/")[0]),
      );
      const missing = readdirSync(path).filter(
        (entry) => !forDevelopment.test(entry) && !packed.has(entry),
      );
      expect(missing).toEqual([]);
    },
  );

  it.each(packages.map((one) => [one.manifest.name, one.manifest]))(
    "has an `alias` for each entry, so that Parcel finds the entry by default: %s",
    (_, { exports = {}, alias = {}, module }) => {
      const targets = Object.entries(exports)
        .filter(([, target]) => typeof target === "object")
        .map(([entry, target]) => [entry === "." ? module : entry, browserTarget(target)] as const)
        .filter(([entry, target]) => target !== entry);
      const found = targets.map(([entry = ""]) => [entry, aliasOf(entry, alias)]);
      expect(found).toEqual(targets);
    },
  );

  const withCode = packages.filter((one) => codeEntries(one).length > 0);

  it.each(withCode.map(({ manifest }) => [manifest.name]))(
    "passes arethetypeswrong: %s",
    async (name) => {
      const { types, ...found } = await checkPackage(createPackageFromTarballData(tarball(name)));
      expect(types).not.toBe(false);
      expect("problems" in found ? found.problems : []).toEqual([]);
    },
    60_000,
  );
});

/** Defines `require` in an ES module. */
const requireCode = `import { createRequire } from "node:module";
  const require = createRequire(process.cwd() + "/x.js");`;

interface LoadedEntry {
  readonly entry: string;
  readonly imported: readonly string[];
  readonly required: readonly string[];
}

/** Imports and requires entries in one process. The process fails if an entry cannot be loaded. */
function loadEntries(entries: readonly string[]): readonly LoadedEntry[] {
  const code = `${requireCode}
    const names = (exported) =>
      Object.keys(exported).filter((key) => key !== "default" && key !== "module.exports").sort();
    const loaded = [];
    for (const entry of ${JSON.stringify(entries)}) {
      loaded.push({ entry, imported: names(await import(entry)), required: names(require(entry)) });
    }
    console.log(JSON.stringify(loaded));`;
  return JSON.parse(run(process.execPath, ["--input-type=module", "-e", code], project));
}

describe("an empty project that installs every package", () => {
  beforeAll(() => {
    mkdirSync(project);
    // Some entries are for users of another package, and require that package.
    const peers = Object.assign({}, ...packages.map(({ manifest }) => manifest.peerDependencies));
    const dependencies = Object.fromEntries(
      packages.map(({ manifest }) => [manifest.name, dependencyOn(manifest.name)]),
    );
    writeFileSync(
      join(project, "package.json"),
      JSON.stringify({ name: "empty", private: true, dependencies: { ...peers, ...dependencies } }),
    );
    // The packages depend on each other by version, and no version is in a registry yet.
    writeFileSync(
      join(project, "pnpm-workspace.yaml"),
      [
        "packages: []",
        "overrides:",
        ...Object.entries(dependencies).map(([name, path]) => `  "${name}": "${path}"`),
        "",
      ].join("\n"),
    );
    pnpm(["install", "--prefer-offline", "--ignore-scripts"], project);
  }, 300_000);

  it("imports and requires every entry with the same exports", () => {
    const entries = packages.flatMap((one) => codeEntries(one));
    const loaded = loadEntries(entries);
    expect(loaded.map(({ required, entry }) => [entry, required.length > 0])).toEqual(
      entries.map((entry) => [entry, !typesOnly.has(entry)]),
    );
    // The model is data: `import` returns it as the default export, `require` returns the data
    // itself.
    const withNames = loaded.filter(({ entry }) => entry !== "@marketplace-metering/model");
    expect(withNames.map(({ entry, imported }) => [entry, imported])).toEqual(
      withNames.map(({ entry, required }) => [entry, required]),
    );
  }, 120_000);

  it("finds every entry that is a file", () => {
    const entries = packages.flatMap((one) => fileEntries(one));
    const code = `for (const entry of ${JSON.stringify(entries)})
      console.log(entry, import.meta.resolve(entry), require.resolve(entry));`;
    const lines = run(process.execPath, ["--input-type=module", "-e", requireCode + code], project)
      .trim()
      .split("\n")
      .map((line) => line.split(" "));
    expect(lines.map(([entry]) => entry)).toEqual(entries);
    for (const [entry, imported = "", required = ""] of lines) {
      expect([entry, fileURLToPath(imported)]).toEqual([entry, required]);
      expect([entry, existsSync(required)]).toEqual([entry, true]);
    }
  }, 60_000);

  it.each(
    packages.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {}).map((command) => [command])),
  )(
    "runs the command %s",
    (command) => {
      expect(run(join(project, "node_modules/.bin", command), ["--help"], project)).toMatch(
        /usage/i,
      );
    },
    60_000,
  );
});
