import { parseInstant } from "@tinsmith/server-runtime";
import * as v from "valibot";
import { checkReferences } from "./check-references.js";

const entry = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, (issue) => {
    if (issue.expected === "never") {
      return `Unknown member ${issue.received}. Expected one of: ${Object.keys(entries).join(", ")}.`;
    }
    return issue.received === "undefined" && issue.expected !== "Object"
      ? `Missing member ${issue.expected}.`
      : issue.message;
  });

const text = v.pipe(v.string(), v.nonEmpty("Expected a string that is not empty."));
const account = v.pipe(
  v.string(),
  v.regex(/^[0-9]+$/, "Expected the digits of an AWS account, as a string."),
);
const instant = v.pipe(
  v.string(),
  v.check(
    (value) => parseInstant(value) !== undefined,
    'Expected an instant with a zone, such as "2026-11-01T05:00:00Z".',
  ),
);
const quantity = v.pipe(v.number(), v.integer("Expected an integer."), v.minValue(0));

const product = entry({
  /** The product code. */
  code: text,
  title: v.exactOptional(v.string()),
  /** API names of its dimensions, in the right case. */
  dimensions: v.array(text),
});

const customer = entry({
  /** The AWS account. */
  account,
  /** Identifies the customer of legacy products; newer products do not use it. */
  identifier: v.exactOptional(text),
  suspended: v.exactOptional(v.boolean()),
});

const agreement = entry({
  /** The customer's account. */
  customer: account,
  /** The product's code. */
  product: text,
  licenseArn: v.exactOptional(text),
  /** Default: the beginning of time. */
  start: v.exactOptional(instant),
  /** The end of the agreement. Default: never. */
  end: v.exactOptional(instant),
  unsubscribedAt: v.exactOptional(instant),
});

const token = entry({
  /** The value that the buyer's browser posts. */
  token: text,
  customer: account,
  product: text,
  licenseArn: v.exactOptional(text),
  /** Default: the start of the server. */
  issuedAt: v.exactOptional(instant),
});

/** The environment of a program that calls `MeterUsage` or `RegisterUsage`. */
const platform = entry({
  kind: v.picklist(["ec2", "ecs", "eks", "agentcore", "other"]),
  /** The buyer's account. Default: any customer with an agreement. */
  account: v.exactOptional(account),
  /** Default: the region of the endpoint. */
  region: v.exactOptional(text),
  /** The instance, task, pod or runtime. Usage is counted for each. */
  resource: v.exactOptional(text),
  /** True if the program's role permits metering; `DryRun` reports it. Default true. */
  permitted: v.exactOptional(v.boolean()),
});

const publicKey = entry({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The time after which `RegisterUsage` returns a `PublicKeyRotationTimestamp`. */
  expiresAt: v.exactOptional(instant),
  /** The private key as PKCS #8 in PEM. Default: a new key at each start. */
  privateKey: v.exactOptional(text),
});

const allocation = v.object({
  AllocatedUsageQuantity: quantity,
  Tags: v.optional(v.array(v.object({ Key: v.string(), Value: v.string() }))),
});

const record = entry({
  meteringRecordId: text,
  operation: v.picklist(["BatchMeterUsage", "MeterUsage"]),
  product: text,
  /** The customer's account, if known. */
  customer: v.exactOptional(account),
  customerIdentifier: v.exactOptional(text),
  licenseArn: v.exactOptional(text),
  dimension: text,
  quantity,
  /** The time as it was sent. */
  timestamp: instant,
  region: text,
  resource: v.exactOptional(text),
  clientToken: v.exactOptional(text),
  allocations: v.exactOptional(v.array(allocation)),
  acceptedAt: instant,
  /** The identity of the record, by which duplicates are found. */
  key: text,
});

/** The history so far. A dump contains it, and so does a seed that continues from a dump. */
const history = entry({
  records: v.optional(v.array(record), []),
  /** Client tokens of `MeterUsage` and their uses. */
  clientTokens: v.optional(
    v.array(entry({ key: text, parameters: text, meteringRecordId: text })),
    [],
  ),
  /** Tasks and pods for which a call of `RegisterUsage` succeeded. */
  registrations: v.optional(v.array(text), []),
  /** Registration tokens that were resolved. */
  resolvedTokens: v.optional(v.array(text), []),
});

