import type { ServicePlan } from "@tinsmith/service";
import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";
import { protocolsEntry } from "../protocol-symbols.js";

/** What generated servers import from the runtime. */
export const runtime = {
  handler: typeOf("Handler", "@tinsmith/server-runtime"),
  server: symbol("Server", "@tinsmith/server-runtime"),
  serverOptions: typeOf("ServerOptions", "@tinsmith/server-runtime"),
  serviceDescription: typeOf("ServiceDescription", "@tinsmith/server-runtime"),
  serviceSchema: typeOf("ServiceSchema", protocolsEntry),
  serviceError: symbol("ServiceError", "@tinsmith/server-runtime"),
  serviceErrorData: typeOf("ServiceErrorData", "@tinsmith/server-runtime"),
  examples: typeOf("Examples", "@tinsmith/server-runtime/samples"),
  resourceDescription: typeOf("ResourceDescription", "@tinsmith/server-runtime/resources"),
  resourceBehaviour: symbol("resourceBehaviour", "@tinsmith/server-runtime/resources"),
  sampleResponder: symbol("sampleResponder", "@tinsmith/server-runtime/samples"),
} as const;

/** The name of the interface of a service's handlers. */
export const handlersName = (plan: ServicePlan): string => `${plan.names.base}Handlers`;

/** What the protocols of a service with event streams need beside. */

function typeOf(name: string, module: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
