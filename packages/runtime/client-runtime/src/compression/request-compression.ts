import { normalizeProvider } from "@smithy/core/transport";
import type { BuildMiddleware, MetadataBearer, Provider } from "@smithy/types";
import type { ClientFeature } from "../client/client-feature.js";
import { gzip, gzipWhole } from "./gzip.js";
import type { Configurable } from "../config/options.js";
import type { ServiceClientConfig } from "../config/client-config.js";
import { requireHttpRequest } from "../http/http-request.js";
import { toStream } from "../node/streams.js";
import { chunksOf, isWhole, wholeBytes } from "../streaming/stream-body.js";

/** Options of clients of services that take compressed requests. */
export interface RequestCompressionConfig {
  /** Sends all requests as they are. Default `false`. */
  disableRequestCompression?: Configurable<boolean> | undefined;
  /** From how many bytes on a body is compressed, 0 to 10485760. Default 10240. Streams always are. */
  requestMinCompressionSizeBytes?: Configurable<number> | undefined;
}

/** What {@link RequestCompressionConfig} becomes in `client.config`. */
export interface RequestCompressionResolvedConfig {
  disableRequestCompression: Provider<boolean>;
  requestMinCompressionSizeBytes: Provider<number>;
}

const DEFAULT_SIZE = 10_240;
const LARGEST_SIZE = 10_485_760;

/**
 * Compresses the requests of operations that allow it.
 * Smithy: https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait
 */
export const requestCompression: ClientFeature = ({ input, config, platform, definitionOf }) => {
  const options: ServiceClientConfig & RequestCompressionConfig = input;
  const settings = platform.settings(config);
  const disabled = settings.text("AWS_DISABLE_REQUEST_COMPRESSION", "disable_request_compression");
  const size = settings.text(
    "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
    "request_min_compression_size_bytes",
  );
  const resolved: RequestCompressionResolvedConfig = {
    disableRequestCompression: normalizeProvider(
      options.disableRequestCompression ?? (async () => (await disabled()) === "true"),
    ),
    requestMinCompressionSizeBytes: normalizeProvider(
      options.requestMinCompressionSizeBytes ??
        (async () => Number((await size()) ?? DEFAULT_SIZE)),
    ),
  };
  Object.assign(config, resolved);
  const middleware: BuildMiddleware<object, MetadataBearer> = (next, context) => {
    if (!definitionOf(context).compression?.includes("gzip")) return next;
    return async (args) => {
      const request = requireHttpRequest(args.request);
      const { headers } = request;
      const body: unknown = request.body;
      if (body === undefined || (await resolved.disableRequestCompression())) return next(args);
      if (!isWhole(body)) request.body = toStream(gzip(chunksOf(body)));
      else {
        const bytes = wholeBytes(body);
        if (bytes.byteLength < (await smallestSize(resolved))) return next(args);
        request.body = await gzipWhole(bytes);
      }
      const encoding = headers["content-encoding"];
      headers["content-encoding"] = encoding ? `${encoding}, gzip` : "gzip";
      delete headers["content-length"];
      return next(args);
    };
  };
  return {
    applyToStack: (stack) =>
      stack.add(middleware, {
        name: "compressionMiddleware",
        step: "build",
        priority: "high",
        tags: ["REQUEST_BODY_COMPRESSION", "GZIP"],
        override: true,
      }),
  };
};

/** @throws RangeError where the size is not one that services agree on */
async function smallestSize(config: RequestCompressionResolvedConfig): Promise<number> {
  const size = await config.requestMinCompressionSizeBytes();
  if (Number.isInteger(size) && size >= 0 && size <= LARGEST_SIZE) return size;
  throw new RangeError(
    `requestMinCompressionSizeBytes has to be a whole number from 0 to ${LARGEST_SIZE}; it is ${size}.`,
  );
}
