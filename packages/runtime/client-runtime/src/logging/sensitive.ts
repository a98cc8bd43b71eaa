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

/** What stands in the place of what is not for logs. */
export const MASK = "***SensitiveInformation***";

const answers = new WeakMap<object, boolean>();

/** Whether values of a shape can hold anything that the model marks `@sensitive`. */
export function canHoldSensitive(reference: $SchemaRef): boolean {
  const resolved = resolveSchema(reference);
  const { schema, traits } = resolved;
  if (typeof schema === "number") return isSensitive(traits);
  const known = answers.get(schema);
  if (known !== undefined) return known;
  const answer = search(resolved, new Set());
  answers.set(schema, answer);
  return answer;
}

function search({ schema, traits }: ResolvedSchema, visited: Set<ShapeSchema>): boolean {
  if (isSensitive(traits)) return true;
  if (typeof schema === "number" || visited.has(schema)) return false;
  visited.add(schema);
  return parts(schema).some((part) => search(resolveSchema(part), visited));
}

function parts(schema: ShapeSchema): readonly $SchemaRef[] {
  if (hasMembers(schema)) return membersOf(schema).map(([, member]) => member);
  const inside = [elementOf(schema), entryValueOf(schema), isMap(schema) && mapKeyOf(schema)];
  return inside.filter((part) => part !== undefined && part !== false);
}

/** The texts in a value that the model marks `@sensitive`, wherever they are. */
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

/** Takes texts out of another, also where they were encoded for a URL. Texts of a few characters would match anything. */
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
