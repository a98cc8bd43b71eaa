import type { MiddlewareStack } from "@smithy/types";

import type { Validator } from "../validator.js";
import { convertValue } from "./convert-value.js";
import type { Conversions, Convertible } from "./convertible.js";
import { inputSchemaOf } from "./input-schema.js";
import type { ParameterPlugin } from "./parameter-plugin.js";
import { checkInput } from "./validate-parameters.js";

/**
 * Converts parameters to the types of the model, for the types that are named, and checks the
 * outcome. What is given stays as it is.
 *
 * @param shape - the validator of the operation's input
 * @throws ParameterValidationError where the outcome still does not fit the model
 *
 * @example
 * const input = convertInput(MeterUsageRequest, { Timestamp: "2026-11-01T05:00:00Z", ... }, { timestamp: true });
 */
export function convertInput<T, const C extends Conversions>(
  shape: Validator<T>,
  input: Convertible<T, C>,
  conversions: C,
): T {
  const converted = convertValue(shape.shape.schema, input, conversions);
  const check: (input: unknown) => asserts input is T = (value) => checkInput(shape, value);
  check(converted);
  return converted;
}

/**
 * A plugin of a client or a command that converts the input of each call, for the types that are
 * named, before anything else looks at it. It checks nothing: together with parameter validation
 * it stands first.
 */
export const parameterConversion = (conversions: Conversions): ParameterPlugin => ({
  applyToStack: <Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
  ) =>
    stack.add(
      (next, context) => {
        const schema = inputSchemaOf(context);
        if (!schema) return next;
        return async (args) => {
          // Only values inside change their types, to those that the input has.
          const input = convertValue(schema, args.input, conversions) as Input;
          return next({ ...args, input });
        };
      },
      {
        name: "parameterConversionMiddleware",
        step: "initialize",
        priority: "high",
        tags: ["PARAMETER_CONVERSION"],
        override: true,
      },
    ),
});
