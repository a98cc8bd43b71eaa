import type { Diagnostic, Severity } from "./diagnostic.js";

/** An entry of a registry of messages: an event id, its severity, and the one place that words it. */
export interface MessageDefinition<Arguments> {
  readonly code: string;
  readonly severity: Severity;
  readonly syntax?: boolean;
  readonly text: (args: Arguments) => string;
}

/** Where a problem is and what else belongs to it. */
export type DiagnosticPlace = Pick<Diagnostic, "span" | "shapeId" | "related" | "hint">;

/** Builds the diagnostics of one kind: `messages.unknownShape({ id }, { span })`. */
export type Message<Arguments> = (args: Arguments, place: DiagnosticPlace) => Diagnostic;

/** Makes a {@link Message} of its definition. Registries are plain objects of these. */
export function defineMessage<Arguments>(
  definition: MessageDefinition<Arguments>,
): Message<Arguments> {
  const { code, severity, syntax, text } = definition;
  const kind = syntax === true ? { syntax } : undefined;
  return (args, place) => Object.freeze({ code, severity, message: text(args), ...kind, ...place });
}
