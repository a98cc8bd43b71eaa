import type { $SchemaRef, SchemaTraitsObject } from "@smithy/types";
import {
  Sentinel,
  elementOf,
  entryValueOf,
  hasMembers,
  isMap,
  mapKeyOf,
  membersOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { ResolvedSchema, ShapeSchema } from "@tinsmith/schema";
import { isRecord } from "@tinsmith/values";

/** The replacement for sensitive content in logs. */
export const MASK = "***SensitiveInformation***";

const cache = new WeakMap<object, boolean>();

/** Returns true if values of a shape can contain parts that the model marks `@sensitive`. */
export function canHoldSensitive(reference: $SchemaRef): boolean {
  const resolved = resolveSchema(reference);
  const { schema, traits } = resolved;
  if (typeof schema === "number") return isSensitive(traits);
  const known = cache.get(schema);
  if (known !== undefined) return known;
  const found = search(resolved, new Set());
  cache.set(schema, found);
  return found;
}

function search({ schema, traits }: ResolvedSchema, visited: Set<ShapeSchema>): boolean {
  if (isSensitive(traits)) return true;
  if (typeof schema === "number" || visited.has(schema)) return false;
  visited.add(schema);
  return targetsOf(schema).some((target) => search(resolveSchema(target), visited));
}

function targetsOf(schema: ShapeSchema): readonly $SchemaRef[] {
  if (hasMembers(schema)) return membersOf(schema).map(([, member]) => member);
  const inside = [elementOf(schema), entryValueOf(schema), isMap(schema) && mapKeyOf(schema)];
  return inside.filter((part) => part !== undefined && part !== false);
}

/** Returns all strings in a value that the model marks `@sensitive`. */
export function sensitiveTexts(reference: $SchemaRef, value: unknown): readonly string[] {
  const texts: string[] = [];
  collect(reference, value, false, texts);
  return texts;
}

function collect(reference: $SchemaRef, value: unknown, within: boolean, texts: string[]): void {
  const { schema, traits } = resolveSchema(reference);
  const sensitive = within || isSensitive(traits);
  if (typeof value === "string") {
    if (sensitive) texts.push(value);
  } else if (Array.isArray(value)) {
    const element = elementOf(schema);
    if (element === undefined) return;
    for (const item of value) collect(element, item, sensitive, texts);
  } else if (!isRecord(value)) {
    return;
  } else if (hasMembers(schema)) {
    for (const [name, member] of membersOf(schema)) {
      if (Object.hasOwn(value, name)) collect(member, value[name], sensitive, texts);
    }
  } else {
    const entryValue = entryValueOf(schema);
    if (entryValue === undefined) return;
    const key = isMap(schema) ? mapKeyOf(schema) : Sentinel.string;
    for (const [name, item] of Object.entries(value)) {
      collect(key, name, sensitive, texts);
      collect(entryValue, item, sensitive, texts);
    }
  }
}

/**
 * Masks secrets in a text, including their URL-encoded forms. Very short secrets are skipped,
 * because they would match anywhere.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  let scrubbed = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    for (const form of new Set([secret, encodeURIComponent(secret)])) {
      scrubbed = scrubbed.replaceAll(form, MASK);
    }
  }
  return scrubbed;
}

export const isSensitive = (traits: SchemaTraitsObject): boolean => Boolean(traits.sensitive);
