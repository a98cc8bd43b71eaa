import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changes, createWorkbench, library, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write(library);
});
afterEach(() => bench.remove());

/**
 * Returns the code of a module with a custom generator. The module does not import this package, so
 * that it loads from any folder.
 */
const generator = (body: string) => `
const schema = {
  kind: "schema", type: "object", expects: "Object", async: false, reference: undefined,
  get "~standard"() { return undefined; },
  "~run"(dataset) {
    dataset.typed = true;
    return dataset;
  },
};
export default {
  name: "mine",
  options: schema,
  generate(plan, context) { ${body} },
};
`;

async function run(body: string, plugin: object = { output: "../out" }) {
  await bench.write({
    "model/mine.mjs": generator(body),
    "model/smithy-build.json": {
      version: "1.0",
      sources: ["service.smithy", "lend.smithy"],
      plugins: { "./mine.mjs": plugin },
    },
  });
  return bench.build();
}

describe("a custom generator", () => {
  it("is loaded from the module in the configuration and receives the plan and its options", async () => {
    const result = await run(
      `return { files: [{ path: "names.txt", text: plan.operations.map((o) => o.name + " " + context.options.greeting).join() }] };`,
      { output: "../out", greeting: "hello" },
    );
    expect(lines(result)).toEqual([]);
    expect(changes(bench, result)).toEqual([
      "create out/src/generated/manifest.json",
      "create out/src/generated/names.txt",
    ]);
    expect(await bench.read("out/src/generated/names.txt")).toBe("Lend hello");
  });

  it("can read custom traits of shapes and members, and the JSON AST of the model", async () => {
    await bench.write({
      "model/owner.smithy": `$version: "2"
namespace example.owner
@trait string owner
apply example#Lend @owner("desk")
apply example#LendInput$book @owner("shelf")
`,
      "model/mine.mjs": generator(`
        const [{ id, input }] = plan.operations;
        const owners = [id, input.id + "$book", "no#Shape", id + "$none"].map(
          (shape) => context.traitsOf(shape).get("example.owner#owner") ?? "nobody",
        );
        const { smithy } = JSON.parse(context.modelJson());
        return { files: [{ path: "owners.txt", text: [...owners, smithy].join(" ") }] };`),
      "model/smithy-build.json": {
        version: "1.0",
        sources: ["service.smithy", "lend.smithy", "owner.smithy"],
        plugins: { "./mine.mjs": { output: "../out" } },
      },
    });
    expect(lines(await bench.build())).toEqual([]);
    expect(await bench.read("out/src/generated/owners.txt")).toBe("desk shelf nobody nobody 2.0");
  });

  it("causes a diagnostic if it throws, and no files are written", async () => {
    const result = await run(`throw new Error("no ink");`);
    expect(lines(result)).toEqual([
      'ERROR model/smithy-build.json:8:5 The target "./mine.mjs" failed: no ink',
    ]);
    expect(await bench.files("out")).toEqual({});
  });

  it.each(["../escaped.txt", "/tmp/escaped.txt", "a/../../escaped.txt", "manifest.json"])(
    "cannot write %s",
    async (path) => {
      const result = await run(`return { files: [{ path: ${JSON.stringify(path)}, text: "x" }] };`);
      expect(lines(result)[0]).toContain(`would write ${JSON.stringify(path)}`);
      expect(await bench.files("out")).toEqual({});
    },
  );

  it("cannot write two files whose paths differ only in case", async () => {
    const result = await run(
      `return { files: [{ path: "A.txt", text: "x" }, { path: "a.txt", text: "y" }] };`,
    );
    expect(lines(result)[0]).toContain('"A.txt" and "a.txt"');
  });

  it("is rejected if the module exports neither a generator nor a protocol", async () => {
    await run("return { files: [] };");
    await bench.write({ "model/mine.mjs": "export default 1;" });
    await bench.write({ "model/other.mjs": "export const x = 1;" });
    await bench.write({
      "model/smithy-build.json": {
        version: "1.0",
        sources: ["service.smithy", "lend.smithy"],
        plugins: { "./other.mjs": { output: "../out" } },
      },
    });
    expect(lines(await bench.build())[0]).toContain("is neither a generator nor a protocol");
  });
});
