export { convertInput, parameterConversion } from "./convert-parameters.js";
export type { Conversions, Convertible } from "./convertible.js";
export type { ParameterPlugin } from "./parameter-plugin.js";
export { type ParameterIssue, ParameterValidationError } from "./parameter-validation-error.js";
export {
  checkInput,
  parameterValidation,
  type ParameterValidationOptions,
} from "./validate-parameters.js";
