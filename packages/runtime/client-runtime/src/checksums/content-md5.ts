import { Md5 } from "@smithy/core/checksum";
import type { BuildMiddleware, MetadataBearer } from "@smithy/types";
import type { ClientFeature, FeatureContext } from "../client/client-feature.js";
import { requireHttpRequest } from "../http/http-request.js";
import { isBuffered, toBytes } from "../streaming/stream-body.js";
import { computeChecksum } from "./algorithms.js";

/**
 * Adds `Content-MD5` to requests of operations that require a checksum.
 * Smithy: https://smithy.io/2.0/spec/http-bindings.html#httpchecksumrequired-trait
 */
export const contentMd5: ClientFeature = ({ definitionOf }) => ({
  applyToStack: (stack) =>
    stack.add(contentMd5Middleware(definitionOf), {
      name: "applyMd5BodyChecksumMiddleware",
      step: "build",
      tags: ["SET_CONTENT_MD5", "BODY_CHECKSUM"],
      override: true,
    }),
});

const contentMd5Middleware =
  (definitionOf: FeatureContext["definitionOf"]): BuildMiddleware<object, MetadataBearer> =>
  (next, context) => {
    if (!definitionOf(context).checksum?.md5) return next;
    return async (args) => {
      const { headers, body } = requireHttpRequest(args.request);
      if (headers["content-md5"] !== undefined) return next(args);
      if (!isBuffered(body)) {
        throw new TypeError(
          "The operation requires `Content-MD5`, which cannot be computed for a stream. Pass bytes.",
        );
      }
      headers["content-md5"] = await computeChecksum(Md5, toBytes(body));
      return next(args);
    };
  };
