import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadGeneratedService, missingModels } from "../src/interop/generated-service.js";
import { workspaceRoot } from "../src/workspace.js";

const document = readFileSync(join(workspaceRoot, "docs/aws-sdk-helpers.md"), "utf8");

/**
 * Clients of the AWS SDK with the models of their services. The models are older than the clients.
 */
const clients: Readonly<
  Record<string, readonly [model: string, load: () => Promise<Readonly<Record<string, unknown>>>]>
> = {
  "@aws-sdk/client-dynamodb": [
    "dynamodb-2012-08-10",
    () => import("@aws-sdk/client-dynamodb") as never,
  ],
  "@aws-sdk/client-lambda": ["lambda-2015-03-31", () => import("@aws-sdk/client-lambda") as never],
  "@aws-sdk/client-s3": ["s3-2006-03-01", () => import("@aws-sdk/client-s3") as never],
  "@aws-sdk/client-sns": ["sns-2010-03-31", () => import("@aws-sdk/client-sns") as never],
  "@aws-sdk/client-sqs": ["sqs-2012-11-05", () => import("@aws-sdk/client-sqs") as never],
  "@aws-sdk/client-sts": ["sts-2011-06-15", () => import("@aws-sdk/client-sts") as never],
};

/**
 * Returns true for names that come from a model: commands, waiters, paginators, schemas, errors and
 * enums.
 */
const modeled = (name: string, value: unknown): boolean =>
  typeof value !== "function" ||
  /Command$|^paginate|^waitFor|^waitUntil/.test(name) ||
  (typeof value.prototype === "object" && value.prototype instanceof Error);

describe.skipIf(missingModels !== undefined)("the functions of a client package of AWS", () => {
  it.each(Object.entries(clients))(
    "are exported by the generated client or listed in docs/aws-sdk-helpers.md: %s",
    async (name, [model, load]) => {
      const { client } = await loadGeneratedService({ name: model, model });
      const missing = Object.entries(await load())
        .filter(([exported, value]) => !modeled(exported, value) && !(exported in client))
        .map(([exported]) => exported);
      const listed = Array.from(
        document.matchAll(/^\| `(\S+)`\s+\| `(\w+)`/gm),
        ([, owner = "", exported = ""]) => ({ owner, exported }),
      );
      expect(missing.sort()).toEqual(
        listed
          .filter(({ owner }) => owner === name)
          .map(({ exported }) => exported)
          .sort(),
      );
    },
    120_000,
  );
});
