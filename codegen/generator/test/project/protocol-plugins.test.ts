import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadProject } from "../../src/project/load-project.js";
import { createWorkbench, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write({
    "model/main.smithy": `$version: "2"
namespace demo
use acme.wire#acmeWire
use acme.wire#tag
@acmeWire
service Demo { version: "1", operations: [Do] }
operation Do { input := { choice: Choice } }
@tag("kind")
union Choice { one: String }
`,
    [`${folder}/package.json`]: {
      name: "@acme/wire",
      version: "1.2.3",
      exports: { "./tinsmith": { import: "./lib/tinsmith.mjs" } },
    },
    [`${folder}/lib/tinsmith.mjs`]: definition(),
    [`${folder}/model/traits.smithy`]: `$version: "2"
namespace acme.wire
@protocolDefinition(traits: [tag])
@trait(selector: "service")
structure acmeWire {}
@trait(selector: "union")
string tag
`,
  });
  await configure({ "@acme/wire/tinsmith": {} });
});
afterEach(() => bench.remove());

const folder = "node_modules/@acme/wire";
const definition = (changes: object = {}) =>
  `export default ${JSON.stringify({
    trait: "acme.wire#acmeWire",
    client: { module: "@acme/wire", name: "acmeWire" },
    server: { module: "@acme/wire/server", name: "acmeWire" },
    schemaTraits: ["acme.wire#tag"],
    models: ["../model"],
    ...changes,
  })};\n`;

async function configure(plugins: object, projections: object = {}): Promise<void> {
  await bench.write({
    "model/smithy-build.json": {
      version: "1.0",
      sources: ["main.smithy"],
      plugins: {
        types: { package: "@demo/types", output: "../types", jsonSchema: true },
        ...plugins,
      },
      projections,
    },
  });
}

