import type { MiddlewareStack } from "@smithy/types";

import { checkArgument, checkNames, checkValidator } from "../check-argument.js";
import type { Validator } from "../validator.js";
import { convertValue } from "./convert-value.js";
import type { Conversions, Convertible } from "./convertible.js";
import { inputSchemaOf } from "./input-schema.js";
import type { ParameterPlugin } from "./parameter-plugin.js";
import { checkInput } from "./validate-parameters.js";

/**
 * Converts parameters to the types of the model and validates the result. Only the types in
 * `conversions` are converted. The input object is not modified.
 *
 * @param shape - the validator of the operation's input
 * @throws ParameterValidationError if the converted input still does not match the model
 *
 * @example
 * const input = convertInput(MeterUsageRequest, { Timestamp: "2026-11-01T05:00:00Z", ... }, { timestamp: true });
 */
export function convertInput<T, const C extends Conversions>(
  shape: Validator<T>,
  input: Convertible<T, C>,
  conversions: C,
): T {
  checkValidator(shape, "convertInput");
  checkConversions(conversions, "convertInput");
  const converted = convertValue(shape.shape.schema, input, conversions);
  const check: (input: unknown) => asserts input is T = (value) => checkInput(shape, value);
  check(converted);
  return converted;
}

/**
 * Creates a plugin for a client or a command that converts the input of each call before any other
 * middleware reads it. Only the types in `conversions` are converted. The plugin does not validate;
 * if `parameterValidation` is used as well, the conversion runs first.
 */
export function parameterConversion(conversions: Conversions): ParameterPlugin {
  checkConversions(conversions, "convertParams");
  return {
    applyToStack: <Input extends object, Output extends object>(
      stack: MiddlewareStack<Input, Output>,
    ) =>
      stack.add(
        (next, context) => {
          const schema = inputSchemaOf(context);
          if (!schema) return next;
          return async (args) => {
            // Members are converted to the types that `Input` declares.
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
  };
}

/** @throws TypeError for conversions that would silently have no effect */
function checkConversions(conversions: unknown, name: string): void {
  const names = ["number", "string", "boolean", "timestamp", "blob"];
  checkNames(conversions, names, `The conversions of ${name}`);
  const { blob } = Object(conversions);
  const isKnown = blob === undefined || blob === "base64" || blob === "utf8";
  checkArgument(isKnown, 'The conversion "blob" must be one of: base64, utf8', blob);
}
