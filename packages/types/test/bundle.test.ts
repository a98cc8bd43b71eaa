import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
const text = bundle('export { Tag } from "@marketplace-metering/types/validators";');

describe("a bundle for browsers with one validator", () => {
  it("contains only the shape of the validator", async () => {
    expect(await text).toContain('"Key"');
    expect(await text).not.toMatch(/UsageRecord|ProductCode|Exception|Allocat/);
  });

  it("is small, because it does not contain the pattern engine of servers", async () => {
    expect((await text).length).toBeLessThan(13_300);
    expect(gzipSync(await text).length).toBeLessThan(5_300);
    expect(await text).not.toMatch(/RE2|require\(/);
  });

  it("contains only the JSON Schema that the program uses", async () => {
    const schema = await bundle('export { Tag } from "@marketplace-metering/types/json-schema";');
    expect(schema).toContain("minLength");
    expect(schema).not.toMatch(/UsageRecord|ProductCode|Exception/);
  });
});
