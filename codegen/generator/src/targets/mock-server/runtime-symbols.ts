import type { ServicePlan } from "@tinsmith/service";
import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";
import { protocolsEntry } from "../protocol-symbols.js";

/** The entry of the runtime for generated servers; some parts have separate entries. */
const module = "@tinsmith/server-runtime/generated/v1";

/** The symbols that generated servers import from the runtime. */
export const runtime = {
  handler: typeOf("Handler", module),
  mockServerOptions: symbol("mockServerOptions", module),
  server: symbol("Server", module),
  serverOptions: typeOf("ServerOptions", module),
  serviceDescription: typeOf("ServiceDescription", module),
  serviceSchema: typeOf("ServiceSchema", protocolsEntry),
  serviceError: symbol("ServiceError", module),
  serviceErrorData: typeOf("ServiceErrorData", module),
  examples: typeOf("Examples", `${module}/samples`),
  resourceDescription: typeOf("ResourceDescription", `${module}/resources`),
  resourceBehavior: symbol("resourceBehavior", `${module}/resources`),
  sampleResponder: symbol("sampleResponder", `${module}/samples`),
} as const;

/** Returns the name of the interface of a service's handlers. */
export const handlersName = (plan: ServicePlan): string => `${plan.names.base}Handlers`;

function typeOf(name: string, module: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
