import { describe, expect, it } from "vitest";
import type { PackageFacts } from "../../src/generator.js";
import { noOwnedFields } from "../../src/output/output-tree.js";
import { newPackageJson, ownedFields, updatePackageJson } from "../../src/package/package-json.js";
import { ownerFields } from "../../src/package/owner-fields.js";
import { scaffoldFiles } from "../../src/package/scaffold.js";

const identity = {
  name: "@example/types",
  owner: {},
  newOwner: {},
  rangeOf: (name: string) => `^of-${name}`,
  versionOf: () => undefined,
};
const facts: PackageFacts = {
  description: "Types.",
  entries: { ".": "index.js", "./schemas": "schemas.js" },
  dependencies: [{ name: "b" }, { name: "a", range: "^1.0.0" }],
  bin: { tool: "./dist/bin.js" },
  readme: "# Types",
};

describe("a new package.json", () => {
  it("has sorted dependencies, with the range of the target or else with the known range", () => {
    expect(newPackageJson(facts, identity)["dependencies"]).toEqual({ a: "^1.0.0", b: "^of-b" });
  });

  it("exports ESM, CommonJS and types for every entry", () => {
    expect(newPackageJson(facts, identity)["exports"]).toEqual({
      ".": {
        import: { types: "./dist/index.d.ts", default: "./dist/index.js" },
        require: { types: "./dist/index.d.cts", default: "./dist/index.cjs" },
      },
      "./schemas": {
        import: { types: "./dist/schemas.d.ts", default: "./dist/schemas.js" },
        require: { types: "./dist/schemas.d.cts", default: "./dist/schemas.cjs" },
      },
      "./package.json": "./package.json",
    });
  });

  it("lists its other entries for tools that do not read `exports`", () => {
    const entries = { ...facts.entries, "./plugins": "plugins.js" };
    expect(newPackageJson(facts, identity)["alias"]).toEqual({ "./schemas": "./dist/schemas.js" });
    expect(newPackageJson({ ...facts, entries }, identity)).toMatchObject({
      typesVersions: {
        "*": { schemas: ["./dist/schemas.d.ts"], plugins: ["./dist/plugins.d.ts"] },
      },
      alias: { "./{schemas,plugins}": "./dist/$1.js" },
    });
  });
});

describe("the owner's fields", () => {
  const owner = { license: "MIT", author: "Acme" };

  it("are written to a new package, and the configuration takes precedence over the owner's package", () => {
    const newOwner = { license: "ISC", bugs: "https://acme.example/bugs" };
    expect(newPackageJson(facts, { ...identity, owner, newOwner })).toMatchObject({
      license: "MIT",
      author: "Acme",
      bugs: "https://acme.example/bugs",
    });
  });

  it("are updated by later builds if the configuration contains them", () => {
    const existing = { name: "mine", license: "ISC", author: "Me", homepage: "https://me.example" };
    const updated = updatePackageJson(
      existing,
      facts,
      { ...identity, owner, newOwner: { homepage: "https://acme.example" } },
      noOwnedFields,
    );
    expect(updated).toMatchObject({ ...existing, ...owner });
  });

  it("include the folder of each package in the repository", () => {
    const repository = { type: "git", url: "https://acme.example/api.git", directory: "model" };
    const fields = (to: string) => ownerFields({ repository }, "/home/api/model", to);
    expect(fields("/home/api/packages/types")).toEqual({
      repository: { ...repository, directory: "packages/types" },
    });
    const { directory: _, ...whole } = repository;
    expect(fields("/home/api")).toEqual({ repository: whole });
    expect(fields("/home/elsewhere")).toEqual({ repository: whole });
    const text = { repository: "acme/api" };
    expect(ownerFields({ ...text, name: "api" }, "/home/api", "/home/api/a")).toEqual(text);
  });
});

