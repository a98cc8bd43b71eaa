import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  EndpointV2,
  HandlerExecutionContext,
  MetadataBearer,
  Pluggable,
  SerializeMiddleware,
} from "@smithy/types";
import { operationOf } from "../call-operation.js";
import { toEndpoint } from "../endpoints/to-endpoint.js";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { collectEndpointParameters } from "../endpoints/endpoint-parameters.js";

/** Finds the endpoint of each call and tells the signer what the endpoint says of signing. */
export const endpointPlugin = (
  config: ResolvedServiceClientConfig,
): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.addRelativeTo(endpointMiddleware(config), {
      name: "endpointV2Middleware",
      tags: ["ENDPOINT_PARAMETERS", "ENDPOINT_V2", "ENDPOINT"],
      relation: "before",
      toMiddleware: "serializerMiddleware",
      override: true,
    }),
});

const endpointMiddleware = (
  config: ResolvedServiceClientConfig,
): SerializeMiddleware<object, MetadataBearer> => {
  let configured: ResolvedServiceClientConfig | undefined;
  return (next, context) => {
    const { endpointParameters } = operationOf(context);
    return async (args) => {
      const effective = config.isCustomEndpoint
        ? config
        : (configured ??= await withConfiguredEndpoint(config));
      const parameters = await collectEndpointParameters(endpointParameters, args.input, effective);
      const endpoint = effective.endpointProvider(parameters, { logger: config.logger });
      context.endpointV2 = effective.isCustomEndpoint
        ? await withCustomHeaders(endpoint, effective)
        : endpoint;
      applyAuthScheme(context);
      return next(args);
    };
  };
};

/** An endpoint in the environment or the profile counts like one in the code, but comes after it. */
const withConfiguredEndpoint = async (
  config: ResolvedServiceClientConfig,
): Promise<ResolvedServiceClientConfig> => {
  const url = config.ignoreConfiguredEndpointUrls
    ? undefined
    : await config.serviceConfiguredEndpoint();
  if (url === undefined) return config;
  const endpoint = toEndpoint(url);
  return Object.create(config, {
    isCustomEndpoint: { value: true },
    endpoint: { value: async () => endpoint },
  });
};

const withCustomHeaders = async (
  endpoint: EndpointV2,
  config: ResolvedServiceClientConfig,
): Promise<EndpointV2> => {
  const { headers: custom } = (await config.endpoint?.()) ?? {};
  if (custom === undefined) return endpoint;
  const headers = Object.entries(custom).map(([name, value]) => [name, [value]]);
  return { ...endpoint, headers: { ...endpoint.headers, ...Object.fromEntries(headers) } };
};

const applyAuthScheme = (context: HandlerExecutionContext): void => {
  const schemes = context.endpointV2?.properties?.authSchemes;
  const scheme = schemes?.[0];
  if (schemes === undefined || scheme === undefined) return;
  context.authSchemes = schemes;
  context["signing_region"] = scheme.signingRegion;
  context["signing_service"] = scheme.signingName;
  const option = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme?.httpAuthOption;
  if (option === undefined) return;
  option.signingProperties = {
    ...option.signingProperties,
    signing_region: scheme.signingRegion,
    signingRegion: scheme.signingRegion,
    signing_service: scheme.signingName,
    signingName: scheme.signingName,
    signingRegionSet: scheme.signingRegionSet,
    ...scheme.properties,
  };
};
