import type { EndpointParameters, MetadataBearer, SerializeMiddleware } from "@smithy/types";
import type { ApiClientConfig } from "../api/api-client-config.js";
import { operationOf } from "../client/call-operation.js";
import type { ClientFeature } from "../client/client-feature.js";
import type { EndpointProvider } from "../config/options.js";
import { collectEndpointParameters } from "./endpoint-parameters.js";
import { endpointPosition, givenEndpoint } from "./given-endpoint.js";

/** Resolves the endpoint of each call by the endpoint rules of a service. */
export const endpointRules =
  <Params extends EndpointParameters>(provider: EndpointProvider<Params>): ClientFeature =>
  ({ input, config }) => {
    config.endpoint = givenEndpoint(input as ApiClientConfig);
    const resolve: SerializeMiddleware<object, MetadataBearer> = (next, context) => {
      const { endpointParameters } = operationOf(context);
      return async (args) => {
        const parameters = await collectEndpointParameters(endpointParameters, args.input, config);
        // The instructions collect the parameters that the rules declare.
        context.endpointV2 = provider(parameters as Params);
        return next(args);
      };
    };
    return { applyToStack: (stack) => stack.addRelativeTo(resolve, endpointPosition) };
  };
