import type { ServicePlan } from "@tinsmith/service";
import { code, declare, raw, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { clientModule, endpointParameters, exceptionClass } from "./local-symbols.js";
import { runtime } from "./runtime-symbols.js";

/** Emits the factory that all commands of the service share. */
export function emitCommandFactory(plan: ServicePlan): Code {
  const fromClient = (name: string) => symbol(name, clientModule(plan), { typeOnly: true });
  return code`
    ${doc(undefined, { notes: ["Creates the base class of the commands of an operation."] })}
    export const ${declare("command")} = ${raw("/* @__PURE__ */")} ${runtime("commandFactory")}<
      ${fromClient(plan.names.clientResolvedConfig)},
      ${fromClient("ServiceInputTypes")},
      ${fromClient("ServiceOutputTypes")}
    >({
      clientName: ${literal(plan.names.client)},
      service: ${literal(plan.name)},
      endpointParameters: ${endpointParameters},
      exception: ${exceptionClass(plan.names.exception)},
      ${plan.sensitive ? code`maskSensitive: ${runtime("maskSensitive")},` : undefined}
    });
  `;
}
