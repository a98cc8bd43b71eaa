import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorkbench, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write({
    "model/main.smithy": `$version: "2"
namespace demo
use acme.common#Money
service Demo { version: "1", operations: [Pay] }
operation Pay { input := { amount: Money } }
`,
    "model/smithy-build.json": {
      version: "1.0",
      sources: ["main.smithy"],
      imports: ["@acme/common-model"],
      plugins: { model: { output: "../out" } },
    },
  });
});
afterEach(() => bench.remove());

describe("an import that names an npm package", () => {
  const folder = "node_modules/@acme/common-model";

  it("loads the models that the package lists", async () => {
    await bench.write({
      [`${folder}/package.json`]: { name: "@acme/common-model", smithy: { sources: ["idl"] } },
      [`${folder}/idl/money.smithy`]: '$version: "2"\nnamespace acme.common\nstring Money\n',
      [`${folder}/other.smithy`]: "this is not read",
    });
    expect(lines(await bench.build())).toEqual([]);
    expect(await bench.read("out/model.json")).toContain('"acme.common#Money"');
  });

  it("causes an error if the package contains no model", async () => {
    await bench.write({ [`${folder}/package.json`]: { name: "@acme/common-model" } });
    expect(lines(await bench.build())).toEqual([
      'ERROR model/smithy-build.json:7:5 The package @acme/common-model contains no model (Its package.json must list the sources: "smithy": { "sources": ["model"] })',
    ]);
  });

  it("causes an error if the package is not installed", async () => {
    expect(lines(await bench.build())).toEqual([
      "ERROR model/smithy-build.json:7:5 File or folder not found: model/@acme/common-model (Expected a file, a folder, or the name of an installed npm package with a model)",
    ]);
  });
});
