import { awsJson1_0, awsJson1_1 } from "@tinsmith/protocols/aws-json/server";
import { awsQuery } from "@tinsmith/protocols/aws-query/server";
import { ec2Query } from "@tinsmith/protocols/ec2-query/server";
import { eventStreams } from "@tinsmith/protocols/event-streams";
import { restJson1 } from "@tinsmith/protocols/rest-json/server";
import { restXml } from "@tinsmith/protocols/rest-xml/server";
import { rpcv2Cbor } from "@tinsmith/protocols/rpcv2-cbor/server";
import { rpcv2Json } from "@tinsmith/protocols/rpcv2-json/server";
import type { ServerProtocolFactory } from "@tinsmith/protocols";
import type { ProtocolName } from "@tinsmith/service";
import type { DynamicProtocols } from "./protocol-extensions.js";
import type { ProtocolsOfService } from "./protocol-factories.js";

const factories: Readonly<Record<ProtocolName, ServerProtocolFactory>> = {
  awsJson1_0,
  awsJson1_1,
  awsQuery,
  ec2Query,
  restJson1,
  restXml,
  rpcv2Cbor,
  rpcv2Json,
};

/**
 * Returns the server side of each protocol of a service. Stubs use it to write responses.
 *
 * @param further - third-party protocols
 */
export function serverProtocolsOf(
  { protocols }: Pick<ProtocolsOfService, "protocols">,
  further: DynamicProtocols,
): readonly ServerProtocolFactory[] {
  return protocols.flatMap(({ id, name }): ServerProtocolFactory[] => {
    const factory = name === undefined ? further[id]?.server : factories[name];
    return factory === undefined
      ? []
      : [(service, options) => factory(service, { ...options, eventStreams })];
  });
}
