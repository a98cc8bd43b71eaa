import { code, declare, raw, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { validationEntry } from "../types/emit-validators.js";
import type { ClientPackages } from "./client-packages.js";

const paramsModule = `${validationEntry}/params`;

/**
 * Emits the validation and conversion of parameters, a separate entry that does not affect the size
 * of clients without it.
 */
export function emitParams(packages: ClientPackages): Code {
  const options = symbol("ParameterValidationOptions", paramsModule, { typeOnly: true });
  const plugin = symbol("ParameterPlugin", paramsModule, { typeOnly: true });
  return code`
    ${doc(undefined, {
      notes: [
        "A plugin that checks the parameters of each call against the model before anything is sent: `plugins: [validateParams()]`, or `client.middlewareStack.use(validateParams())`. A call with invalid parameters fails with {@link ParameterValidationError}, which lists all problems.",
      ],
    })}
    export const ${declare("validateParams")} = (options?: ${options}): ${plugin} =>
      ${symbol("parameterValidation", paramsModule)}(${symbol("constraints", `${packages.types}/constraints`)}, options);

    export {
      checkInput,
      convertInput,
      ParameterValidationError,
      parameterConversion as convertParams,
    } from ${raw(JSON.stringify(paramsModule))};
    export type {
      Conversions,
      Convertible,
      ParameterIssue,
      ParameterPlugin,
      ParameterValidationOptions,
    } from ${raw(JSON.stringify(paramsModule))};
  `;
}
