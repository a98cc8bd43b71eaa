import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { generateClient } from "./generate-client.js";

const corpus = fileURLToPath(
  new URL("../../../../../../shared/corpora/aws-models", import.meta.url),
);
const hasModels = existsSync(corpus);
if (!hasModels) {
  console.log("Skipped: the AWS models are missing in ../shared/corpora.");
}

/** Services whose AWS SDK clients also have paginators and waiters. */
const services = [
  [
    "dynamodb-2012-08-10",
    ["paginateScan", "paginateQuery", "waitUntilTableExists", "waitUntilTableNotExists"],
  ],
  ["s3-2006-03-01", ["paginateListObjectsV2", "waitUntilBucketExists", "waitForObjectNotExists"]],
  ["lambda-2015-03-31", ["paginateListFunctions", "waitUntilFunctionActiveV2"]],
  ["route-53-2013-04-01", ["paginateListHostedZones", "waitUntilResourceRecordSetsChanged"]],
] as const;

describe.runIf(hasModels)("paginators and waiters of real services", () => {
  it.each(services)(
    "have the same names as in the AWS SDK: %s",
    async (name, functions) => {
      const text = await readFile(join(corpus, `${name}.json`), "utf8");
      const { model } = loadModel([{ path: `${name}.json`, text }]);
      if (model === undefined) throw new Error(`${name} does not load`);
      const client = await generateClient(model);
      for (const one of functions) expect(client["index.ts"]).toMatch(new RegExp(`\\b${one}\\b`));
    },
    60_000,
  );
});
