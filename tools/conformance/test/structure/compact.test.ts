import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { compact } from "../../../../tsup.plugins.js";

/** Builds a module with the plugin. Its imports stay imports. */
async function compacted(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents },
    bundle: true,
    write: false,
    format: "esm",
    external: ["*"],
    outfile: "out.js",
    logLevel: "silent",
    plugins: [compact],
  });
  return outputFiles[0]?.text ?? "";
}

describe("compact", () => {
  it("removes whitespace and comments, and keeps names", async () => {
    const text = await compacted(`
      /** Documentation. */
      export function double(value) {
        return value * 2;
      }
    `);
    expect(text).toBe("function double(value){return value*2}export{double};\n");
  });

  it("keeps the annotations of calls and of created objects", async () => {
    const text = await compacted(`
      import { create, kinds } from "./parts";
      export const one = /* @__PURE__ */ create(/* @__PURE__ */ kinds.first("a"));
      export const two = /* @__PURE__ */ new URL("https://a.example");
    `);
    expect(text).toContain("one=/* @__PURE__ */create(/* @__PURE__ */kinds.first(");
    expect(text).toContain("two=/* @__PURE__ */new URL(");
  });

  it("keeps the annotation of a call that creates a base class", async () => {
    const text = await compacted(`
      import { create } from "./parts";
      export class Command extends /* @__PURE__ */ create({}) {}
    `);
    expect(text).toContain("extends /* @__PURE__ */create({})");
  });

  it("keeps imports that only annotated calls use", async () => {
    const text = await compacted(`
      import { create } from "./parts";
      export const one = /* @__PURE__ */ create();
    `);
    expect(text).toMatch(/import\{create\}from"\.\/parts"/);
  });

  it("does not extend an annotation to a method of the created object", async () => {
    const text = await compacted(`
      const now = new Date();
      export const year = () => (/* @__PURE__ */ new Date(now)).getUTCFullYear();
      export const other = (/* @__PURE__ */ new Set()).add(1);
    `);
    expect(text).toContain("new Date(now).getUTCFullYear()");
    expect(text).not.toMatch(/@__PURE__ \*\/new (?:Date\(now\)|Set)/);
  });
});
