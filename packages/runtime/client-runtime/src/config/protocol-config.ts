import type { ClientProtocol, ServiceSchema } from "@tinsmith/protocols";
import type { ServiceDescription } from "../client/service-description.js";
import type { ProtocolInput, ProtocolSettings, SmithyProtocol } from "./protocol-input.js";

/** Whether the protocol is one of `@tinsmith/protocols`. */
export const isOwnProtocol = (
  protocol: ClientProtocol | SmithyProtocol,
): protocol is ClientProtocol => "writeRequest" in protocol;

/** The settings that the AWS SDK's protocols want for a service. */
export const protocolSettings = (service: ServiceSchema): ProtocolSettings => ({
  defaultNamespace: service.namespace,
  errorTypeRegistries: [],
  version: service.version,
  serviceTarget: service.name,
  ...(service.xmlNamespace && { xmlNamespace: service.xmlNamespace[1] }),
});

/** Constructs the protocol that a user chose. */
export const createProtocol = (
  input: ProtocolInput,
  settings: ProtocolSettings,
): ClientProtocol | SmithyProtocol =>
  // The settings of a protocol class are its own affair; those a user gives are handed on unchanged.
  typeof input === "function" ? Reflect.construct(input, [settings]) : input;

const protocols = new WeakMap<object, ClientProtocol>();

/** The protocol of a service. All its clients share one, and the readers and writers that it has made. */
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
