import type { FactoryReference, ProtocolPlan, ServicePlan } from "@tinsmith/service";
import { symbol } from "../code/code.js";
import type { CodeSymbol } from "../code/code.js";
import type { PackageDependency } from "../generator.js";
import { packageOf } from "../project/resolve-module.js";

/** The protocols that there are, by their trait: the one place that knows where they are. */
const protocols: readonly (readonly [id: string, name: string, entry: string])[] = [
  ["aws.protocols#awsJson1_0", "awsJson1_0", "aws-json"],
  ["aws.protocols#awsJson1_1", "awsJson1_1", "aws-json"],
  ["aws.protocols#awsQuery", "awsQuery", "aws-query"],
  ["aws.protocols#ec2Query", "ec2Query", "ec2-query"],
  ["aws.protocols#restJson1", "restJson1", "rest-json"],
  ["aws.protocols#restXml", "restXml", "rest-xml"],
  ["smithy.protocols#rpcv2Cbor", "rpcv2Cbor", "rpcv2-cbor"],
  ["smithy.protocols#rpcv2Json", "rpcv2Json", "rpcv2-json"],
];

const shipped = new Map(protocols.map(([id, name, entry]) => [id, { name, entry }]));

/** The half of a protocol that clients speak; nothing of a protocol that nobody knows. */
export function clientProtocol({ id, extension }: ProtocolPlan): CodeSymbol | undefined {
  const known = shipped.get(id);
  if (known !== undefined) return symbol(known.name, `@tinsmith/protocols/${known.entry}`);
  return imported(extension?.factories?.client);
}

/** The half of a protocol that servers speak. */
export function serverProtocol({ id, extension }: ProtocolPlan): CodeSymbol | undefined {
  const known = shipped.get(id);
  if (known !== undefined) return symbol(known.name, `@tinsmith/protocols/${known.entry}/server`);
  return imported(extension?.factories?.server);
}

function imported(factory: FactoryReference | undefined): CodeSymbol | undefined {
  return factory && symbol(factory.name, factory.module);
}

/** The first of a service's protocols that somebody speaks: what a generated client does. */
export function preferredProtocol({ protocols: offered }: ServicePlan): ProtocolPlan | undefined {
  return offered.find((protocol) => clientProtocol(protocol) !== undefined);
}

/** The packages of a service's protocols, apart from that of the shipped ones. */
export function protocolPackages(
  { protocols: offered }: ServicePlan,
  ...halves: readonly ("client" | "server")[]
): readonly PackageDependency[] {
  const modules = offered.flatMap(({ extension: { factories } = {} }) =>
    factories === undefined ? [] : halves.map((half) => factories[half].module),
  );
  return [...new Set(modules.map(packageOf))].map((name) => ({ name }));
}

/** The error of a service none of whose protocols is known. */
export function noProtocol({ id, protocols: offered }: ServicePlan): Error {
  const found = offered.map((protocol) => protocol.id).join(", ") || "none";
  return new Error(
    `No protocol of the service ${id} is known. Found: ${found}. Expected one of: ` +
      `${[...shipped.keys()].join(", ")}; or name the module of another protocol in "plugins" (defineProtocol of @tinsmith/codegen)`,
  );
}

/** What protocols of a service with event streams are given. */
export const eventStreams = symbol("eventStreams", "@tinsmith/protocols/event-streams");

/** What fills in what the model says of members that are missing. */
export const clientDefaults = symbol("clientDefaults", "@tinsmith/protocols/defaults");
export const clientStreamDefaults = symbol("clientStreamDefaults", "@tinsmith/protocols/defaults");
export const serverDefaults = symbol("serverDefaults", "@tinsmith/protocols/defaults");
