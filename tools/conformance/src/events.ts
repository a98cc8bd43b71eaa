import { eventMessage, loadModel, validateModel } from "@tinsmith/smithy";
import type { Diagnostic, Model, SourceText } from "@tinsmith/smithy";

/** A validation event in the form of the `.errors` files of the corpora. */
export interface Event {
  readonly severity: string;
  readonly shape: string;
  readonly message: string;
  readonly id: string;
}

export function eventOf(diagnostic: Diagnostic): Event {
  return {
    severity: diagnostic.severity,
    shape: diagnostic.shapeId ?? "-",
    message: wordingOf(diagnostic),
    id: diagnostic.code,
  };
}

/** Returns the message of an event. The reference appends the reason of a suppression to it. */
const wordingOf = (diagnostic: Diagnostic): string =>
  diagnostic.suppressionReason === undefined
    ? eventMessage(diagnostic)
    : `${eventMessage(diagnostic)} (${diagnostic.suppressionReason})`;

export function formatEvent({ severity, shape, message, id }: Event): string {
  return `[${severity}] ${shape}: ${message} | ${id}`;
}

/**
 * Loads a model, and validates it if loading results in a model. Returns the events of both steps,
 * and the model. All rules run, as in the test runner of the reference implementation.
 */
export function inspect(sources: readonly SourceText[]): {
  readonly model: Model | undefined;
  readonly events: readonly Event[];
} {
  const { model, diagnostics } = loadModel(sources);
  const found =
    model === undefined
      ? diagnostics
      : validateModel(model, { loaded: diagnostics, afterCriticalErrors: true });
  return { model, events: found.map(eventOf) };
}

/** Loads a model and returns it. Throws the first errors if there are any. */
export function loadWithoutErrors(sources: readonly SourceText[]): Model {
  const { model, diagnostics } = loadModel(sources);
  const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
  if (model === undefined || errors.length > 0) {
    throw new Error(
      errors
        .slice(0, 3)
        .map((error) => formatEvent(eventOf(error)))
        .join("; "),
    );
  }
  return model;
}

/** Matches events that a corpus does not list although they occur. */
const unlisted = /^(?:ModelDeprecation|DeprecatedTrait|DeprecatedShape)(?:\.|$)/;

/**
 * Compares actual events with those of an `.errors` or `.events` file. An expected event matches an
 * actual event if severity and shape are equal, if its id is equal to or a dotted prefix of the
 * actual id, and if its message is a prefix of the actual message. Each expected event must occur,
 * and all actual events must be expected. Returns the differences.
 */
export function compareEvents(expectedLines: string, actual: readonly Event[]): readonly string[] {
  const expected = textsOf(expectedLines).map(parseEvent);
  const open = new Set(actual);
  const matched = new Set<string>();
  const problems: string[] = [];
  for (const event of expected) {
    const match = [...open].find((candidate) => matches(event, candidate));
    if (match === undefined) problems.push(`missing ${formatEvent(event)}`);
    else {
      open.delete(match);
      matched.add(formatEvent(match));
    }
  }
  for (const event of open) {
    const text = formatEvent(event);
    if (event.severity === "SUPPRESSED" || unlisted.test(event.id)) continue;
    // The reference's test runner compares sets.
    if (!matched.has(text)) problems.push(`extra ${text}`);
  }
  return problems;
}

/**
 * Returns the text of each event. An event begins with its severity, and its message may have
 * several lines. Comments, and lines of dashes between events, are skipped.
 */
const textsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => !/^(?:#|-{5,}$)/.test(line))
    .join("\n")
    .split(/\n(?=\[[A-Z]+\] )/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

function parseEvent(line: string): Event {
  const match = /^\[(?<severity>\w+)\] (?<shape>\S+): ?(?<rest>.*)$/s.exec(line);
  const { severity, shape, rest } = match?.groups ?? {};
  if (severity === undefined || shape === undefined || rest === undefined)
    throw new Error(`not an event: ${line}`);
  const bar = rest.lastIndexOf("|");
  return {
    severity,
    shape,
    message: unescape(rest.slice(0, bar).trim()),
    id: rest.slice(bar + 1).trim(),
  };
}

/** Converts `\n` to a line break. Some files write line breaks in messages in this way. */
function unescape(message: string): string {
  return message.replaceAll("\\n", "\n");
}

function matches(expected: Event, actual: Event): boolean {
  return (
    expected.severity === actual.severity &&
    expected.shape === actual.shape &&
    (actual.id === expected.id || actual.id.startsWith(`${expected.id}.`)) &&
    actual.message.startsWith(expected.message)
  );
}
