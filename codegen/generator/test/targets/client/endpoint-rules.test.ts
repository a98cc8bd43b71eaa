import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel } from "@tinsmith/smithy";
import type { EndpointCase } from "@tinsmith/service";
import type { Model, NodeValue } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { printFile } from "../../../src/print/print-file.js";
import { emitEndpointParameters } from "../../../src/targets/client/emit-endpoint-parameters.js";
import { emitEndpointResolver } from "../../../src/targets/client/emit-endpoint-resolver.js";
import { awsModelFiles, awsModelsFolder } from "../../../../service/test/aws-models.js";
import { planOfModel } from "../../../../service/test/load-plan.js";
import { checkModules, withModules } from "./run-generated.js";

const corpora = fileURLToPath(new URL("../../../../../../shared/corpora", import.meta.url));
const folder = join(corpora, "endpoints/models");
const models = [
  ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []),
  ...awsModelFiles().map((name) => join(awsModelsFolder, name)),
].filter((path) => /\.(?:smithy|json)$/.test(path));

/** Generates the endpoint files of a client, without its other files. */
async function generateEndpoints(model: Model): Promise<Record<string, string>> {
  const plan = planOfModel(model);
  const source = { source: "model" };
  return {
    "endpoint-parameters.ts": await printFile(
      "endpoint-parameters.ts",
      emitEndpointParameters(plan),
      source,
    ),
    "endpoint-resolver.ts": await printFile(
      "endpoint-resolver.ts",
      emitEndpointResolver(plan.endpoint.rules),
      source,
    ),
  };
}

function load(path: string): Model {
  const { model, diagnostics } = loadModel([{ path, text: readFileSync(path, "utf8") }]);
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return model;
}

interface Case {
  readonly documentation: string;
  readonly params: NodeValue;
  readonly expected: Outcome;
}

interface Outcome {
  readonly url?: string;
  readonly headers?: unknown;
  readonly properties?: unknown;
  readonly error?: string;
}

/** Returns the expected and actual results of the model's test cases. */
async function runCases(model: Model) {
  const cases = casesOf(planOfModel(model).endpoint.tests);
  return withModules(await generateEndpoints(model), async (importModule) => {
    const { resolveEndpoint } = await importModule("endpoint-resolver.js");
    return cases.map(({ documentation, params, expected }) => ({
      documentation,
      params,
      expected,
      actual: outcomeOf(resolveEndpoint, params),
    }));
  });
}

function outcomeOf(resolveEndpoint: unknown, params: NodeValue): Outcome {
  if (typeof resolveEndpoint !== "function") throw new TypeError("The module has no resolver.");
  try {
    const { url, headers, properties } = resolveEndpoint(params);
    return { url: url.href, headers, properties };
  } catch (error) {
    if (error instanceof Error && error.name === "EndpointError") return { error: error.message };
    throw error;
  }
}

const casesOf = (tests: readonly EndpointCase[]): readonly Case[] =>
  tests.map(({ title, params, expected }) => ({
    documentation: title,
    params,
    expected: "url" in expected ? { ...expected, url: new URL(expected.url).href } : expected,
  }));

if (models.length === 0)
  console.info("Skipped: the corpora of endpoint rules are missing in ../shared/corpora.");

describe.skipIf(models.length === 0)("the code of endpoint rules", () => {
  it.each(models.map((path) => [path.slice(corpora.length + 1), path] as const))(
    "passes the tests of %s",
    async (_, path) => {
      const outcomes = await runCases(load(path));
      expect(outcomes.length).toBeGreaterThan(0);
      expect(outcomes.map(({ documentation, actual }) => [documentation, actual])).toEqual(
        outcomes.map(({ documentation, expected }) => [documentation, expected]),
      );
    },
    120_000,
  );

  it("compiles under the strictest settings", async () => {
    const files = await Promise.all(models.map((path) => generateEndpoints(load(path))));
    const packages = files.map((texts, index) => [`@example/endpoints-${index}`, texts]);
    expect(checkModules(Object.fromEntries(packages))).toEqual([]);
  }, 1_200_000);
});
