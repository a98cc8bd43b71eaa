import type { ServicePlan } from "@tinsmith/service";
import { code, declare, raw, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { hasEndpointRules } from "./client-options.js";
import {
  clientModule,
  endpointParameters,
  exceptionClass,
  serviceDefaults,
  serviceInputs,
  serviceOutputs,
} from "./local-symbols.js";
import { protocolPart } from "../protocol-symbols.js";
import { correctsWhileReading, valueTypes } from "./protocol-factory.js";
import { runtime } from "./runtime-symbols.js";

/** Emits the factory that all commands of the service share. */
export function emitCommandFactory(plan: ServicePlan): Code {
  const { clientResolvedConfig } = plan.names;
  const hasDefaults =
    !correctsWhileReading(plan) &&
    plan.operations.some(
      ({ defaults, outputEventStream }) => defaults.client && !outputEventStream,
    );
  const config = symbol(clientResolvedConfig, clientModule(plan), { typeOnly: true });
  return code`
    ${doc(undefined, { notes: ["Creates the base class of the commands of an operation."] })}
    export const ${declare("command")} = ${raw("/* @__PURE__ */")} ${runtime("commandFactory")}<
      ${config},
      ${serviceInputs},
      ${serviceOutputs}
    >({
      clientName: ${literal(plan.names.client)},
      service: ${literal(plan.name)},
      ${hasEndpointRules(plan) && code`endpointParameters: ${endpointParameters},`}
      exception: ${exceptionClass(plan.names.exception)},
      ${plan.sensitive ? code`maskSensitive: ${runtime("maskSensitive")},` : undefined}
    });
    ${
      hasDefaults &&
      code`

        ${doc(undefined, { notes: ["Fills in the defaults of members, and required members that the service omitted."] })}
        export const ${declare(serviceDefaults.name)} = ${raw("/* @__PURE__ */")} ${protocolPart("clientDefaultsOf")}(${valueTypes(plan)});
      `
    }
  `;
}
