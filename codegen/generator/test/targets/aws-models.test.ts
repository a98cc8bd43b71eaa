import { mkdtemp, readFile, rm, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel } from "@tinsmith/smithy";
import type { JsonSchema, Validator } from "@tinsmith/validation";
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { modelAccess } from "../../src/model-access.js";
import { printFile } from "../../src/print/print-file.js";
import { typesTarget } from "../../src/targets/types/types-target.js";
import { awsModelFiles, awsModelsFolder } from "../../../service/test/aws-models.js";
import { planOfModel } from "../../../service/test/load-plan.js";
import { typeErrors, usesAny } from "../type-errors.js";

const models = awsModelFiles();
const hasModels = models.length > 0;
if (!hasModels) console.log("Skipped: the AWS models are missing in ../shared/corpora.");

describe.runIf(hasModels)("the types of real services", () => {
  it("compile under the strictest settings without the type any, and have correct validators and JSON Schemas", async () => {
    // The folder is inside of the package, so that the compiler finds the imports of the types.
    const root = fileURLToPath(new URL("../../", import.meta.url));
    await mkdir(join(root, "reports"), { recursive: true });
    const folder = await mkdtemp(join(root, "reports", "aws-models-"));
    try {
      const files = await Promise.all(models.map((name) => generateTypes(name, folder)));
      expect(typeErrors(files.flat())).toEqual([]);
      for (const name of models) await checkDocuments(outputOf(name, folder));
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 1_200_000);
});

function outputOf(name: string, folder: string): string {
  return join(folder, name.replace(/\.json$/, ""));
}

/**
 * Verifies that every JSON Schema compiles, equals the schema of its validator, and accepts the
 * same values as the validator.
 */
async function checkDocuments(folder: string): Promise<void> {
  const documents: Record<string, JsonSchema> = await import(join(folder, "json-schema.ts"));
  const validators: Record<string, Validator<unknown>> = await import(
    join(folder, "validators.ts")
  );
  expect(Object.keys(documents)).toEqual(Object.keys(validators));
  const ajv = new Ajv2020({ strict: true });
  addFormats.default(ajv);
  // Definitions are shared, because compiling them for each document takes too long.
  const $defs = Object.assign({}, ...Object.values(documents).map((document) => document["$defs"]));
  ajv.addSchema({ $id: "https://example.com/all", $defs });
  for (const [name, validator] of Object.entries(validators)) {
    const { jsonSchema, validate } = validator["~standard"];
    const { $defs: own, ...document } = documents[name] ?? {};
    expect({ [name]: withoutAnnotations(documents[name]) }).toEqual({
      [name]: jsonSchema.input({ target: "draft-2020-12" }),
    });
    const matches = ajv.compile(own === undefined ? document : withBase(document));
    // Blobs and timestamps are strings in JSON, but objects in JavaScript.
    if ("contentEncoding" in document || "format" in document) continue;
    for (const sample of [null, true, "", {}]) {
      const accepted = validate(sample).issues === undefined;
      expect([name, sample, matches(sample)]).toEqual([name, sample, accepted]);
    }
  }
}

/** Replaces the definitions of a document with references to the shared definitions. */
function withBase(document: object): object {
  return JSON.parse(
    JSON.stringify(document).replaceAll('"#/$defs/', '"https://example.com/all#/$defs/'),
  );
}

/** Removes annotations from a schema. */
function withoutAnnotations(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutAnnotations);
  if (typeof node !== "object" || node === null) return node;
  const annotations = ["description", "default", "deprecated"];
  const isAnnotation = (key: string, value: unknown) =>
    annotations.includes(key) && typeof value !== "object";
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !isAnnotation(key, value))
      .map(([key, value]) => [key, withoutAnnotations(value)]),
  );
}

async function generateTypes(name: string, folder: string): Promise<readonly string[]> {
  const text = await readFile(join(awsModelsFolder, name), "utf8");
  const { model } = loadModel([{ path: name, text }]);
  if (model === undefined) throw new Error(`${name} does not load`);
  const generated = await typesTarget.generate(planOfModel(model), {
    ...modelAccess(model),
    options: { jsonSchema: true },
    packageName: name,
    siblings: new Map(),
    plugins: {},
  });
  const output = outputOf(name, folder);
  await mkdir(output);
  return Promise.all(
    generated.files.map(async (file) => {
      if (!("code" in file)) throw new Error(`${file.path} is not code`);
      const printed = await printFile(file.path, file.code, { source: name });
      expect(usesAny(printed)).toBe(false);
      await writeFile(join(output, file.path), printed);
      return join(output, file.path);
    }),
  );
}
