import type { ClientFeature } from "../client-feature.js";
import { HttpRequest, requireHttpRequest } from "../http-request.js";

/** Machine Learning makes an endpoint for each model: `Predict` calls the one that its input names. */
export const predictEndpoint: ClientFeature = () => ({
  applyToStack: (stack) =>
    stack.add(
      (next) => (args) => {
        const endpoint: unknown = Reflect.get(args.input, "PredictEndpoint");
        if (typeof endpoint !== "string" || endpoint === "") return next(args);
        return next({ ...args, request: sentTo(endpoint, requireHttpRequest(args.request)) });
      },
      {
        name: "predictEndpointMiddleware",
        step: "build",
        tags: ["PREDICT_ENDPOINT"],
        override: true,
      },
    ),
});

/** @throws TypeError where the input names no URL */
const sentTo = (endpoint: string, request: HttpRequest): HttpRequest => {
  const { protocol, hostname, port, pathname } = new URL(endpoint);
  const changed = HttpRequest.clone(request);
  Object.assign(changed, { protocol, hostname, path: pathname });
  if (port === "") delete changed.port;
  else changed.port = Number(port);
  return changed;
};
