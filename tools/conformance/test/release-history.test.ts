import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bumpOf, planRelease } from "@tinsmith/service/release";
import type { Bump, Release } from "@tinsmith/service/release";
import { loadModel } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { corporaFolder } from "../src/corpus-files.js";
import { workspaceRoot } from "../src/workspace.js";

const namespace = "com.amazonaws.marketplacemetering";
const modelPath = join(workspaceRoot, "model/model.json");
const april2025 = join(corporaFolder, "aws-models/marketplace-metering-2016-01-14.json");

/** The parts of a JSON AST that the tests edit. */
interface Ast {
  readonly shapes: Readonly<Record<string, AstShape>>;
}

interface AstShape {
  readonly members?: Record<string, { target: string; traits?: Record<string, unknown> }>;
  readonly traits?: Record<string, unknown>;
  errors?: readonly { readonly target: string }[];
}

function load(text: string, path: string): Model {
  const { model } = loadModel([{ path, text }]);
  if (model === undefined) throw new Error(`${path} cannot be loaded.`);
  return model;
}

/**
 * Returns the model of April 2025: the current model without the additions that documents date
 * later. Constraints that changed without notice stay as they are.
 */
function reconstructed(): Model {
  const ast: Ast = JSON.parse(readFileSync(modelPath, "utf8"));
  const shape = (name: string): AstShape => {
    const found = ast.shapes[`${namespace}#${name}`];
    if (found === undefined) throw new Error(`The model has no shape ${name}.`);
    return found;
  };
  for (const [structure, member] of laterMembers) delete shape(structure).members?.[member];
  for (const [operation, error] of laterErrors) {
    const one = shape(operation);
    one.errors = one.errors?.filter(({ target }) => target !== `${namespace}#${error}`) ?? [];
  }
  const { ProductCode } = shape("BatchMeterUsageRequest").members ?? {};
  if (ProductCode !== undefined) ProductCode.traits = { "smithy.api#required": {} };
  for (const operation of ["BatchMeterUsage", "MeterUsage", "ResolveCustomer"]) {
    // The examples show members that were added later, and the trait `batch` belongs to Tinsmith.
    delete shape(operation).traits?.["smithy.api#examples"];
    delete shape(operation).traits?.["tinsmith.client#batch"];
  }
  return load(JSON.stringify(ast), "april-2025.json");
}

const laterMembers = [
  ["MeterUsageRequest", "ClientToken"],
  ["ResolveCustomerResult", "LicenseArn"],
  ["UsageRecord", "LicenseArn"],
] as const;

const laterErrors = [
  ["MeterUsage", "IdempotencyConflictException"],
  ["BatchMeterUsage", "InvalidLicenseException"],
] as const;

/** A change of the service since April 2025, with its version bumps for clients and for servers. */
type Row = readonly [text: string, client: Bump, server: Bump, reason: string];

const history: readonly Row[] = [
  [
    "`MeterUsageRequest.ClientToken` is new.",
    "minor",
    "minor",
    "October 2025: an optional input member; code without it compiles",
  ],
  [
    "`MeterUsage` can fail with `IdempotencyConflictException`.",
    "minor",
    "minor",
    "came with the token: unions of errors are open, so a client has to expect others in any case",
  ],
  [
    "The type `IdempotencyConflictException` is new.",
    "minor",
    "minor",
    "a new export breaks no import",
  ],
  [
    "`UsageRecord.LicenseArn` is new.",
    "minor",
    "minor",
    "February 2026: optional, in a structure that is both sent and returned",
  ],
  [
    "`ResolveCustomerResult.LicenseArn` is new.",
    "minor",
    "minor",
    "February 2026: an optional output member; a server need not return it",
  ],
  [
    "`BatchMeterUsage` can fail with `InvalidLicenseException`.",
    "minor",
    "minor",
    "February 2026: came with the license",
  ],
  ["The type `InvalidLicenseException` is new.", "minor", "minor", "a new export"],
  [
    "`BatchMeterUsageRequest.ProductCode` is now optional.",
    "minor",
    "major",
    "July 2026: clients may leave it out, but handlers that read a string now get undefined as well",
  ],
  [
    'The default of `BatchMeterUsageRequest.ProductCode` is `""`.',
    "minor",
    "minor",
    "July 2026: behavior, not types",
  ],
];

/**
 * Changes that do not affect types: changes of constraints without notice, and of the
 * documentation.
 */
const others =
  /^(?:The constraints of .* changed|Documentation or details changed in \d+ places?|The function `meterUsageRecords` is new)\.$/;

describe.each([
  ["as its documents describe it", () => reconstructed()],
  ...(existsSync(april2025)
    ? [["as it was published", () => load(readFileSync(april2025, "utf8"), april2025)] as const]
    : []),
] as const)("the Metering service since April 2025, %s", (_, old) => {
  const releaseOfToday = (): Release =>
    planRelease(
      old(),
      load(readFileSync(modelPath, "utf8"), modelPath),
      `${namespace}#AWSMPMeteringService`,
    );

  it("has the changes that its history lists, each with its bump", () => {
    const { changes } = releaseOfToday();
    const found = changes
      .filter(({ text }) => !others.test(text))
      .map((change) => [change.text, change.client, change.server]);
    const expected = history.map(([text, client, server]) => [text, client, server]);
    expect(found.sort()).toEqual(expected.sort());
    expect(changes.map(({ text }) => text)).toContain("The function `meterUsageRecords` is new.");
  });

  it("requires a minor version of clients, and a major version of servers and types", () => {
    const release = releaseOfToday();
    expect([bumpOf(release, "client"), bumpOf(release, "server"), bumpOf(release)]).toEqual([
      "minor",
      "major",
      "major",
    ]);
  });
});
