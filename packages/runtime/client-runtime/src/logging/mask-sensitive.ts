import type { $SchemaRef, SchemaTraits } from "@smithy/types";
import {
  dereference,
  encodedMemberTraitsOf,
  encodedTraitsOf,
  hasMembers,
  isList,
  isMap,
  isMember,
  listMemberOf,
  mapKeyOf,
  mapValueOf,
  memberNamesOf,
  memberRefsOf,
  memberTargetOf,
} from "@tinsmith/schema";
import { isRecord } from "@tinsmith/values";

/** Masks the sensitive parts of a value with the given schema. */
export type MaskSensitive = (schema: $SchemaRef, value: unknown) => unknown;

const MASK = "***SensitiveInformation***";
const SENSITIVE_BIT = 8;

/**
 * Returns a copy of a value for logs, in which everything that the schema marks `@sensitive` is
 * masked. Parts without sensitive content are not copied.
 * Smithy: https://smithy.io/2.0/spec/documentation-traits.html#sensitive-trait
 */
export const maskSensitive: MaskSensitive = (ref, value) => {
  if (value === undefined || value === null) return value;
  const schema = dereference(ref);
  if (!Array.isArray(schema)) return value;
  if (isMember(schema)) {
    return isSensitive(encodedMemberTraitsOf(schema))
      ? MASK
      : maskSensitive(memberTargetOf(schema), value);
  }
  if (isSensitive(encodedTraitsOf(schema))) return MASK;
  if (isList(schema)) {
    return Array.isArray(value) ? maskItems(listMemberOf(schema), value) : value;
  }
  if (isMap(schema)) {
    return isRecord(value) ? maskMap(mapKeyOf(schema), mapValueOf(schema), value) : value;
  }
  return hasMembers(schema) && isRecord(value)
    ? maskMembers(memberNamesOf(schema), memberRefsOf(schema), value)
    : value;
};

function maskItems(member: $SchemaRef, items: readonly unknown[]): unknown {
  const masked = items.map((item) => maskSensitive(member, item));
  return masked.every((item, index) => item === items[index]) ? items : masked;
}

const maskMap = (
  key: $SchemaRef,
  value: $SchemaRef,
  entries: Readonly<Record<string, unknown>>,
): unknown =>
  maskSensitive(key, "key") === MASK
    ? MASK
    : Object.fromEntries(
        Object.entries(entries).map(([name, entry]) => [name, maskSensitive(value, entry)]),
      );

function maskMembers(
  names: readonly string[],
  refs: readonly $SchemaRef[],
  members: Readonly<Record<string, unknown>>,
): unknown {
  // A map, because a member may be named `__proto__`.
  let copy: Map<string, unknown> | undefined;
  for (const [index, name] of names.entries()) {
    const ref = refs[index];
    if (ref === undefined || !Object.hasOwn(members, name)) continue;
    const masked = maskSensitive(ref, members[name]);
    if (masked !== members[name]) (copy ??= new Map(Object.entries(members))).set(name, masked);
  }
  return copy ? Object.fromEntries(copy) : members;
}

const isSensitive = (traits: SchemaTraits): boolean =>
  typeof traits === "number" ? (traits & SENSITIVE_BIT) !== 0 : traits.sensitive === 1;
