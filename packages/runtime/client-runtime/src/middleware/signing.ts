import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  FinalizeRequestMiddleware,
  MetadataBearer,
  Pluggable,
  RelativeMiddlewareOptions,
} from "@smithy/types";
import { requireHttpRequest } from "../http/http-request.js";

/** The position of the middleware that signs a request. */
export const signingPosition: RelativeMiddlewareOptions = {
  name: "httpSigningMiddleware",
  aliases: ["apiKeyMiddleware", "tokenMiddleware", "awsAuthMiddleware"],
  tags: ["HTTP_SIGNING"],
  relation: "after",
  toMiddleware: "retryMiddleware",
  override: true,
};

/** Signs every attempt with the scheme that was selected for the call. */
export const signingPlugin: Pluggable<object, MetadataBearer> = {
  applyToStack: (stack) => stack.addRelativeTo(signingMiddleware, signingPosition),
};

const signingMiddleware: FinalizeRequestMiddleware<object, MetadataBearer> =
  (next, context) => async (args) => {
    const selected = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme;
    if (selected === undefined) return next(args);
    const { identity, signer, httpAuthOption } = selected;
    const properties = httpAuthOption.signingProperties ?? {};
    const request = await signer.sign(requireHttpRequest(args.request), identity, properties);
    try {
      const result = await next({ ...args, request });
      signer.successHandler?.(result.response, properties);
      return result;
    } catch (error) {
      if (signer.errorHandler && error instanceof Error) signer.errorHandler(properties)(error);
      throw error;
    }
  };
