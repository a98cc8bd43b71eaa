import { accountIdEndpoints, hostPrefixes, unsignedPayload } from "@tinsmith/client-runtime";
import type { ClientFeature } from "@tinsmith/client-runtime";
import { contentMd5, httpChecksums } from "@tinsmith/client-runtime/checksums";
import { requestCompression } from "@tinsmith/client-runtime/compression";
import { endpointDiscovery } from "@tinsmith/client-runtime/endpoint-discovery";
import type { EndpointDiscoveryDefinition } from "@tinsmith/client-runtime/endpoint-discovery";
import { eventErrors, eventStreams, http2 } from "@tinsmith/client-runtime/event-streams";
import { digestChallenges } from "@tinsmith/client-runtime/http-auth";
import {
  apiGatewayJson,
  glacier,
  predictEndpoint,
  queueUrls,
  route53Ids,
} from "@tinsmith/client-runtime/services";
import { streamingBlobs } from "@tinsmith/client-runtime/streaming-blobs";
import type { OperationPlan, PlainFeature, ServicePlan } from "@tinsmith/service";

/**
 * Returns the parts of the pipeline that the plan lists, in its order.
 *
 * @param commandOf - returns the class of an operation's commands
 */
export function featuresOf(
  { features }: ServicePlan,
  commandOf: (operation: OperationPlan) => EndpointDiscoveryDefinition["command"],
): readonly ClientFeature[] {
  return features.map((feature) => {
    if (feature.kind !== "endpointDiscovery") return plainFeatures[feature.kind];
    const { operation, takes, error } = feature;
    return endpointDiscovery({
      command: commandOf(operation),
      takes,
      ...(error !== undefined && { error }),
    });
  });
}

const plainFeatures: Readonly<Record<PlainFeature, ClientFeature>> = {
  accountIdEndpoints,
  apiGatewayJson,
  contentMd5,
  digestChallenges,
  eventErrors,
  eventStreams,
  glacier,
  hostPrefixes,
  http2,
  httpChecksums,
  predictEndpoint,
  queueUrls,
  requestCompression,
  route53Ids,
  streamingBlobs,
  unsignedPayload,
};
