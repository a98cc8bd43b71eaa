import * as v from "valibot";

/**
 * Behavior that the documentation of the service leaves open, or about which its sources disagree.
 * The defaults are the documented behavior.
 */
export interface Settings {
  /** The region of unsigned requests. Default `us-east-1`. */
  readonly region: string;
  /**
   * Regions without the API. Their endpoints respond with `DisabledApiException`. Default: none.
   */
  readonly disabledRegions: readonly string[];
  /**
   * The age in hours from which `BatchMeterUsage` refuses a record. Default 24; 6 before July 2026.
   */
  readonly batchWindowHours: number;
  /** The greatest age in hours that `MeterUsage` accepts. Default 6. */
  readonly meterWindowHours: number;
  /** The hour (UTC) of the 1st until which usage of the previous month is accepted. Default 6. */
  readonly monthEndHour: number;
  /**
   * The number of minutes by which a timestamp may be ahead of the clock. Not documented; default
   * 5.
   */
  readonly futureToleranceMinutes: number;
  /**
   * The result of an unknown `CustomerIdentifier`: the status `CustomerNotSubscribed` of its
   * record, or `InvalidCustomerIdentifierException` for the whole batch. Both are documented;
   * default `status`.
   */
  readonly unknownIdentifiers: "status" | "error";
  /**
   * The result of a batch with both a `ProductCode` and licenses of the same product. The
   * documentation advises sellers against such a batch, but does not state its result: the batch is
   * accepted (the default), or refused (`refuse`) with `InvalidProductCodeException`.
   */
  readonly productCodeWithLicense: "take" | "refuse";
  /**
   * The result of a batch in which some records name their customer by `CustomerIdentifier` and
   * others by `CustomerAWSAccountId`. The documentation can be read both ways: the batch is accepted
   * (the default), or refused (`refuse`) with `InvalidCustomerIdentifierException`.
   */
  readonly mixedIdentifiers: "take" | "refuse";
  /**
   * The result of a permitted dry run of `MeterUsage`: the error `DryRunOperation`, as documented
   * (the default), or `success`, because some programs of AWS and others expect it.
   */
  readonly dryRun: "error" | "success";
  /**
   * Products, their dimensions, customers, licenses and subscriptions that are not in the seed are
   * refused (the default) or accepted (`take`), for tests that were written against a mock without
   * a marketplace.
   */
  readonly unseeded: "refuse" | "take";
  /** Timestamps are checked against the clock (the default), or not (`ignore`). */
  readonly timeWindows: "check" | "ignore";
  /** The minutes after an unsubscription in which records are still accepted. Default 60. */
  readonly unsubscribeGraceMinutes: number;
  /** The lifetime of a registration token in minutes. Default 240; some sources say 60. */
  readonly tokenLifetimeMinutes: number;
  /** True if a registration token can be used only once. Default false. */
  readonly singleUseTokens: boolean;
  /**
   * The spelling of the claims of a signature: `productCode` (`camel`, the default), as public
   * verifiers expect, or `ProductCode` (`pascal`), as a page of the documentation shows.
   */
  readonly signatureClaims: "camel" | "pascal";
  /**
   * The errors for tags and allocations that violate the model's constraints: the specific errors
   * `InvalidTagException` and `InvalidUsageAllocationsException`, as documented, or
   * `ValidationException`, as for any other constraint. Default `modeled`.
   */
  readonly allocationErrors: "modeled" | "validation";
}

export const defaultSettings: Settings = {
  region: "us-east-1",
  disabledRegions: [],
  batchWindowHours: 24,
  meterWindowHours: 6,
  monthEndHour: 6,
  futureToleranceMinutes: 5,
  unknownIdentifiers: "status",
  productCodeWithLicense: "take",
  mixedIdentifiers: "take",
  dryRun: "error",
  unseeded: "refuse",
  timeWindows: "check",
  unsubscribeGraceMinutes: 60,
  tokenLifetimeMinutes: 240,
  singleUseTokens: false,
  signatureClaims: "camel",
  allocationErrors: "modeled",
};

const amount = v.pipe(
  v.number("Expected a number."),
  v.minValue(0, "Expected a number of at least 0."),
);
const text = v.pipe(
  v.string("Expected a string."),
  v.nonEmpty("Expected a string that is not empty."),
);
const regions = v.union(
  [
    v.array(text),
    v.pipe(
      text,
      v.transform((names) => names.split(",")),
    ),
  ],
  "Expected a list of regions, separated by commas.",
);

const entries = {
  region: v.exactOptional(text),
  disabledRegions: v.exactOptional(regions),
  batchWindowHours: v.exactOptional(amount),
  meterWindowHours: v.exactOptional(amount),
  monthEndHour: v.exactOptional(v.pipe(amount, v.maxValue(24, "Expected a number of at most 24."))),
  futureToleranceMinutes: v.exactOptional(amount),
  unknownIdentifiers: choice("status", "error"),
  productCodeWithLicense: choice("take", "refuse"),
  mixedIdentifiers: choice("take", "refuse"),
  dryRun: choice("error", "success"),
  unseeded: choice("refuse", "take"),
  timeWindows: choice("check", "ignore"),
  unsubscribeGraceMinutes: v.exactOptional(amount),
  tokenLifetimeMinutes: v.exactOptional(amount),
  singleUseTokens: v.exactOptional(v.boolean("Expected true or false.")),
  signatureClaims: choice("camel", "pascal"),
  allocationErrors: choice("modeled", "validation"),
} satisfies Record<keyof Settings, unknown>;

function choice<const Values extends readonly string[]>(...values: Values) {
  const allowed = values.join(", ");
  return v.exactOptional(v.picklist(values, `Expected one of: ${allowed}.`));
}

/** The schema of the settings, for `--setting` and `createMockServer`. */
export const settingsSchema: v.GenericSchema<unknown, Partial<Settings>> = v.strictObject(
  entries,
  (issue) =>
    issue.expected === "never"
      ? `Unknown setting. Expected one of: ${Object.keys(entries).join(", ")}.`
      : issue.message,
);

/**
 * Returns the settings with some of them changed.
 *
 * @throws TypeError that names the wrong setting
 */
export function readSettings(
  given: Partial<Settings> = {},
  present: Settings = defaultSettings,
): Settings {
  const result = v.safeParse(settingsSchema, given);
  if (result.success) return { ...present, ...result.output };
  const problems = result.issues.map((issue) => `- ${v.getDotPath(issue)}: ${issue.message}`);
  throw new TypeError(`The settings are not valid:\n${problems.join("\n")}`);
}
