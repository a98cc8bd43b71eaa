import type { ClientFeature } from "../client/client-feature.js";
import { requireHttpRequest } from "../http/http-request.js";

/**
 * Excludes the body from the signature of operations with the trait `@unsignedPayload`.
 * Smithy: https://smithy.io/2.0/aws/aws-auth.html#aws-auth-unsignedpayload-trait
 */
export const unsignedPayload: ClientFeature = ({ definitionOf }) => ({
  applyToStack: (stack) =>
    stack.add(
      (next, context) => {
        if (definitionOf(context).unsignedPayload !== true) return next;
        return (args) => {
          requireHttpRequest(args.request).headers["x-amz-content-sha256"] ??= "UNSIGNED-PAYLOAD";
          return next(args);
        };
      },
      {
        name: "unsignedPayloadMiddleware",
        step: "build",
        tags: ["UNSIGNED_PAYLOAD"],
        override: true,
      },
    ),
});
