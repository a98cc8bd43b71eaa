import type { BuildMiddleware, MetadataBearer } from "@smithy/types";
import type { FeatureContext } from "../client/client-feature.js";
import { HttpRequest, requireHttpRequest } from "../http/http-request.js";
import { toStream } from "../node/streams.js";
import type { ChecksumDefinition } from "../client/operation-definition.js";
import { chunksOf, isBuffered, toBytes } from "../streaming/stream-body.js";
import { checksumHeader, computeChecksum, DEFAULT_ALGORITHM } from "./algorithms.js";
import type { ChecksumClass } from "./algorithms.js";
import { awsChunked } from "./aws-chunked.js";
import type { ChecksumResolvedConfig, ChecksumUse } from "./checksum-config.js";

type Middleware = BuildMiddleware<object, MetadataBearer>;

/** Adds a checksum to a request: as a header for buffered bodies, as a trailer for streams. */
export const requestChecksum =
  (
    { requestChecksumCalculation, checksumAlgorithms }: ChecksumResolvedConfig,
    definitionOf: FeatureContext["definitionOf"],
  ): Middleware =>
  (next, context) => {
    const { checksum } = definitionOf(context);
    if (checksum === undefined || checksum.md5) return next;
    return async (args) => {
      const request = requireHttpRequest(args.request);
      const { headers } = request;
      // The caller has already set a checksum.
      if (Object.keys(headers).some((name) => name.startsWith("x-amz-checksum-"))) {
        return next(args);
      }
      const algorithm = chosenAlgorithm(checksum, args.input, await requestChecksumCalculation());
      if (algorithm === undefined) return next(args);
      const [, algorithmHeader] = checksum.algorithmMember ?? [];
      if (algorithmHeader !== undefined) headers[algorithmHeader] = algorithm;
      const Checksum = requireAlgorithm(checksumAlgorithms, algorithm);
      return next({ ...args, request: await withChecksum(request, algorithm, Checksum) });
    };
  };

function chosenAlgorithm(
  { algorithmMember, required }: ChecksumDefinition,
  input: object,
  use: ChecksumUse,
): string | undefined {
  const chosen: unknown = algorithmMember && Reflect.get(input, algorithmMember[0]);
  if (typeof chosen === "string") return chosen;
  const needed = required || (algorithmMember !== undefined && use === "WHEN_SUPPORTED");
  return needed ? DEFAULT_ALGORITHM : undefined;
}

/** @throws TypeError if the algorithm is unknown */
function requireAlgorithm(
  algorithms: ChecksumResolvedConfig["checksumAlgorithms"],
  name: string,
): ChecksumClass {
  const found = algorithms[name];
  if (found !== undefined) return found;
  throw new TypeError(
    `Unknown checksum algorithm "${name}". Expected one of: ${Object.keys(algorithms).join(", ")}. Pass others to the client as \`checksumAlgorithms\`.`,
  );
}

async function withChecksum(
  request: HttpRequest,
  algorithm: string,
  Checksum: ChecksumClass,
): Promise<HttpRequest> {
  const name = checksumHeader(algorithm);
  const changed = HttpRequest.clone(request);
  const { headers } = changed;
  const body: unknown = request.body;
  if (isBuffered(body)) {
    headers[name] = await computeChecksum(Checksum, toBytes(body));
    return changed;
  }
  const encoding = headers["content-encoding"];
  const length = headers["content-length"];
  delete headers["content-length"];
  Object.assign(headers, {
    "content-encoding": encoding ? `${encoding},aws-chunked` : "aws-chunked",
    "transfer-encoding": "chunked",
    "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "x-amz-trailer": name,
    ...(length !== undefined && { "x-amz-decoded-content-length": length }),
  });
  changed.body = toStream(awsChunked(chunksOf(body), Checksum, name));
  return changed;
}
