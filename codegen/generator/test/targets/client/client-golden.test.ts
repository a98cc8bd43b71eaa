import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { formatText } from "../../../src/print/print-file.js";
import { modelOf } from "../../../../service/test/load-plan.js";
import { usesAny } from "../../type-errors.js";
import { generateClient, generateTypes, packages } from "./generate-client.js";
import { checkModules } from "./run-generated.js";

const folder = fileURLToPath(new URL("golden/counter", import.meta.url));
const expectedFolder = join(folder, "expected");
const model = modelOf(await readFile(join(folder, "model.smithy"), "utf8"));
const files = await generateClient(model);

async function readExpected(): Promise<Record<string, string>> {
  const entries = await readdir(expectedFolder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(expectedFolder.length + 1), await readFile(path, "utf8")];
    });
  return Object.fromEntries(await Promise.all(texts));
}

describe("the client of a small service", () => {
  it("equals the golden files (UPDATE_GOLDEN=1 updates them)", async () => {
    if (process.env["UPDATE_GOLDEN"] !== undefined) {
      await rm(expectedFolder, { recursive: true, force: true });
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(expectedFolder, path)), { recursive: true });
        await writeFile(join(expectedFolder, path), text);
      }
    }
    expect(files).toEqual(await readExpected());
  });

  it("compiles under the strictest settings", async () => {
    expect(
      checkModules({ [packages.client]: files, [packages.types]: await generateTypes(model) }),
    ).toEqual([]);
  }, 120_000);

  it("is not changed by oxfmt and does not use the type any", async () => {
    for (const [path, text] of Object.entries(files)) {
      expect(await formatText(path, text)).toBe(text);
      expect(usesAny(text)).toBe(false);
    }
  });

  it("is the same after each generation", async () => {
    expect(await generateClient(model)).toEqual(files);
  });
});

describe("the client of the weather service", () => {
  it("compiles if the service has neither endpoint rules nor an SDK id, and its inputs are optional", async () => {
    const weatherFolder = fileURLToPath(new URL("../../fixtures/weather/model", import.meta.url));
    const names = (await readdir(weatherFolder)).sort();
    const texts = names.map((name) => readFile(join(weatherFolder, name), "utf8"));
    const weather = modelOf(...(await Promise.all(texts)));
    const client = await generateClient(weather);
    expect(client["endpoint-resolver.ts"]).toContain("configuredEndpoint");
    expect(client["weather-client.ts"]).toContain("GetCurrentTime: []");
    expect(
      checkModules({ [packages.client]: client, [packages.types]: await generateTypes(weather) }),
    ).toEqual([]);
  }, 120_000);
});
