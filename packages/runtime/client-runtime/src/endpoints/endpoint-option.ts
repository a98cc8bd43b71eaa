import type { Endpoint, EndpointV2, MetadataBearer, SerializeMiddleware } from "@smithy/types";
import type { ApiClientConfig } from "../api/api-client-config.js";
import type { ClientFeature } from "../client/client-feature.js";
import { endpointPosition, givenEndpoint, urlOfEndpoint } from "./given-endpoint.js";

/** Sends calls to the endpoint that the option `endpoint` names. */
export const endpointOption: ClientFeature = ({ input, config }) => {
  config.endpoint = givenEndpoint(input as ApiClientConfig);
  let known: Endpoint | undefined;
  let resolved: EndpointV2 | undefined;
  const resolve: SerializeMiddleware<object, MetadataBearer> = (next, context) => async (args) => {
    const given = await config.endpoint?.();
    if (given === undefined) {
      throw new TypeError(
        `The endpoint is missing: pass \`endpoint\`, the URL of the service, to ${context.clientName}.`,
      );
    }
    if (resolved === undefined || given !== known) {
      resolved = { url: new URL(urlOfEndpoint(given)) };
      known = given;
    }
    context.endpointV2 = resolved;
    return next(args);
  };
  return { applyToStack: (stack) => stack.addRelativeTo(resolve, endpointPosition) };
};
