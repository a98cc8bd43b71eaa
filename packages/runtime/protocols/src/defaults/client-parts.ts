import type { MessageDefaults } from "../protocol.js";
import type { ValueTypes } from "../value-types/value-type.js";
import { messageDefaults } from "./message-defaults.js";

/**
 * Creates `clientDefaults` for a service with the given types, so that its clients do not carry the
 * others.
 */
export const clientDefaultsOf = (types: ValueTypes): MessageDefaults =>
  messageDefaults(
    { clientOptional: false, correct: false },
    { clientOptional: true, correct: true },
    types,
  );
