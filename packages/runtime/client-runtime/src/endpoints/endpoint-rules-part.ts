import type { EndpointParameters, MetadataBearer, SerializeMiddleware } from "@smithy/types";
import type { ApiClientConfig } from "../api/api-client-config.js";
import { operationOf } from "../client/call-operation.js";
import type { ClientFeature } from "../client/client-feature.js";
import type { EndpointProvider } from "../config/options.js";
import { collectEndpointParameters } from "./endpoint-parameters.js";
import { endpointPosition } from "./endpoint-position.js";
import { toEndpoint } from "./to-endpoint.js";

/** Resolves the endpoint of each call by the endpoint rules of a service. */
export const endpointRules =
  <Params extends EndpointParameters>(provider: EndpointProvider<Params>): ClientFeature =>
  ({ input, config }) => {
    const { endpoint } = input as ApiClientConfig;
    if (endpoint !== undefined) {
      config.endpoint = async () =>
        toEndpoint(String(typeof endpoint === "function" ? await endpoint() : endpoint));
    }
    const resolve: SerializeMiddleware<object, MetadataBearer> = (next, context) => {
      const { endpointParameters } = operationOf(context);
      return async (args) => {
        const parameters = await collectEndpointParameters(endpointParameters, args.input, config);
        // The instructions collect the parameters that the rules declare.
        const resolved = provider(parameters as Params);
        context.endpointV2 = resolved;
        const { headers } = toEndpoint(resolved);
        if (headers !== undefined) context["endpointHeaders"] = headers;
        return next(args);
      };
    };
    return { applyToStack: (stack) => stack.addRelativeTo(resolve, endpointPosition) };
  };
