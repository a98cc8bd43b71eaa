import * as v from "valibot";

/**
 * Where the documentation of the service is silent, or its sources disagree. The defaults are what is
 * documented.
 */
export interface Settings {
  /** The region of requests that nobody signed. Default `us-east-1`. */
  readonly region: string;
  /** Regions without the API: `DisabledApiException`. Default: none. */
  readonly disabledRegions: readonly string[];
  /** From which age on `BatchMeterUsage` refuses a record. Default 24; before July 2026 it was 6. */
  readonly batchWindowHours: number;
  /** How old usage may be that `MeterUsage` takes. Default 6. */
  readonly meterWindowHours: number;
  /** Until which hour (UTC) of the 1st usage of the month before is taken. Default 6. */
  readonly monthEndHour: number;
  /** How far ahead of the clock a timestamp may be. Not documented; default 5. */
  readonly futureToleranceMinutes: number;
  /**
   * What a `CustomerIdentifier` that nobody has leads to: the status `CustomerNotSubscribed` of its
   * record, or `InvalidCustomerIdentifierException` for the whole batch. Both are documented; default
   * `status`.
   */
  readonly unknownIdentifiers: "status" | "error";
  /**
   * What a batch leads to that has a `ProductCode` beside licenses of the same product. Sellers are told
   * not to send it, and not what happens then: it is taken (the default), or `refuse`d with
   * `InvalidProductCodeException`.
   */
  readonly productCodeWithLicense: "take" | "refuse";
  /** How long after an unsubscription records are still taken. Default 60. */
  readonly unsubscribeGraceMinutes: number;
  /** How long a registration token is valid. Default 240; some sources say 60. */
  readonly tokenLifetimeMinutes: number;
  /** Whether a registration token is spent by its first use. Default false. */
  readonly singleUseTokens: boolean;
  /** How the claims of a signature are written: `ProductCode` or `productCode`. Default `pascal`. */
  readonly signatureClaims: "pascal" | "camel";
  /**
   * Whether tags and allocations beyond the model's constraints are answered with their own errors
   * (`InvalidTagException`, `InvalidUsageAllocationsException`), as documented, or like any other
   * broken constraint with `ValidationException`. Default `modeled`.
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
  unsubscribeGraceMinutes: 60,
  tokenLifetimeMinutes: 240,
  singleUseTokens: false,
  signatureClaims: "pascal",
  allocationErrors: "modeled",
};

const amount = v.pipe(v.number("Expected a number."), v.minValue(0, "Expected 0 or more."));
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  v.picklist(values, `Expected ${values.join(" or ")}.`);
const text = v.pipe(v.string("Expected a text."), v.nonEmpty("Expected a text that is not empty."));
const regions = v.union(
  [
    v.array(text),
    v.pipe(
      text,
      v.transform((names) => names.split(",")),
    ),
  ],
  "Expected a list of regions, with commas between them.",
);

const entries = {
  region: v.exactOptional(text),
  disabledRegions: v.exactOptional(regions),
  batchWindowHours: v.exactOptional(amount),
  meterWindowHours: v.exactOptional(amount),
  monthEndHour: v.exactOptional(v.pipe(amount, v.maxValue(24, "Expected 24 or less."))),
  futureToleranceMinutes: v.exactOptional(amount),
  unknownIdentifiers: v.exactOptional(oneOf(["status", "error"])),
  productCodeWithLicense: v.exactOptional(oneOf(["take", "refuse"])),
  unsubscribeGraceMinutes: v.exactOptional(amount),
  tokenLifetimeMinutes: v.exactOptional(amount),
  singleUseTokens: v.exactOptional(v.boolean("Expected true or false.")),
  signatureClaims: v.exactOptional(oneOf(["pascal", "camel"])),
  allocationErrors: v.exactOptional(oneOf(["modeled", "validation"])),
} satisfies Record<keyof Settings, unknown>;

/** Some of the settings, as `--setting` and `createMockServer` take them. */
export const settingsSchema: v.GenericSchema<unknown, Partial<Settings>> = v.strictObject(
  entries,
  (issue) =>
    issue.expected === "never"
      ? `There is no such setting. There are ${Object.keys(entries).join(", ")}.`
      : issue.message,
);

/** @throws TypeError that says which setting is wrong */
export function readSettings(given: Partial<Settings> = {}): Settings {
  const result = v.safeParse(settingsSchema, given);
  if (result.success) return { ...defaultSettings, ...result.output };
  const problems = result.issues.map((issue) => `- ${v.getDotPath(issue)}: ${issue.message}`);
  throw new TypeError(`The settings are not valid:\n${problems.join("\n")}`);
}
