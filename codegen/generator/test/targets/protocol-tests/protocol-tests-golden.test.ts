import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { modelOf } from "../../../../service/test/load-plan.js";
import { printTests } from "./generate-tests.js";

const folder = fileURLToPath(new URL("golden", import.meta.url));
const expectedFolder = join(folder, "expected");
const files = await printTests(modelOf(await readFile(join(folder, "model.smithy"), "utf8")));

describe("the protocol tests of a small model", () => {
  it("equal the golden files (UPDATE_GOLDEN=1 updates them)", async () => {
    if (process.env["UPDATE_GOLDEN"] !== undefined) {
      await rm(expectedFolder, { recursive: true, force: true });
      for (const [path, text] of Object.entries(files)) {
        const target = join(expectedFolder, `${path}.txt`);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, text);
      }
    }
    const entries = await readdir(expectedFolder, { recursive: true, withFileTypes: true });
    const expected = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map(async (path) => [
        path.slice(expectedFolder.length + 1).replace(/\.txt$/, ""),
        await readFile(path, "utf8"),
      ]);
    expect(files).toEqual(Object.fromEntries(await Promise.all(expected)));
  });
});
