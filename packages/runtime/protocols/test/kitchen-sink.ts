import type {
  StaticListSchema,
  StaticOperationSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from "@smithy/types";
import { NumericValue } from "@smithy/core/serde";
import * as fc from "fast-check";
import type { NumberKinds, OperationDescription, ServiceSchema } from "../src/index.js";

/**
 * The namespace of a recursive structure with a member of every type, for tests of all protocols.
 */
const ns = "example.kitchen";

export const service: ServiceSchema = { namespace: ns, name: "Kitchen", version: "2026-11-01" };

export const choice: StaticUnionSchema = [
  4,
  ns,
  "Choice",
  0,
  ["text", "count", "sink", "list"],
  [0, 1, () => sink, 64],
];

const sparseList: StaticListSchema = [1, ns, "SparseList", { sparse: 1 }, 0];

export const sink: StaticStructureSchema = [
  3,
  ns,
  "Sink",
  0,
  [
    "text",
    "flag",
    "byte",
    "integer",
    "long",
    "double",
    "bigInteger",
    "bigDecimal",
    "blob",
    "time",
    "dateTime",
    "httpDate",
    "epoch",
    "list",
    "blobs",
    "sparseList",
    "map",
    "sparseMap",
    "times",
    "nested",
    "choice",
    "renamed",
    "toString",
  ],
  [
    0,
    2,
    1,
    1,
    1,
    1,
    17,
    19,
    21,
    4,
    5,
    6,
    7,
    64,
    [1, ns, "Blobs", 0, 21],
    sparseList,
    [2, ns, "Numbers", 0, 0, 1],
    [2, ns, "SparseMap", { sparse: 1 }, 0, 0],
    [2, ns, "Times", 0, 0, () => timeList],
    () => sink,
    choice,
    [0, { jsonName: "re-named", xmlName: "re-named" }],
    0,
  ],
];

const timeList: StaticListSchema = [1, ns, "TimeList", 0, 4];

export const kinds: NumberKinds = {
  Sink: {
    byte: { number: "byte" },
    integer: { number: "integer" },
    long: { number: "long" },
    double: { number: "double" },
  },
  Numbers: { value: { number: "short" } },
};

const operationSchema: StaticOperationSchema = [
  9,
  ns,
  "Wash",
  { http: ["POST", "/wash", 200] },
  sink,
  sink,
];

export const wash: OperationDescription = { schema: operationSchema, errors: [] };

const seconds = fc.integer({ min: -62_000_000_000, max: 250_000_000_000 });
const wholeDate = seconds.map((value) => new Date(value * 1000));
const anyDate = fc.date({
  noInvalidDate: true,
  min: new Date("0001-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
});
const text = fc.string({ unit: "grapheme" });
const key = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "toString", "__type", ""));
const long = fc.oneof(
  fc.maxSafeInteger(),
  fc
    .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    // Readers that do not know the type read a long as a double if a double preserves its digits.
    .filter(
      (value) => String(Number(value)) !== String(value) || Number.isSafeInteger(Number(value)),
    )
    .map((value) => (value > 2n ** 53n - 1n || value < -(2n ** 53n - 1n) ? value : Number(value))),
);
/** Excludes -0, which JSON and text do not distinguish from 0. */
const double = fc.double().map((value) => (value === 0 ? 0 : value));
const bigDecimal = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
    fc.option(fc.stringMatching(/^\d{1,30}$/)),
  )
  .map(
    ([whole, fraction]) =>
      new NumericValue(fraction === null ? String(whole) : `${whole}.${fraction}`, "bigDecimal"),
  );
const blob = fc.uint8Array({ maxLength: 40 });
/** Restricts generated values to those that a protocol can represent. */
export interface Limits {
  readonly text?: fc.Arbitrary<string>;
  readonly key?: fc.Arbitrary<string>;
  /** True if the protocol reads empty lists and maps as absent. */
  readonly noEmptyCollections?: boolean;
}

/** Generates values of the structure `Sink`. */
export function sinkValue(limits: Limits = {}): fc.Arbitrary<Record<string, unknown>> {
  const string = limits.text ?? text;
  const keys = limits.key ?? key;
  const minLength = limits.noEmptyCollections ? 1 : 0;
  const dictionary = <T>(value: fc.Arbitrary<T>) =>
    fc
      .uniqueArray(fc.tuple(keys, value), { maxLength: 4, minLength, selector: ([name]) => name })
      .map((entries) => Object.fromEntries(entries));
  const array = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 4, minLength });
  return fc.letrec<{ sink: Record<string, unknown>; choice: Record<string, unknown> }>((tie) => ({
    choice: fc.oneof(
      { depthSize: "small" },
      fc.record({ text: string }),
      fc.record({ count: long }),
      fc.record({ list: array(string) }),
      fc.record({ sink: tie("sink") }),
    ),
    sink: fc.record(
      {
        text: string,
        flag: fc.boolean(),
        byte: fc.integer({ min: -128, max: 127 }),
        integer: fc.integer(),
        long,
        double,
        bigInteger: fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
        bigDecimal,
        blob,
        time: wholeDate,
        dateTime: anyDate,
        httpDate: wholeDate.filter((date) => date.getTime() > -62_000_000_000_000),
        epoch: anyDate,
        list: array(string),
        blobs: array(blob),
        sparseList: array(fc.option(string)),
        map: dictionary(fc.integer({ min: -32_768, max: 32_767 })),
        sparseMap: dictionary(fc.option(string)),
        times: dictionary(array(wholeDate)),
        nested: fc.oneof(
          { depthSize: "small", withCrossShrink: true },
          fc.constant({}),
          tie("sink"),
        ),
        choice: tie("choice"),
        renamed: string,
        toString: string,
      },
      { requiredKeys: [] },
    ),
  })).sink;
}
