import { defineMessage } from "../diagnostics/define-message.js";
import type { Message } from "../diagnostics/define-message.js";
import type { Severity } from "../diagnostics/diagnostic.js";

/** A family of messages with one severity: `const error = messagesOf("ERROR")`. */
export const messagesOf =
  (severity: Severity) =>
  <Arguments = void>(code: string, text: (args: Arguments) => string): Message<Arguments> =>
    defineMessage({ code, severity, text });

export const error = messagesOf("ERROR");
export const danger = messagesOf("DANGER");
export const warning = messagesOf("WARNING");
export const note = messagesOf("NOTE");
