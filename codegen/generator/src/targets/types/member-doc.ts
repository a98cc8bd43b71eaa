import type { Bounds, Constraints, Deprecation, Documented, MemberPlan } from "@tinsmith/service";
import { doc } from "../../code/doc.js";
import type { Doc } from "../../code/doc.js";
import { codeSpan } from "../../print/markdown-text.js";

/** The comment of a shape, an operation or an enum's value. */
export function shapeDoc(documented: Documented, notes: readonly string[] = []): Doc {
  return doc(documented.documentation, {
    notes: [...notes, ...lifeNotes(documented)],
    deprecated: deprecatedText(documented.deprecated),
  });
}

/** The comment of a member: its documentation, then what the constraints ask for. */
export function memberDoc(member: MemberPlan): Doc {
  const notes = [...constraintNotes(member), ...lifeNotes(member)];
  return doc(member.documentation, {
    notes: [
      ...(notes.length > 0 ? [notes.join(" ")] : []),
      ...(member.idempotencyToken
        ? ["A client that is given none fills in a random one, so that retries are recognised."]
        : []),
    ],
    tags: defaultTags(member),
    deprecated: deprecatedText(member.deprecated),
  });
}

function lifeNotes(documented: Documented): readonly string[] {
  return [
    ...(documented.since === undefined ? [] : [`Since ${codeSpan(documented.since)}.`]),
    ...(documented.unstable ? ["Unstable: it may change without notice."] : []),
  ];
}

function deprecatedText(deprecated: Deprecation | undefined): string | undefined {
  if (deprecated === undefined) return undefined;
  const { message = "", since } = deprecated;
  return since === undefined ? message : `${message} (since ${since})`.trimStart();
}

function defaultTags(member: MemberPlan): readonly string[] {
  const { default: value } = member;
  if (value === undefined || value === null) return [];
  return [`@defaultValue ${codeSpan(JSON.stringify(value))}`];
}

/** Enums say their values by their type; the others are said in words. */
function constraintNotes(member: MemberPlan): readonly string[] {
  const { length, range, uniqueItems, ...patterns }: Constraints = member.constraints;
  const pattern = patterns.modelPattern ?? patterns.pattern;
  return [
    ...(length === undefined ? [] : [`${lengthWord(member)}: ${boundsText(length)}.`]),
    ...(range === undefined ? [] : [`Range: ${boundsText(range)}.`]),
    ...(uniqueItems === undefined ? [] : ["No two entries are equal."]),
    ...(pattern === undefined ? [] : [`Pattern: ${codeSpan(pattern)}.`]),
  ];
}

function lengthWord(member: MemberPlan): string {
  const { kind } = member.type;
  if (kind === "list" || kind === "map") return "Entries";
  return kind === "string" || kind === "named" ? "Length" : "Bytes";
}

function boundsText({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) return min === max ? `${min}` : `${min} to ${max}`;
  return min === undefined ? `at most ${max}` : `at least ${min}`;
}
