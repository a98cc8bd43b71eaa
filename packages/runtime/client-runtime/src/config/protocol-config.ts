import type { ClientProtocol, ServiceSchema } from "@tinsmith/protocols";
import type { ServiceDescription } from "../client/service-description.js";
import type { ProtocolInput, ProtocolSettings, SmithyProtocol } from "./protocol-input.js";

/** Returns true for protocols of `@tinsmith/protocols`. */
export const isOwnProtocol = (
  protocol: ClientProtocol | SmithyProtocol,
): protocol is ClientProtocol => "writeRequest" in protocol;

/** Returns the settings of a service for the AWS SDK's protocols. */
export const protocolSettings = (service: ServiceSchema): ProtocolSettings => ({
  defaultNamespace: service.namespace,
  errorTypeRegistries: [],
  version: service.version,
  serviceTarget: service.name,
  ...(service.xmlNamespace && { xmlNamespace: service.xmlNamespace[1] }),
});

/** Creates the protocol that the user configured. */
export const createProtocol = (
  input: ProtocolInput,
  settings: ProtocolSettings,
): ClientProtocol | SmithyProtocol =>
  // Each protocol class defines its own settings, so the user's settings are passed unchanged.
  typeof input === "function" ? Reflect.construct(input, [settings]) : input;

const protocols = new WeakMap<object, ClientProtocol>();

/**
 * Returns the protocol of a service. All clients of the service share it, with its compiled readers
 * and writers.
 */
export function protocolOf(
  service: Pick<ServiceDescription, "protocol" | "schema">,
): ClientProtocol {
  let protocol = protocols.get(service);
  if (protocol === undefined) {
    protocol = service.protocol(service.schema);
    protocols.set(service, protocol);
  }
  return protocol;
}
