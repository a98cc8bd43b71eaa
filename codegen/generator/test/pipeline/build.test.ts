import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBuildCache } from "../../src/project/build-cache.js";
import type { Timing } from "../../src/project/timing.js";
import { changes, createWorkbench, library, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write(library);
});
afterEach(() => bench.remove());

const config = (plugins: object, rest: object = {}) => ({
  "model/smithy-build.json": { version: "1.0", sources: ["."], plugins, ...rest },
});

describe("a build", () => {
  it("creates an independent package that contains the generated files", async () => {
    const result = await bench.build();
    expect(lines(result)).toEqual([]);
    expect(result.ok).toBe(true);
    expect(changes(bench, result)).toEqual([
      "create packages/types/README.md",
      "create packages/types/package.json",
      "create packages/types/src/constraints.ts",
      "create packages/types/src/generated/constraints.ts",
      "create packages/types/src/generated/index.ts",
      "create packages/types/src/generated/manifest.json",
      "create packages/types/src/generated/operations.ts",
      "create packages/types/src/generated/schemas.ts",
      "create packages/types/src/generated/structures.ts",
      "create packages/types/src/generated/validators.ts",
      "create packages/types/src/index.ts",
      "create packages/types/src/schemas.ts",
      "create packages/types/src/validators.ts",
      "create packages/types/tsconfig.json",
      "create packages/types/tsup.config.ts",
    ]);
    expect(JSON.parse(await bench.read("packages/types/package.json"))).toMatchObject({
      name: "@example/types",
      version: "0.0.0",
      license: "MIT",
      dependencies: { "@smithy/types": expect.stringMatching(/^\^\d/) },
    });
  });

  it("does not write a scaffolded file again after the user has deleted it", async () => {
    await bench.write(library);
    await bench.build();
    await rm(join(bench.root, "packages/types/README.md"));
    expect(changes(bench, await bench.build())).toEqual([]);
  });

  it.each([
    ["tabs", "\t"],
    ["four spaces", "    "],
  ])("keeps the indentation of package.json: %s", async (_, indent) => {
    await bench.write(library);
    await bench.build();
    const path = "packages/types/package.json";
    const { exports: _exports, ...fields } = JSON.parse(await bench.read(path));
    await bench.write({ [path]: `${JSON.stringify(fields, null, indent)}\n` });
    await bench.build();
    const text = await bench.read(path);
    expect(JSON.parse(text)).toHaveProperty(["exports", "./schemas"]);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, indent)}\n`);
  });

  it("raises the range of a dependency to the version of the package in the same workspace", async () => {
    const plugins = {
      types: { package: "@example/types", output: "../packages/types" },
      client: { package: "@example/client", output: "../packages/client" },
    };
    await bench.write({
      ...library,
      "model/smithy-build.json": { version: "1.0", sources: ["."], plugins },
    });
    await bench.build();
    const [types, client] = ["packages/types/package.json", "packages/client/package.json"];
    const ranges = async () => JSON.parse(await bench.read(client)).dependencies;
    expect(await ranges()).toHaveProperty(["@example/types"], "^0.0.0");
    const text = await bench.read(types);
    await bench.write({ [types]: text.replace('"version": "0.0.0"', '"version": "1.0.0"') });
    await bench.build();
    expect(await ranges()).toHaveProperty(["@example/types"], "^1.0.0");
  });

  it("changes nothing when run again", async () => {
    await bench.build();
    const before = await bench.files();
    const again = await bench.build();
    expect(again.changes).toEqual([]);
    expect(await bench.files()).toEqual(before);
  });

  it("updates only files that depend on the edited part of the model", async () => {
    await bench.build();
    const lend = library["model/lend.smithy"].replace(
      "book: String",
      "book: String\n        note: String",
    );
    await bench.write({ "model/lend.smithy": lend });
    const result = await bench.build();
    expect(changes(bench, result)).toEqual([
      "update packages/types/src/generated/schemas.ts",
      "update packages/types/src/generated/structures.ts",
    ]);
    expect(await bench.read("packages/types/src/generated/structures.ts")).toContain(
      "note?: string | undefined;",
    );
  });

  it("writes the same bytes regardless of how the model is split into files", async () => {
    await bench.build();
    const before = await bench.files("packages");
    const [, service] = library["model/service.smithy"].split("namespace example\n");
    const [, lend] = library["model/lend.smithy"].split("namespace example\n");
    await bench.write({
      "model/service.smithy": '$version: "2"\nnamespace example\n',
      "model/lend.smithy": '$version: "2"\nnamespace example\n',
      "model/zz/all.smithy":
        `$version: "2"\nnamespace example\n${lend}\n${service?.replace(/use .*/, "")}`.replace(
          "@awsJson1_0",
          "@aws.protocols#awsJson1_0",
        ),
    });
    const result = await bench.build();
    expect(lines(result)).toEqual([]);
    expect(result.changes).toEqual([]);
    expect(await bench.files("packages")).toEqual(before);
  });

  it("writes the JSON AST, and does not read this file as a source in the next build", async () => {
    await bench.write(config({ model: { output: "." } }));
    const result = await bench.build();
    expect(changes(bench, result)).toEqual(["create model/model.json"]);
    expect(JSON.parse(await bench.read("model/model.json")).shapes).toHaveProperty(
      "example#Library",
    );
    await bench.write({
      "model/lend.smithy": library["model/lend.smithy"].replaceAll("Lend", "Give"),
    });
    await bench.write({
      "model/service.smithy": library["model/service.smithy"].replaceAll("Lend", "Give"),
    });
    const again = await bench.build();
    expect(lines(again)).toEqual([]);
    expect(await bench.read("model/model.json")).not.toContain("Lend");
  });
});

describe("a build with check", () => {
  it("reports the pending changes and writes nothing", async () => {
    const result = await bench.build({ check: true });
    expect(result.ok).toBe(false);
    expect(result.diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    expect(changes(bench, result)).toContain("create packages/types/src/generated/index.ts");
    expect(await bench.files("packages")).toEqual({});
  });

  it("passes after a build, and fails after an edit of a generated file", async () => {
    await bench.build();
    expect((await bench.build({ check: true })).ok).toBe(true);
    await bench.write({ "packages/types/src/generated/index.ts": "// mine\n" });
    const result = await bench.build({ check: true });
    expect(result.ok).toBe(false);
    expect(changes(bench, result)).toEqual(["update packages/types/src/generated/index.ts"]);
  });
});

describe("an error in the model", () => {
  it("is reported at its location, and does not change the generated packages", async () => {
    await bench.build();
    const before = await bench.files("packages");
    await bench.write({
      "model/lend.smithy": library["model/lend.smithy"].replace("book:", "book"),
    });
    const result = await bench.build();
    expect(result.ok).toBe(false);
    expect(lines(result)[0]).toMatch(/^ERROR model\/lend\.smithy:8:\d+ /);
    expect(result.changes).toEqual([]);
    expect(await bench.files("packages")).toEqual(before);
  });
});

describe("a document shape in a protocol that does not support documents", () => {
  it.each(["restXml", "awsQuery", "ec2Query"])(
    "is rejected for %s, and nothing is generated",
    async (protocol) => {
      await bench.write({
        "model/lend.smithy": "",
        "model/service.smithy": `$version: "2"
namespace example
use aws.protocols#${protocol}
@${protocol}
@xmlNamespace(uri: "https://example.com")
service Library { version: "1", operations: [Lend] }
@http(method: "POST", uri: "/lend")
operation Lend { input := { anything: Anything } }
document Anything
`,
      });
      const result = await bench.build();
      expect(result.ok).toBe(false);
      expect(lines(result).join("\n")).toContain(
        `Document types are not supported with ${protocol}`,
      );
      expect(result.changes).toEqual([]);
    },
  );
});

describe("targets with names for their outputs", () => {
  it("use the output of the target with the same name", async () => {
    const one = (name: string) =>
      Object.fromEntries(
        ["types", "client"].map((target) => [
          `${target}::${name}`,
          { package: `@example/${name}-${target}`, output: `../packages/${name}/${target}` },
        ]),
      );
    await bench.write(config({ ...one("first"), ...one("second") }));
    const result = await bench.build();
    expect(lines(result)).toEqual([]);
    for (const name of ["first", "second"]) {
      const manifest = JSON.parse(await bench.read(`packages/${name}/client/package.json`));
      expect(Object.keys(manifest.dependencies)).toContain(`@example/${name}-types`);
    }
  });

  it("use the output of a target without a name", async () => {
    await bench.write(
      config({
        types: { package: "@example/types", output: "../packages/types" },
        "client::mine": { package: "@example/client", output: "../packages/client" },
      }),
    );
    expect(lines(await bench.build())).toEqual([]);
  });
});

describe("the cache of a build", () => {
  it("repeats only stages whose input changed", async () => {
    const cache = createBuildCache();
    const runs: Timing[][] = [];
    for (let run = 0; run < 2; run++) {
      const timings: Timing[] = [];
      await bench.build({ cache, onTiming: (timing) => timings.push(timing) });
      runs.push(timings);
    }
    const stages = runs.map((run) =>
      run.map(({ stage, cached }) => `${stage}${cached ? " cached" : ""}`),
    );
    expect(stages).toEqual([
      ["read", "load", "validate", "plan", "emit", "print", "write"],
      [
        "read",
        "load cached",
        "validate cached",
        "plan cached",
        "emit cached",
        "print cached",
        "write",
      ],
    ]);
  });

  it("returns no results of the model before an edit", async () => {
    const cache = createBuildCache();
    await bench.build({ cache });
    await bench.write({
      "model/lend.smithy": library["model/lend.smithy"].replace("book", "volume"),
    });
    await bench.build({ cache });
    expect(await bench.read("packages/types/src/generated/structures.ts")).toContain(
      "volume: string",
    );
  });

  it("produces the same output as a build without a cache after each of many edits", async () => {
    await bench.write(
      config(
        Object.fromEntries(
          ["types", "client", "mock-server", "docs"].map((target) => [
            target,
            { package: `@example/${target}`, output: `../packages/${target}` },
          ]),
        ),
      ),
    );
    const { "model/lend.smithy": lend, "model/service.smithy": service } = library;
    const note = (text: string) => `$version: "2"\nnamespace example\napply Lend ${text}\n`;
    const cache = createBuildCache();
    const edits: readonly Readonly<Record<string, string>>[] = [
      {},
      { "model/service.smithy": service.replace("@awsJson", "/// Lends books.\n@awsJson") },
      { "model/lend.smithy": lend.replace("book", "volume") },
      { "model/lend.smithy": lend.replace("String", "Nothing") },
      { "model/lend.smithy": lend.replace("@required", "/// Its title.\n@length(min: 1)") },
      { "model/note.smithy": note('@documentation("Lends.")') },
      { "model/note.smithy": note('@tags(["a"])') },
      { "model/note.smithy": note("@length(min: 1)") },
      { "model/note.smithy": "", "model/lend.smithy": lend },
    ];
    const broken: number[] = [];
    for (const [index, edit] of edits.entries()) {
      await bench.write(edit);
      const remembering = await bench.build({ cache });
      const fresh = await bench.build({ check: true });
      expect(lines(remembering)).toEqual(lines(fresh));
      expect(fresh.changes).toEqual([]);
      if (!remembering.ok) broken.push(index);
    }
    // Invalid edits: `@length` does not apply to operations, and the shape `Nothing` does not
    // exist.
    expect(broken).toEqual([3, 7]);
  });
});

describe("a build whose sources are edited while it runs", () => {
  const later = library["model/lend.smithy"].replace("book", "volume");

  it("starts again, so that it does not overwrite the newer output of another build", async () => {
    let edits = 0;
    const loads: string[] = [];
    const result = await bench.build({
      onTiming: ({ stage }) => void (stage === "load" && loads.push(stage)),
      guard: async (work) => {
        if (edits++ === 0) {
          await bench.write({ "model/lend.smithy": later });
          await bench.build();
        }
        return work();
      },
    });
    expect(lines(result)).toEqual([]);
    expect(loads).toHaveLength(2);
    expect(await bench.read("packages/types/src/generated/structures.ts")).toContain("volume");
    expect(changes(bench, await bench.build())).toEqual([]);
  });

  it("starts again after edits of the configuration, for a limited number of times", async () => {
    let edits = 0;
    const result = await bench.build({
      guard: async (work) => {
        const text = await bench.read("model/smithy-build.json");
        await bench.write({ "model/smithy-build.json": `${text} ` });
        edits++;
        return work();
      },
    });
    expect(result.ok).toBe(true);
    expect(edits).toBe(5);
  });
});
