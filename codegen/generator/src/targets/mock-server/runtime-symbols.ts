import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";
import type { ServicePlan } from "../../plan/service-plan.js";

/** What generated servers import from the runtime. */
export const runtime = {
  handler: typeOf("Handler", "@tinsmith/server-runtime"),
  server: symbol("Server", "@tinsmith/server-runtime"),
  serverOptions: typeOf("ServerOptions", "@tinsmith/server-runtime"),
  serviceDescription: typeOf("ServiceDescription", "@tinsmith/server-runtime"),
  serviceError: symbol("ServiceError", "@tinsmith/server-runtime"),
  serviceErrorData: typeOf("ServiceErrorData", "@tinsmith/server-runtime"),
  examples: typeOf("Examples", "@tinsmith/server-runtime/samples"),
  sampleResponder: symbol("sampleResponder", "@tinsmith/server-runtime/samples"),
} as const;

/** The name of the interface of a service's handlers. */
export const handlersName = (plan: ServicePlan): string => `${plan.names.base}Handlers`;

/** The protocols that a server can speak, by their trait. */
export const protocolSymbols: ReadonlyMap<string, CodeSymbol> = new Map([
  ["aws.protocols#awsJson1_0", symbol("awsJson1_0", "@tinsmith/protocols/aws-json")],
  ["aws.protocols#awsJson1_1", symbol("awsJson1_1", "@tinsmith/protocols/aws-json")],
]);

function typeOf(name: string, module: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