describe("a package of plain files", () => {
  const site: PackageFacts = {
    description: "A site.",
    entries: {},
    frontPage: "index.html",
    readme: "# Site",
  };

  it("exports its front page and its files, and has no library entries", () => {
    const made = newPackageJson(site, identity);
    expect(made["exports"]).toEqual({
      ".": "./dist/index.html",
      "./package.json": "./package.json",
      "./*": "./dist/*",
    });
    expect(made["scripts"]).toEqual({ build: "node build.mjs" });
    for (const key of ["main", "module", "types", "devDependencies"]) {
      expect(made).not.toHaveProperty(key);
    }
  });

  it("is built by copying the generated files", () => {
    const files = scaffoldFiles(site, "src/generated");
    expect(files.map(({ path }) => path)).toEqual(["README.md", "build.mjs"]);
    expect(files[1]?.content).toContain('new URL("src/generated/", import.meta.url)');
    expect(files[1]?.content).not.toContain("import.meta.resolve");
  });

  it("copies files of other packages to paths of its site", () => {
    const copiedFiles = { "assets/console.js": "@tinsmith/console/console.js" };
    const [, script] = scaffoldFiles({ ...site, copiedFiles }, "src/generated");
    expect(script?.content).toContain(JSON.stringify(copiedFiles, undefined, 2));
    expect(script?.content).toContain("await cp(new URL(import.meta.resolve(entry))");
  });
});

describe("a package without entries", () => {
  const tests: PackageFacts = {
    description: "Tests.",
    entries: {},
    scripts: { test: "vitest run" },
    readme: "# Tests",
  };

  it("is private and has no build script", () => {
    const made = newPackageJson(tests, identity);
    expect(made["private"]).toBe(true);
    expect(made["scripts"]).toEqual({ typecheck: "tsc --noEmit", test: "vitest run" });
    for (const key of ["main", "types", "exports", "files", "publishConfig"]) {
      expect(made).not.toHaveProperty(key);
    }
    expect(scaffoldFiles(tests, "test/generated").map(({ path }) => path)).toEqual([
      "README.md",
      "tsconfig.json",
    ]);
  });

  it("stays unchanged if it is up to date", () => {
    const made = newPackageJson(tests, identity);
    expect(updatePackageJson(made, tests, identity, noOwnedFields)).toEqual(made);
  });
});

describe("an existing package.json", () => {
  const fresh = newPackageJson(facts, identity);
  const update = (existing: object, next: PackageFacts = facts, earlier = ownedFields(facts)) =>
    updatePackageJson({ ...existing }, next, identity, earlier);

  it("stays unchanged if it is up to date", () => {
    expect(JSON.stringify(update(fresh))).toBe(JSON.stringify(fresh));
  });

  it("keeps additions and changes of the user, and the order of keys", () => {
    const existing = {
      scripts: { build: "mine", release: "now" },
      version: "1.2.3",
      ...fresh,
      name: "@example/types",
      exports: { "./extra": "./extra.js", ...Object(fresh["exports"]) },
      dependencies: { z: "1", a: "workspace:^", b: "catalog:" },
      private: true,
    };
    Object.assign(existing, { scripts: { build: "mine", release: "now" }, version: "1.2.3" });
    expect(JSON.stringify(update(existing))).toBe(JSON.stringify(existing));
  });

  it("receives missing exports, commands and dependencies", () => {
    const updated = update({ name: "x", dependencies: { z: "1" } }, facts, noOwnedFields);
    expect(updated).toMatchObject({
      name: "x",
      main: "./dist/index.cjs",
      bin: { tool: "./dist/bin.js" },
      dependencies: { a: "^1.0.0", b: "^of-b", z: "1" },
    });
    expect(Object.keys(Object(updated["dependencies"]))).toEqual(["a", "b", "z"]);
  });

  it("loses only entries that an earlier run added and that this run does not need", () => {
    const existing = { ...fresh, dependencies: { a: "1", b: "1", mine: "1" } };
    const next: PackageFacts = {
      description: "Types.",
      entries: { ".": "index.js" },
      dependencies: [{ name: "a" }],
      readme: "",
    };
    const updated = update(existing, next);
    expect(updated["dependencies"]).toEqual({ a: "1", mine: "1" });
    expect(Object.keys(Object(updated["exports"]))).toEqual([".", "./package.json"]);
    expect(updated).not.toHaveProperty("bin");
  });
});
