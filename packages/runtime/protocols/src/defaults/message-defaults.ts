import type { $SchemaRef } from "@smithy/types";
import { inputOf, outputOf } from "@tinsmith/schema";
import type { MessageDefaults, StructureValue } from "../protocol.js";
import type { ValueTypes } from "../value-types/value-type.js";
import { createFillers } from "./fill-defaults.js";
import { readDefault } from "./read-default.js";
import type { Filling } from "./fill-defaults.js";

/** Creates defaults from the rules for inputs and those for outputs and errors. */
export function messageDefaults(
  inputs: Filling,
  outputs: Filling,
  types: ValueTypes,
): MessageDefaults {
  const input = filler(inputs, types);
  const output = filler(outputs, types);
  return {
    input: (operation, value) => input(inputOf(operation), value),
    output: (operation, value) => output(outputOf(operation), value),
    error: output,
  };
}

function filler(filling: Filling, types: ValueTypes) {
  const fill = createFillers(filling, types, readDefault);
  return (reference: $SchemaRef, value: object): StructureValue => {
    const filled = fill(reference)(value);
    return typeof filled === "object" && filled !== null ? { ...filled } : {};
  };
}
