import type { ClientFeature } from "../client/client-feature.js";
import { requireHttpRequest } from "../http/http-request.js";

/** API Gateway answers in HAL unless a request asks for plain JSON. */
export const apiGatewayJson: ClientFeature = () => ({
  applyToStack: (stack) =>
    stack.add(
      (next) => (args) => {
        requireHttpRequest(args.request).headers["accept"] ??= "application/json";
        return next(args);
      },
      { name: "acceptHeaderMiddleware", step: "build", tags: ["ACCEPT"], override: true },
    ),
});
