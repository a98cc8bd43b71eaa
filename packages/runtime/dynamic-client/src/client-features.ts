import {
  accountIdEndpoints,
  hashing,
  hostPrefixes,
  unsignedPayload,
} from "@tinsmith/client-runtime/generated/v1";
import type { ClientFeature } from "@tinsmith/client-runtime/generated/v1";
import { contentMd5, httpChecksums } from "@tinsmith/client-runtime/generated/v1/checksums";
import { requestCompression } from "@tinsmith/client-runtime/generated/v1/compression";
import { endpointDiscovery } from "@tinsmith/client-runtime/generated/v1/endpoint-discovery";
import type { EndpointDiscoveryDefinition } from "@tinsmith/client-runtime/generated/v1/endpoint-discovery";
import {
  eventErrors,
  eventStreams,
  http2,
} from "@tinsmith/client-runtime/generated/v1/event-streams";
import { digestChallenges } from "@tinsmith/client-runtime/generated/v1/http-auth";
import {
  apiGatewayJson,
  customerKeys,
  glacier,
  headerTexts,
  presignedCopies,
  queueUrls,
  route53Ids,
} from "@tinsmith/client-runtime/generated/v1/services";
import {
  payloadBlobs,
  streamingBlobs,
} from "@tinsmith/client-runtime/generated/v1/streaming-blobs";
import type { ClientPlan, OperationPlan, PlainFeature } from "@tinsmith/service";

/**
 * Returns the features of the client in the order of the plan.
 *
 * @param commandOf - returns the command class of an operation
 */
export function featuresOf(
  { features }: ClientPlan,
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
  customerKeys,
  digestChallenges,
  eventErrors,
  eventStreams,
  glacier,
  hashing,
  headerTexts,
  hostPrefixes,
  http2,
  httpChecksums,
  payloadBlobs,
  presignedCopies,
  queueUrls,
  requestCompression,
  route53Ids,
  streamingBlobs,
  unsignedPayload,
};
