import type { FactoryReference, ProtocolName, ProtocolPlan, ServicePlan } from "@tinsmith/service";
import { symbol } from "../code/code.js";
import type { CodeSymbol } from "../code/code.js";
import type { PackageDependency } from "../generator.js";
import { packageOf } from "../package-of.js";

/** The entries of the package of protocols, by the name of the protocol. */
const entries: Readonly<Record<ProtocolName, string>> = {
  awsJson1_0: "aws-json",
  awsJson1_1: "aws-json",
  awsQuery: "aws-query",
  ec2Query: "ec2-query",
  restJson1: "rest-json",
  restXml: "rest-xml",
  rpcv2Cbor: "rpcv2-cbor",
  rpcv2Json: "rpcv2-json",
};

/** The entry for generated code, which stays stable while the rest of the package changes. */
export const protocolsEntry = "@tinsmith/protocols/generated/v1";

/** Returns the client half of a protocol, or `undefined` if the protocol is unknown. */
export function clientProtocol({ name, extension }: ProtocolPlan): CodeSymbol | undefined {
  if (name !== undefined) return symbol(name, `${protocolsEntry}/${entries[name]}`);
  return imported(extension?.factories?.client);
}

/** Returns the function that assembles the client half of a JSON protocol from its parts. */
export function assembledProtocol(name: ProtocolName): CodeSymbol {
  // The entry with the parts also has the functions of awsJson: one file less to load.
  const entry = entries[name] === "aws-json" ? "parts" : entries[name];
  return symbol(`${name}Of`, `${protocolsEntry}/${entry}`);
}

/** Returns the symbol of a part of JSON protocols. */
export function protocolPart(name: string): CodeSymbol {
  return symbol(name, `${protocolsEntry}/parts`);
}

/** Returns the server half of a protocol. */
export function serverProtocol({ name, extension }: ProtocolPlan): CodeSymbol | undefined {
  if (name !== undefined) return symbol(name, `${protocolsEntry}/${entries[name]}/server`);
  return imported(extension?.factories?.server);
}

function imported(factory: FactoryReference | undefined): CodeSymbol | undefined {
  return factory && symbol(factory.name, factory.module);
}

/** Returns the first supported protocol of a service; generated clients use it. */
export function preferredProtocol({ protocols }: ServicePlan): ProtocolPlan | undefined {
  return protocols.find((protocol) => clientProtocol(protocol) !== undefined);
}

/** Returns the packages of a service's protocols, except the package of the built-in ones. */
export function protocolPackages(
  { protocols }: ServicePlan,
  ...halves: readonly ("client" | "server")[]
): readonly PackageDependency[] {
  const modules = protocols.flatMap(({ extension: { factories } = {} }) =>
    factories === undefined ? [] : halves.map((half) => factories[half].module),
  );
  return [...new Set(modules.map(packageOf))].map((name) => ({ name }));
}

/** Returns the error for a service without a supported protocol, which a build leaves out. */
export function noProtocol({ id }: ServicePlan): Error {
  return new Error(`The service ${id} has no supported protocol.`);
}

/** The support for event streams, passed to the protocols of services that have any. */
export const eventStreams = symbol("eventStreams", `${protocolsEntry}/event-streams`);

/** The support for default values of missing members. */
export const clientDefaults = symbol("clientDefaults", `${protocolsEntry}/defaults`);
export const clientStreamDefaults = symbol("clientStreamDefaults", `${protocolsEntry}/defaults`);
export const serverDefaults = symbol("serverDefaults", `${protocolsEntry}/defaults`);