describe("a protocol whose module is a plugin", () => {
  it("adds the definitions of its traits to the model, and its traits to schemas", async () => {
    expect(lines(await bench.build())).toEqual([]);
    expect(await bench.read("types/src/generated/schemas.ts")).toContain(
      '{ "acme.wire#tag": "kind" }',
    );
  });

  it("adds refinements to types, constraints and JSON Schemas", async () => {
    await bench.write({
      [`${folder}/lib/tinsmith.mjs`]: definition({
        refinements: {
          patterns: { "acme.wire#code": "^[A-Z]$" },
          openEnums: ["acme.wire#open"],
          nullable: ["acme.wire#orNull"],
        },
      }),
      [`${folder}/model/more.smithy`]: `$version: "2"
namespace acme.wire
@trait
structure code {}
@trait
structure open {}
@trait
structure orNull {}
`,
      "model/main.smithy": `$version: "2"
namespace demo
use acme.wire#acmeWire
use acme.wire#code
use acme.wire#open
use acme.wire#orNull
@acmeWire
service Demo { version: "1", operations: [Do] }
operation Do { input := { @code code: String, color: Color, @orNull title: String } }
@open
enum Color {
  RED = "red"
}
`,
    });
    expect(lines(await bench.build())).toEqual([]);
    const read = (name: string) => bench.read(`types/src/generated/${name}.ts`);
    expect(await read("structures")).toContain("title?: string | null | undefined;");
    const constraints = await read("constraints");
    expect(constraints).toContain('code: { pattern: "^[A-Z]$" },');
    expect(constraints).toContain('color: { enum: ["red"], openEnum: true },');
    expect(constraints).toContain("title: { nullable: true },");
    const schemas = await read("json-schema");
    expect(schemas).toContain('title: { anyOf: [{ type: "string" }, { type: "null" }] }');
    expect(schemas).not.toContain('"red"');
  });

  it("is used by the validation of a project, too", async () => {
    const project = await loadProject({ configPath: "model", cwd: bench.root });
    expect(project.diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    expect(project.inputs).toContain(`${bench.root}/${folder}/model`);
  });

  it("is imported by client and server packages, with a dependency on the installed version", async () => {
    await configure({
      "@acme/wire/tinsmith": {},
      client: { package: "@demo/client", output: "../client" },
      "mock-server": { package: "@demo/mock", output: "../mock" },
    });
    expect(lines(await bench.build())).toEqual([]);
    expect(await bench.read("client/src/generated/demo-client.ts")).toContain(
      'import { acmeWire } from "@acme/wire";',
    );
    expect(await bench.read("client/src/generated/stubs.ts")).toContain(
      'import { acmeWire } from "@acme/wire/server";',
    );
    expect(await bench.read("mock/src/generated/service.ts")).toContain(
      'import { acmeWire } from "@acme/wire/server";',
    );
    for (const path of ["client/package.json", "mock/package.json"]) {
      expect(JSON.parse(await bench.read(path)).dependencies).toHaveProperty(
        "@acme/wire",
        "^1.2.3",
      );
    }
  });

  it("applies to all projections if one projection names it", async () => {
    await configure({}, { other: { plugins: { "@acme/wire/tinsmith": {} } } });
    expect(lines(await bench.build())).toEqual([]);
  });

  it("can be imported by its package name", async () => {
    const manifest = JSON.parse(await bench.read(`${folder}/package.json`));
    await bench.write({
      [`${folder}/package.json`]: { ...manifest, smithy: { sources: ["model"] } },
      "model/smithy-build.json": {
        version: "1.0",
        sources: ["main.smithy"],
        imports: ["@acme/wire"],
        plugins: { "@acme/wire/tinsmith": {} },
      },
    });
    expect(lines(await bench.build())).toEqual([]);
  });

  it("can be a module of the project, with models at file URLs", async () => {
    const url = `new URL("../${folder}/model/traits.smithy", import.meta.url)`;
    const text = definition({ models: ["URL"] }).replace('"URL"', url);
    await bench.write({ "model/wire.mjs": text });
    await configure({ "./wire.mjs": {} });
    expect(lines(await bench.build())).toEqual([]);
  });

  it("is mentioned in the error about an unknown option", async () => {
    await configure({ "@acme/wire/tinsmith": { output: "../wire" } });
    expect(lines(await bench.build())).toEqual([
      expect.stringContaining("plugins.@acme/wire/tinsmith.output: Unknown option"),
    ]);
  });
});

describe("a module without a valid protocol", () => {
  it.each([
    [{ trait: "acmeWire" }, "trait: expected an absolute shape id, found "],
    [
      { trait: "aws.protocols#restJson1" },
      "trait: expected a protocol other than the built-in ones",
    ],
    [{ client: undefined }, "client is missing"],
    [{ server: { module: "@acme/wire" } }, "server.name is missing"],
    [
      { client: { module: "./wire.js", name: "x" } },
      "client.module: expected the module of a pack",
    ],
    [{ server: { module: "@acme/wire", name: "a b" } }, "server.name: expected the name of an exp"],
    [{ schemaTraits: "acme#tag" }, "schemaTraits: expected Array, found "],
    [{ refinements: { patterns: { "a#b": "(" } } }, "expected a regular expression"],
    [{ refinements: { nullable: ["b"] } }, "expected an absolute shape id"],
    [{ version: 1 }, "version is unknown"],
  ])("is rejected: %j", async (change, message) => {
    await bench.write({ [`${folder}/lib/tinsmith.mjs`]: definition(change) });
    const found = lines(await bench.build());
    expect(found[0]).toContain(`The protocol of the module "@acme/wire/tinsmith" is not valid: `);
    expect(found[0]).toContain(message);
  });

  it("is rejected with the reason if its code throws", async () => {
    await bench.write({ [`${folder}/lib/tinsmith.mjs`]: 'throw new Error("no wire");\n' });
    expect(lines(await bench.build())).toContain(
      'ERROR model/smithy-build.json:12:5 The module "@acme/wire/tinsmith" cannot be loaded: no wire',
    );
  });

  it("is rejected if it has no default export", async () => {
    await bench.write({ [`${folder}/lib/tinsmith.mjs`]: "export const wire = 1;\n" });
    expect(lines(await bench.build())[0]).toContain(
      "is neither a generator nor a protocol (Export the result of defineGenerator() or defineProtocol() as default)",
    );
  });

  it("is rejected if another module defines the same protocol", async () => {
    await bench.write({ "model/wire.mjs": definition({ models: [] }) });
    await configure({ "@acme/wire/tinsmith": {}, "./wire.mjs": {} });
    expect(lines(await bench.build())).toEqual([
      expect.stringContaining(
        'The modules "@acme/wire/tinsmith" and "./wire.mjs" define the same protocol, acme.wire#acmeWire',
      ),
    ]);
  });

  it("is rejected if its models are missing", async () => {
    await bench.write({ [`${folder}/lib/tinsmith.mjs`]: definition({ models: ["../idl"] }) });
    expect(lines(await bench.build())[0]).toContain(`File or folder not found: ${folder}/idl`);
  });
});

describe("a service whose protocols are all unknown", () => {
  it("has only targets that need no protocol, and a warning that explains how to add a protocol", async () => {
    await bench.write({ "model/traits.smithy": await bench.read(`${folder}/model/traits.smithy`) });
    for (const target of ["client", "mock-server"]) {
      await bench.write({
        "model/smithy-build.json": {
          version: "1.0",
          sources: ["main.smithy", "traits.smithy"],
          plugins: { types: { package: "@demo/types" }, [target]: { package: "@demo/other" } },
        },
      });
      const { ok, targets, diagnostics } = await bench.build();
      expect(ok).toBe(true);
      expect(targets.map(({ name }) => name)).toEqual(["types"]);
      const warning = diagnostics.find(({ code }) => code === "Build.Target");
      expect(warning?.severity).toBe("WARNING");
      expect(warning?.message).toBe(
        `The target "${target}" is skipped: the service demo#Demo has no supported protocol, ` +
          "only acme.wire#acmeWire",
      );
      expect(warning?.hint).toContain('name the module of another protocol in "plugins"');
    }
  });

  it("causes an error that names the package with the protocol", async () => {
    await bench.write({
      "model/main.smithy": `$version: "2"
namespace demo
@alloy#simpleRestJson
service Demo { version: "1", operations: [] }
`,
      "model/traits.smithy": `$version: "2"
namespace alloy
@protocolDefinition
@trait(selector: "service")
structure simpleRestJson {}
`,
      "model/smithy-build.json": {
        version: "1.0",
        sources: ["main.smithy", "traits.smithy"],
        plugins: { types: { package: "@demo/types" }, client: { package: "@demo/client" } },
      },
    });
    const { diagnostics } = await bench.build();
    expect(diagnostics.find(({ code }) => code === "Build.Target")?.hint).toContain(
      'run "npm install @tinsmith/alloy", and add "@tinsmith/alloy/tinsmith": {}',
    );
  });
});
