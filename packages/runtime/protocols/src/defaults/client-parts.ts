import { outputOf } from "@tinsmith/schema";
import type { MessageDefaults, StructureValue } from "../protocol.js";
import type { ValueTypes } from "../value-types/value-type.js";
import { createFillers } from "./fill-defaults.js";
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

/**
 * Sets required members that the server omitted to the zero value of their type, for services without
 * defaults. Smithy: https://smithy.io/2.0/spec/aggregate-types.html#client-error-correction
 */
export function clientCorrections(types: ValueTypes): MessageDefaults {
  const fill = createFillers({ clientOptional: true, correct: true }, types);
  return {
    input: (_operation, value) => value as StructureValue,
    output: (operation, value) => fill(outputOf(operation))(value) as StructureValue,
    error: (reference, value) => fill(reference)(value) as StructureValue,
  };
}
