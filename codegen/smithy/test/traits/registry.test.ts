import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/load/load-model.js";
import { preludeSource, traitLibraries, traitSourcesFor } from "../../src/traits/registry.js";
import { validateModel } from "../../src/validate/validate-model.js";

const everything = [...traitLibraries.values()].flat();
const usesAll = [...traitLibraries.keys()].map((namespace) => `// ${namespace}#`).join("\n");

describe("the prelude", () => {
  it("is part of every model, without diagnostics", () => {
    const { model, diagnostics } = loadModel([]);
    expect(diagnostics).toEqual([]);
    expect(model?.getShape("smithy.api#String")?.type).toBe("string");
    expect(model?.getShape("smithy.api#trait")?.traits.has("smithy.api#trait")).toBe(true);
  });

  it("has documentation and known traits", () => {
    const { model } = loadModel([]);
    expect(model && validateModel(model)).toEqual([]);
  });

  it("consists of files with the same namespace", () => {
    for (const { text } of preludeSource()) expect(text).toMatch(/^namespace smithy\.api$/m);
  });
});

describe("the trait libraries", () => {
  it("are valid if they are loaded together", () => {
    const { model, diagnostics } = loadModel([
      { path: "all.smithy", text: `$version: "2.0"\n${usesAll}\nnamespace all` },
    ]);
    expect(diagnostics).toEqual([]);
    const found = model && validateModel(model).filter(({ code }) => !/^Unstable|^Depr/.test(code));
    expect(found?.map(({ shapeId, message }) => `${shapeId}: ${message}`)).toEqual([]);
  });

  it("are loaded, together with the libraries that they use, if a model names one of their shapes", () => {
    expect(traitSourcesFor(["namespace foo"])).toEqual([]);
    const paths = traitSourcesFor(["use aws.apigateway#authorizer"]).map(({ path }) => path);
    expect(paths).toEqual(["aws.api.smithy", "aws.apigateway.smithy"]);
    expect(traitSourcesFor([usesAll])).toHaveLength(everything.length);
  });

  it("are not loaded for similar namespaces", () => {
    expect(traitSourcesFor(["com.aws.api2#x smithy.example#y aws.nothing#z"])).toEqual([]);
  });
});

const corpora = fileURLToPath(new URL("../../../../../shared/corpora", import.meta.url));
const models = join(corpora, "aws-models");
const present = existsSync(models);
if (!present) console.log(`Skipped: there are no AWS models at ${models}`);

describe.skipIf(!present)("the models of AWS services", () => {
  const files = present ? readdirSync(models).filter((name) => name.endsWith(".json")) : [];

  it.each(files)("are valid, and use only defined traits and shapes: %s", (name) => {
    const path = join(models, name);
    const { model, diagnostics } = loadModel([{ path, text: readFileSync(path, "utf8") }]);
    expect(model).toBeDefined();
    const found = model ? validateModel(model, { loaded: diagnostics }) : diagnostics;
    const errors = found
      .filter(({ severity }) => severity === "ERROR")
      .map(({ code, shapeId, message }) => `${code} ${shapeId}: ${message}`);
    expect(errors).toEqual([]);
  });
});
