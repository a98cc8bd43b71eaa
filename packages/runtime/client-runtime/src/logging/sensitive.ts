import { NormalizedSchema } from "@smithy/core/schema";
import type { $SchemaRef } from "@smithy/types";
import { isRecord } from "@tinsmith/values";

/** What stands in the place of what is not for logs. */
export const MASK = "***SensitiveInformation***";

const answers = new WeakMap<object, boolean>();

/** Whether values of a shape can hold anything that the model marks `@sensitive`. */
export const canHoldSensitive = (reference: $SchemaRef): boolean => {
  const schema = NormalizedSchema.of(reference);
  const key = schema.getSchema();
  if (typeof key !== "object") return isSensitive(schema);
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = search(schema, new Set());
  answers.set(key, answer);
  return answer;
};

const search = (schema: NormalizedSchema, visited: Set<unknown>): boolean => {
  if (isSensitive(schema)) return true;
  if (visited.has(schema.getSchema())) return false;
  if (typeof schema.getSchema() === "object") visited.add(schema.getSchema());
  return parts(schema).some((part) => search(part, visited));
};

const parts = (schema: NormalizedSchema): readonly NormalizedSchema[] => {
  if (schema.isStructSchema()) return Array.from(schema.structIterator(), ([, member]) => member);
  if (schema.isMapSchema()) return [schema.getKeySchema(), schema.getValueSchema()];
  return schema.isListSchema() ? [schema.getValueSchema()] : [];
};

/** The texts in a value that the model marks `@sensitive`, wherever they are. */
export const sensitiveTexts = (reference: $SchemaRef, value: unknown): readonly string[] => {
  const texts: string[] = [];
  collect(NormalizedSchema.of(reference), value, false, texts);
  return texts;
};

const collect = (
  schema: NormalizedSchema,
  value: unknown,
  within: boolean,
  texts: string[],
): void => {
  const sensitive = within || isSensitive(schema);
  if (typeof value === "string") {
    if (sensitive) texts.push(value);
  } else if (Array.isArray(value) && schema.isListSchema()) {
    for (const item of value) collect(schema.getValueSchema(), item, sensitive, texts);
  } else if (isRecord(value) && schema.isMapSchema()) {
    for (const [key, item] of Object.entries(value)) {
      collect(schema.getKeySchema(), key, sensitive, texts);
      collect(schema.getValueSchema(), item, sensitive, texts);
    }
  } else if (isRecord(value) && schema.isStructSchema()) {
    for (const [name, member] of schema.structIterator()) {
      if (Object.hasOwn(value, name)) collect(member, value[name], sensitive, texts);
    }
  }
};

/** Takes texts out of another, also where they were encoded for a URL. Texts of a few characters would match anything. */
export const scrub = (text: string, secrets: readonly string[]): string => {
  let scrubbed = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    for (const form of new Set([secret, encodeURIComponent(secret)])) {
      scrubbed = scrubbed.replaceAll(form, MASK);
    }
  }
  return scrubbed;
};

export const isSensitive = (schema: NormalizedSchema): boolean =>
  Boolean(schema.getMergedTraits().sensitive);
