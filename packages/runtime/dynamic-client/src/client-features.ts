import {
  accountIdEndpoints,
  hostPrefixes,
  unsignedPayload,
} from "@tinsmith/client-runtime/generated/v1";
import type { ClientFeature } from "@tinsmith/client-runtime/generated/v1";
import { contentMd5, httpChecksums } from "@tinsmith/client-runtime/generated/v1/checksums";
import { requestCompression } from "@tinsmith/client-runtime/generated/v1/compression";
import {
  eventErrors,
  eventStreams,
  http2,
} from "@tinsmith/client-runtime/generated/v1/event-streams";
import { digestChallenges } from "@tinsmith/client-runtime/generated/v1/http-auth";
import { serviceFeatures } from "@tinsmith/client-runtime/internal";
import { streamingBlobs } from "@tinsmith/client-runtime/generated/v1/streaming-blobs";
import type { Model, OperationShape, ServiceShape } from "@tinsmith/smithy";
import { knowsDigest } from "./auth-schemes.js";
import { behaviourOf, streamOf } from "./operation-behaviour.js";
import { propertyOf, stringOf, stringsOf } from "./node-values.js";
import { protocolTraitOf } from "./protocol-factories.js";

/** The parts of the pipeline that operations of the service ask for, in the order of a generated client. */
export const featuresOf = (
  model: Model,
  service: ServiceShape,
  operations: readonly OperationShape[],
  discovery: ClientFeature | undefined,
): readonly ClientFeature[] => {
  const behaviours = operations.map((operation) => behaviourOf(model, service, operation));
  const some = (is: (behaviour: (typeof behaviours)[number]) => unknown): boolean =>
    behaviours.some((behaviour) => Boolean(is(behaviour)));
  const uses: readonly (readonly [isUsed: boolean, feature: ClientFeature])[] = [
    [some(({ compression }) => compression), requestCompression],
    [some(({ checksum }) => checksum && !checksum.md5), httpChecksums],
    [some(({ checksum }) => checksum?.md5), contentMd5],
    [some((behaviour) => behaviour.unsignedPayload), unsignedPayload],
    [some(({ outputStream }) => outputStream), streamingBlobs],
    [true, hostPrefixes],
    [true, accountIdEndpoints],
    [needsHttp2(model, service, operations), http2],
    [operations.some(({ input }) => streamOf(model, input, "union")), eventStreams],
    [some(({ outputEventStream }) => outputEventStream), eventErrors],
    [knowsDigest(model, service), digestChallenges],
  ];
  const sdkId = stringOf(propertyOf(service.traits.get("aws.api#service"), "sdkId"));
  const ofService = serviceFeatures.get(sdkId ?? "");
  return [
    ...uses.flatMap(([isUsed, feature]) => (isUsed ? [feature] : [])),
    ...(discovery ? [discovery] : []),
    ...(ofService === undefined ? [] : [ofService]),
  ];
};

/** Events in both directions at a time go over HTTP/2, where the protocol has it. */
const needsHttp2 = (
  model: Model,
  { traits }: ServiceShape,
  operations: readonly OperationShape[],
): boolean => {
  const settings = traits.get(protocolTraitOf(traits) ?? "");
  const versions = [
    ...stringsOf(propertyOf(settings, "eventStreamHttp")),
    ...stringsOf(propertyOf(settings, "http")),
  ];
  return (
    versions.includes("h2") &&
    operations.some(
      ({ input, output }) => streamOf(model, input, "union") && streamOf(model, output, "union"),
    )
  );
};
