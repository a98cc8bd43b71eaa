import * as v from "valibot";
import { isRecord } from "@tinsmith/values";

// Schemas of common values in options and arguments. Each message is a sentence that states what is
// allowed; `check.ts` adds the name of the argument and the value.

const aText = "Expected a string.";
const aFullText = "Expected a string that is not empty.";
const aCount = "Expected an integer of at least 0.";
const anAmount = "Expected a number of at least 0.";

export const text = v.string(aText);
export const fullText = v.pipe(v.string(aFullText), v.nonEmpty(aFullText));
export const flag = v.boolean("Expected true or false.");
export const callable = v.function("Expected a function.");
export const count = v.pipe(v.number(aCount), v.integer(aCount), v.minValue(0, aCount));
/** A number of bytes, entries or milliseconds; `Infinity` means no limit. */
export const limit = v.pipe(v.number(anAmount), v.minValue(0, anAmount));
export const object = v.custom<object>(isRecord, "Expected an object.");
export const texts = v.array(v.string(aText), "Expected a list of strings.");

/** An integer within a range, both ends included. */
export function integerFrom(min: number, max: number) {
  const message = `Expected an integer from ${min} to ${max}.`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(min, message),
    v.maxValue(max, message),
  );
}

/** A number within a range, both ends included. */
export function numberFrom(min: number, max: number) {
  const message = `Expected a number from ${min} to ${max}.`;
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
}

/** Expects one of several strings. */
export function oneOf<const Values extends readonly string[]>(values: Values) {
  return v.picklist(values, `Expected one of: ${values.join(", ")}.`);
}

/** An object with members of any name; lists are refused. */
export function recordOf<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(object, v.record(v.string(), schema, "Expected an object."));
}

/** An object with only these members. */
export function strictOptions<const Entries extends v.ObjectEntries>(entries: Entries) {
  return withoutArrays(
    v.strictObject(entries, ({ expected }) => {
      if (expected === "never") return `Expected one of: ${Object.keys(entries).join(", ")}.`;
      return expected === "Object" ? "Expected an object." : `Missing member ${expected}.`;
    }),
  );
}

/** Rejects arrays. The library accepts them as objects without members. */
export function withoutArrays<Schema extends v.GenericSchema>(schema: Schema): Schema {
  const run = schema["~run"];
  return Object.assign(schema, {
    "~run": (...[dataset, config]: Parameters<typeof run>) => {
      if (!Array.isArray(dataset.value)) return run.call(schema, dataset, config);
      v._addIssue(schema, "type", dataset, config);
      return dataset;
    },
  });
}

/** An object with these methods and any other members. Usually it is an instance of a class. */
export function withMethods(what: string, methods: readonly string[]) {
  return v.custom<object>(
    (value) => isRecord(value) && methods.every((name) => isMethod(value, name)),
    `Expected ${what}.`,
  );
}

function isMethod(value: object, name: string): boolean {
  return typeof Reflect.get(value, name) === "function";
}
