import { awsJson1_0, awsJson1_1 } from "@tinsmith/protocols/aws-json";
import { awsQuery } from "@tinsmith/protocols/aws-query";
import { ec2Query } from "@tinsmith/protocols/ec2-query";
import { eventStreams } from "@tinsmith/protocols/event-streams";
import { restJson1 } from "@tinsmith/protocols/rest-json";
import { restXml } from "@tinsmith/protocols/rest-xml";
import { rpcv2Cbor } from "@tinsmith/protocols/rpcv2-cbor";
import { rpcv2Json } from "@tinsmith/protocols/rpcv2-json";
import { simpleJson1_0, simpleJson1_1 } from "@tinsmith/protocols/simple-json";
import type { ClientProtocolFactory } from "@tinsmith/protocols";
import { protocolIds, protocolNames } from "@tinsmith/service";
import type { ClientPlan, ProtocolName, ProtocolPlan } from "@tinsmith/service";
import type { ShapeId } from "@tinsmith/smithy";
import type { DynamicProtocols } from "./protocol-extensions.js";

const factories: Readonly<Record<ProtocolName, ClientProtocolFactory>> = {
  awsJson1_0,
  awsJson1_1,
  awsQuery,
  ec2Query,
  restJson1,
  restXml,
  rpcv2Cbor,
  rpcv2Json,
};

/** The protocols of a service, in the order of preference. */
export interface ProtocolsOfService {
  readonly id: ShapeId;
  readonly protocols: readonly Pick<ProtocolPlan, "id" | "name">[];
}

/**
 * Returns the first protocol of a service that is known.
 *
 * @param further - third-party protocols
 * @throws TypeError if no protocol of the service is known
 */
export function protocolOf(
  { id, protocols }: ProtocolsOfService,
  further: DynamicProtocols,
): ClientProtocolFactory {
  for (const protocol of protocols) {
    const { name } = protocol;
    const factory = name === undefined ? further[protocol.id]?.client : factories[name];
    if (factory !== undefined) return (service) => factory(service, { eventStreams });
  }
  const found = protocols.map((protocol) => protocol.id).join(", ") || "none";
  const known = protocolNames.map((name) => protocolIds[name]).join(", ");
  throw new TypeError(
    `The service ${id} has no supported protocol. Found: ${found}. ` +
      `Expected one of: ${known}; or a protocol in the option "protocols".`,
  );
}

const simple: Readonly<Partial<Record<ProtocolName, ClientProtocolFactory>>> = {
  awsJson1_0: simpleJson1_0,
  awsJson1_1: simpleJson1_1,
};

/**
 * Returns the protocol of a service in the variant that does not convert values.
 *
 * @throws TypeError if the service does not have awsJson
 */
export function simpleJsonOf({ id, protocols }: ClientPlan): ClientProtocolFactory {
  const [found] = protocols.flatMap(({ name }) => (name && simple[name]) ?? []);
  if (found !== undefined) return (service) => found(service, { eventStreams });
  throw new TypeError(`The option simpleJson requires awsJson, which ${id} does not support.`);
}
