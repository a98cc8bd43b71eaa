import { normalizeProvider } from "@smithy/core/transport";
import type { BuildMiddleware, MetadataBearer, Provider } from "@smithy/types";
import type { ClientFeature } from "../client/client-feature.js";
import { gzip, gzipBytes } from "./gzip.js";
import type { Configurable } from "../config/options.js";
import type { ServiceClientConfig } from "../config/client-config.js";
import { requireHttpRequest } from "../http/http-request.js";
import { toStream } from "../node/streams.js";
import { chunksOf, isBuffered, toBytes } from "../streaming/stream-body.js";

/** Options of clients whose service accepts compressed requests. */
export interface RequestCompressionConfig {
  /** Turns off compression. Default `false`. */
  disableRequestCompression?: Configurable<boolean> | undefined;
  /**
   * The minimum size in bytes of a body to be compressed, from 0 to 10485760. Default 10240.
   * Streams are always compressed.
   */
  requestMinCompressionSizeBytes?: Configurable<number> | undefined;
}

/** {@link RequestCompressionConfig} as resolved in `client.config`. */
export interface RequestCompressionResolvedConfig {
  disableRequestCompression: Provider<boolean>;
  requestMinCompressionSizeBytes: Provider<number>;
}

const DEFAULT_SIZE = 10_240;
const MAX_SIZE = 10_485_760;

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
      if (!isBuffered(body)) request.body = toStream(gzip(chunksOf(body)));
      else {
        const bytes = toBytes(body);
        if (bytes.byteLength < (await readMinSize(resolved))) return next(args);
        request.body = await gzipBytes(bytes);
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

/** @throws RangeError if the size is outside of the range in the specification */
async function readMinSize(config: RequestCompressionResolvedConfig): Promise<number> {
  const size = await config.requestMinCompressionSizeBytes();
  if (Number.isInteger(size) && size >= 0 && size <= MAX_SIZE) return size;
  throw new RangeError(
    `requestMinCompressionSizeBytes must be an integer from 0 to ${MAX_SIZE}. Received ${size}.`,
  );
}
