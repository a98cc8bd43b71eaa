import { canonicalJson, firstDifference } from "../difference.js";
import type { Answer, PlacedEvent } from "./question.js";
import { isFailure } from "./question.js";

/** The aspects in which two answers can differ, most important first. */
export const aspects = [
  "crash",
  "verdict",
  "events",
  "messages",
  "places",
  "ast",
  "selectors",
  "format",
  "idl",
] as const;
export type Aspect = (typeof aspects)[number];

/** A difference between two answers. */
export interface Difference {
  readonly aspect: Aspect;
  /** The name of the kind. Differences with the same cause have the same kind. */
  readonly kind: string;
  readonly detail: string;
}

/** Compares the answer of this project with the answer of the reference. */
export function compareAnswers(ours: Answer, theirs: Answer): readonly Difference[] {
  const formatted = compareFormatted(ours, theirs);
  if (theirs.failure !== undefined) return formatted;
  if (ours.failure !== undefined)
    return [{ aspect: "crash", kind: ours.failure, detail: ours.failure }, ...formatted];
  const events = compareEventsOf(ours, theirs);
  const verdict: Difference[] =
    ours.broken === theirs.broken
      ? []
      : [
          {
            aspect: "verdict",
            kind: events.map(({ kind }) => kind).join(" "),
            detail: `broken: ours ${ours.broken}, theirs ${theirs.broken}`,
          },
        ];
  const isEmpty = theirs.broken === true || events.length > 0;
  return [...verdict, ...events, ...formatted, ...(isEmpty ? [] : compareModels(ours, theirs))];
}

/** The parts of an event that are compared in each aspect, as text. */
const eventTexts: readonly (readonly [Aspect, (event: PlacedEvent) => string])[] = [
  ["events", ({ severity, id, shape }) => `${severity} ${id} ${shape ?? "-"}`],
  ["messages", (event) => `${eventTexts[0]?.[1](event)}: ${event.message} (${event.reason ?? ""})`],
  ["places", (event) => `${eventTexts[1]?.[1](event)} ${event.file}:${event.line}:${event.column}`],
];

function compareEventsOf(ours: Answer, theirs: Answer): readonly Difference[] {
  const expected = theirs.events ?? [];
  const actual = withoutUnknownPlaces(ours.events ?? [], expected);
  for (const [aspect, textOf] of eventTexts) {
    const missing = without(expected, actual, textOf);
    const extra = without(actual, expected, textOf);
    const differences = [
      ...missing.map((event) => differenceOf(aspect, "missing", event)),
      ...extra.map((event) => differenceOf(aspect, "extra", event)),
    ];
    if (differences.length > 0) return differences;
  }
  return [];
}

/**
 * Removes the locations of events for which the reference has no location, because the reference
 * loses some. Such a difference does not count.
 */
function withoutUnknownPlaces(
  events: readonly PlacedEvent[],
  expected: readonly PlacedEvent[],
): readonly PlacedEvent[] {
  const textOf = eventTexts[1]?.[1] ?? String;
  const unplaced = new Set(expected.filter(({ line }) => line === 0).map(textOf));
  const nowhere = { file: "N/A", line: 0, column: 0 };
  return events.map((event) => (unplaced.has(textOf(event)) ? { ...event, ...nowhere } : event));
}

function differenceOf(aspect: Aspect, how: "missing" | "extra", event: PlacedEvent): Difference {
  // Some ids end in a shape id or in the name of an enum value.
  const id = event.id.replace(/\.[\w.]*#.*$/, ".…");
  const kind = `${how} ${event.severity} ${id}`;
  return { aspect, kind, detail: `${how} ${eventTexts[2]?.[1](event)}` };
}

/**
 * Returns the events of a list that another list lacks. Equal events count as often as they occur.
 */
function without(
  events: readonly PlacedEvent[],
  others: readonly PlacedEvent[],
  textOf: (event: PlacedEvent) => string,
): readonly PlacedEvent[] {
  const counts = new Map<string, number>();
  for (const event of others) counts.set(textOf(event), (counts.get(textOf(event)) ?? 0) + 1);
  return events.filter((event) => {
    const count = counts.get(textOf(event)) ?? 0;
    counts.set(textOf(event), count - 1);
    return count <= 0;
  });
}

function compareModels(ours: Answer, theirs: Answer): readonly Difference[] {
  const selected = (theirs.selected ?? []).flatMap((their, index) => {
    const our = ours.selected?.[index];
    return isFailure(their) && isFailure(our)
      ? []
      : compareParts("selectors", `selector ${index}`, our, their);
  });
  return [
    ...compareParts("ast", "ast", ours.ast, theirs.ast),
    ...selected,
    ...compareParts("idl", "idl", ours.idl, theirs.idl),
  ];
}

function compareParts(
  aspect: Aspect,
  kind: string,
  ours: unknown,
  theirs: unknown,
): readonly Difference[] {
  const textOf = (part: unknown): string =>
    typeof part === "string" ? part : canonicalJson(part ?? null).replaceAll("\\n", "\n");
  const detail = firstDifference(textOf(ours), textOf(theirs));
  return detail === undefined ? [] : [{ aspect, kind, detail }];
}

function compareFormatted(ours: Answer, theirs: Answer): readonly Difference[] {
  return Object.entries(theirs.formatted ?? {}).flatMap(([path, their]) => {
    const our = ours.formatted?.[path];
    // A text that cannot be parsed cannot be formatted. The events state the reason.
    if (isFailure(their)) return [];
    return compareParts("format", isFailure(our) ? "refused" : "format", our, their);
  });
}