/** The initial state of a mock server, and the schema of `--seed` files. */
export const seedSchema = v.pipe(
  entry({
    $schema: v.exactOptional(v.string()),
    products: v.optional(v.array(product), []),
    customers: v.optional(v.array(customer), []),
    agreements: v.optional(v.array(agreement), []),
    tokens: v.optional(v.array(token), []),
    /** The platform of callers that `callers` does not name. */
    platform: v.optional(platform, { kind: "ecs" }),
    /** Platforms of specific callers, by access key. */
    callers: v.optional(v.record(v.string(), platform), {}),
    publicKeys: v.optional(v.array(publicKey), [{ version: 1 }]),
    history: v.optional(history, {}),
  }),
  v.rawCheck(checkReferences),
);

export { platform as platformSchema, record as recordSchema, token as tokenSchema };

/** A seed as it is written; members with defaults may be omitted. */
export type SeedInput = v.InferInput<typeof seedSchema>;

/** A seed with its defaults filled in. */
export type Seed = v.InferOutput<typeof seedSchema>;

/** A token to issue. If the name is omitted, the server generates it. */
export const tokenToIssueSchema = entry({ ...token.entries, token: v.exactOptional(text) });

export type Product = v.InferOutput<typeof product>;
export type Customer = v.InferOutput<typeof customer>;
export type Agreement = v.InferOutput<typeof agreement>;
export type Token = v.InferOutput<typeof token>;
export type Platform = v.InferOutput<typeof platform>;
export type PublicKey = v.InferOutput<typeof publicKey>;
/** An accepted record. */
export type MeteredRecord = v.InferOutput<typeof record>;

/**
 * Fills in the defaults of a seed.
 *
 * @throws TypeError with every problem and the path to it
 */
export const parseSeed = (seed: unknown): Seed => parse("seed", seedSchema, seed);

/** @throws TypeError with every problem and the path to it */
export const parsePlatform = (given: unknown): Platform => parse("platform", platform, given);

const isMatcher = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "asymmetricMatch" in value;

/** Accepts a part of a record, or a matcher of a test framework. */
const partOf = (type: "string" | "number") =>
  v.optional(v.custom((value) => typeof value === type || isMatcher(value), `Expected a ${type}.`));

const { timestamp, acceptedAt, quantity: _, allocations, ...texts } = record.entries;

/** Validates a part of a record, because a value of the wrong type would never match. */
const recordFilter = {
  ...Object.fromEntries(Object.keys(texts).map((name) => [name, partOf("string")])),
  quantity: partOf("number"),
  ...Object.fromEntries(
    Object.keys({ timestamp, acceptedAt, allocations }).map((name) => [
      name,
      v.optional(v.unknown()),
    ]),
  ),
};

/**
 * Checks a filter of records.
 *
 * @throws TypeError that names members that records do not have
 */
export function checkRecordFilter(filter: unknown): void {
  parse("filter of records", entry(recordFilter), filter);
}

const expectation = entry({
  ...recordFilter,
  times: v.optional(
    v.pipe(
      v.number("Expected an integer of at least 0."),
      v.integer("Expected an integer of at least 0."),
      v.minValue(0, "Expected an integer of at least 0."),
    ),
  ),
  timestamp: v.optional(v.union([v.date(), instant], "Expected a Date, or a string with a zone.")),
});

/**
 * Checks an expectation about metered usage.
 *
 * @throws TypeError that names members that records do not have, and wrong values
 */
export function checkExpectation(expected: unknown): void {
  parse("expectation", expectation, expected);
}

/** @throws TypeError with every problem and the path to it */
export function checkTokenToIssue(token: unknown): void {
  parse("token", tokenToIssueSchema, token);
}

function parse<Schema extends v.GenericSchema>(
  what: string,
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const problems = result.issues.map(
    (issue) => `- ${v.getDotPath(issue) ?? `the ${what}`}: ${issue.message}`,
  );
  throw new TypeError(`The ${what} is not valid:\n${problems.join("\n")}`);
}
