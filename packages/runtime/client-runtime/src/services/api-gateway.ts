import type { ClientFeature } from "../client/client-feature.js";
import { requireHttpRequest } from "../http/http-request.js";

/** Requests plain JSON, because API Gateway responds with HAL by default. */
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
