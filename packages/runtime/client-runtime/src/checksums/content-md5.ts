import { Md5 } from "@smithy/core/checksum";
import type { BuildMiddleware, MetadataBearer } from "@smithy/types";
import type { ClientFeature, FeatureContext } from "../client/client-feature.js";
import { requireHttpRequest } from "../http/http-request.js";
import { isWhole, wholeBytes } from "../streaming/stream-body.js";
import { checksumOf } from "./algorithms.js";

/**
 * `Content-MD5` on the requests of operations that insist on a checksum.
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
      if (!isWhole(body)) {
        throw new TypeError(
          "The operation wants `Content-MD5`, which a stream has only once it is read: pass bytes.",
        );
      }
      headers["content-md5"] = await checksumOf(Md5, wholeBytes(body));
      return next(args);
    };
  };
