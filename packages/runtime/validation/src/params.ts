export { convertInput, parameterConversion } from "./params/convert-parameters.js";
export type { Conversions, Convertible } from "./params/convertible.js";
export type { ParameterPlugin } from "./params/parameter-plugin.js";
export {
  type ParameterIssue,
  ParameterValidationError,
} from "./params/parameter-validation-error.js";
export {
  checkInput,
  parameterValidation,
  type ParameterValidationOptions,
} from "./params/validate-parameters.js";
