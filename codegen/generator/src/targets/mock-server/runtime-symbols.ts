import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";
import type { ServicePlan } from "../../plan/service-plan.js";

/** What generated servers import from the runtime. */
export const runtime = {
  handler: typeOf("Handler", "@tinsmith/server-runtime"),
  server: symbol("Server", "@tinsmith/server-runtime"),
  serverOptions: typeOf("ServerOptions", "@tinsmith/server-runtime"),
  serviceDescription: typeOf("ServiceDescription", "@tinsmith/server-runtime"),
  serviceSchema: typeOf("ServiceSchema", "@tinsmith/protocols"),
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
  ["aws.protocols#awsQuery", symbol("awsQuery", "@tinsmith/protocols/aws-query")],
  ["aws.protocols#ec2Query", symbol("ec2Query", "@tinsmith/protocols/ec2-query")],
  ["aws.protocols#restJson1", symbol("restJson1", "@tinsmith/protocols/rest-json")],
  ["aws.protocols#restXml", symbol("restXml", "@tinsmith/protocols/rest-xml")],
  ["smithy.protocols#rpcv2Cbor", symbol("rpcv2Cbor", "@tinsmith/protocols/rpcv2-cbor")],
  ["smithy.protocols#rpcv2Json", symbol("rpcv2Json", "@tinsmith/protocols/rpcv2-json")],
]);

/** What the protocols of a service with event streams need beside. */
export const eventStreams = symbol("eventStreams", "@tinsmith/protocols/event-streams");

function typeOf(name: string, module: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
