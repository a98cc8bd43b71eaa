import type { Diagnostic, Severity } from "./diagnostic.js";

/** An entry in a registry of messages: an event id, its severity, and its wording. */
export interface MessageDefinition<Arguments> {
  readonly code: string;
  readonly severity: Severity;
  readonly syntax?: boolean;
  readonly text: (args: Arguments) => string;
}

/** The place of a problem and related information. */
export type DiagnosticPlace = Pick<Diagnostic, "span" | "shapeId" | "related" | "hint">;

/** Builds diagnostics of one kind: `messages.unknownShape({ id }, { span })`. */
export type Message<Arguments> = (args: Arguments, place: DiagnosticPlace) => Diagnostic;

/** Creates a {@link Message} from its definition. Registries are plain objects of these. */
export function defineMessage<Arguments>(
  definition: MessageDefinition<Arguments>,
): Message<Arguments> {
  const { code, severity, syntax, text } = definition;
  const kind = syntax === true ? { syntax } : undefined;
  return (args, place) => Object.freeze({ code, severity, message: text(args), ...kind, ...place });
}
