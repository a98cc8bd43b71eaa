import type { EndpointV2, MetadataBearer, SerializeMiddleware } from "@smithy/types";
import type { ApiClientConfig } from "../api/api-client-config.js";
import type { ClientFeature } from "../client/client-feature.js";
import { endpointPosition } from "./endpoint-position.js";

/** Sends calls to the endpoint that the option `endpoint` names. */
export const endpointOption: ClientFeature = ({ config }) => {
  let known: EndpointV2 | undefined;
  const resolve: SerializeMiddleware<object, MetadataBearer> = (next, context) => async (args) => {
    // Read for each call, because another endpoint may be assigned to the configuration.
    const { endpoint }: Pick<ApiClientConfig, "endpoint"> = config as object;
    const given = typeof endpoint === "function" ? await endpoint() : endpoint;
    if (given === undefined) {
      throw new TypeError(
        `The endpoint is missing: pass \`endpoint\`, the URL of the service, to ${context.clientName}.`,
      );
    }
    const url = new URL(given);
    if (known?.url.href !== url.href) known = { url };
    context.endpointV2 = known;
    return next(args);
  };
  return { applyToStack: (stack) => stack.addRelativeTo(resolve, endpointPosition) };
};
