import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import * as example from "./readme-example.js";
import { loadModel, serializeAst } from "../src/index.js";

const at = (path: string) => readFile(new URL(path, import.meta.url), "utf8");

describe("the README", () => {
  it("contains the code of the file readme-example.ts", async () => {
    const code = (await at("./readme-example.ts"))
      .replace('"../src/index.js"', '"@tinsmith/smithy"')
      .replace('"../src/traits/index.js"', '"@tinsmith/smithy/traits"')
      .replaceAll(/^export (?=const)/gm, "");
    expect(await at("../README.md")).toContain(`\`\`\`ts\n${code}\`\`\``);
  });

  it("contains an example that returns the expected results", () => {
    expect(example.problems).toEqual([]);
    expect(example.http).toEqual({ method: "GET", uri: "/forecasts/{city}" });
    expect(example.required).toEqual(["high: smithy.api#Integer"]);
    expect(example.inputs).toEqual(["example.weather#GetForecastInput$city"]);
    expect(example.parts).toEqual([
      "example.weather#GetForecastOutput$high",
      "example.weather#GetForecastOutput$low",
    ]);
    expect(example.users).toEqual(["example.weather#GetForecast"]);
    expect([...example.idl.keys()]).toEqual(["example.weather.smithy"]);
    expect(example.formatted).toContain("    operations: [\n        GetForecast\n    ]\n");
    const sources = {
      "model.json": example.ast,
      "model.smithy": example.idl.get("example.weather.smithy") ?? "",
      "formatted.smithy": example.formatted ?? "",
    };
    for (const [path, text] of Object.entries(sources)) {
      const { model, diagnostics } = loadModel([{ path, text }]);
      expect(diagnostics).toEqual([]);
      expect(model && serializeAst(model)).toEqual(JSON.parse(example.ast));
    }
  });
});
