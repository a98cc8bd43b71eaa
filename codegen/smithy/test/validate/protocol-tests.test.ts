import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/load/load-model.js";
import { validateModel } from "../../src/validate/validate-model.js";
import { corpora } from "./error-files.js";

const folder = join(corpora, "protocol-tests");
const present = existsSync(folder);
if (!present) console.log(`Skipped: there are no protocol tests at ${folder}`);

describe.skipIf(!present)("the models of the protocol tests", () => {
  it("are valid together", () => {
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:smithy|json)$/.test(name))
      .map((name) => ({ path: name, text: readFileSync(join(folder, name), "utf8") }));
    const { model, diagnostics } = loadModel(sources);
    expect(model).toBeDefined();
    const found = model ? validateModel(model, { loaded: diagnostics }) : diagnostics;
    const grave = found
      .filter(({ severity }) => severity === "ERROR" || severity === "DANGER")
      .map(({ code, shapeId, message }) => `${code} ${shapeId}: ${message}`);
    expect(grave).toEqual([]);
  });
});
