import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  EndpointV2,
  HandlerExecutionContext,
  MetadataBearer,
  Pluggable,
  SerializeMiddleware,
} from "@smithy/types";
import { operationOf } from "../client/call-operation.js";
import { endpointPosition } from "../endpoints/endpoint-position.js";
import { toEndpoint } from "../endpoints/to-endpoint.js";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { collectEndpointParameters } from "../endpoints/endpoint-parameters.js";

/** Resolves the endpoint of each call, and applies its signing properties. */
export const endpointPlugin = (
  config: ResolvedServiceClientConfig,
): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) => stack.addRelativeTo(endpointMiddleware(config), endpointPosition),
});

function endpointMiddleware(
  config: ResolvedServiceClientConfig,
): SerializeMiddleware<object, MetadataBearer> {
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
      applyAuthScheme(context, config);
      return next(args);
    };
  };
}

/**
 * Applies an endpoint of the environment or the profile. It counts as a custom endpoint, after one
 * in code.
 */
async function withConfiguredEndpoint(
  config: ResolvedServiceClientConfig,
): Promise<ResolvedServiceClientConfig> {
  const url = config.ignoreConfiguredEndpointUrls
    ? undefined
    : await config.serviceConfiguredEndpoint();
  if (url === undefined) return config;
  const endpoint = toEndpoint(url);
  return Object.create(config, {
    isCustomEndpoint: { value: true },
    endpoint: { value: async () => endpoint },
  });
}

async function withCustomHeaders(
  endpoint: EndpointV2,
  config: ResolvedServiceClientConfig,
): Promise<EndpointV2> {
  const { headers: custom } = (await config.endpoint?.()) ?? {};
  if (custom === undefined) return endpoint;
  const headers = Object.entries(custom).map(([name, value]) => [name, [value]]);
  return { ...endpoint, headers: { ...endpoint.headers, ...Object.fromEntries(headers) } };
}

/**
 * Applies the signing properties of the endpoint. The endpoint lists schemes best first; the first
 * scheme that the client supports is used.
 */
function applyAuthScheme(
  context: HandlerExecutionContext,
  { httpAuthSchemes }: ResolvedServiceClientConfig,
): void {
  const schemes = context.endpointV2?.properties?.authSchemes;
  const clientScheme = (name: string) =>
    httpAuthSchemes.find(({ schemeId }) => schemeId === `aws.auth#${name}`);
  const scheme = schemes?.find(({ name }) => clientScheme(name)) ?? schemes?.[0];
  if (schemes === undefined || scheme === undefined) return;
  context.authSchemes = schemes;
  context["signing_region"] = scheme.signingRegion;
  context["signing_service"] = scheme.signingName;
  const selected = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme;
  if (selected === undefined) return;
  const { httpAuthOption } = selected;
  const required = clientScheme(scheme.name);
  // Both AWS signature versions use the same credentials, so the scheme can still be replaced.
  if (required && httpAuthOption.schemeId.startsWith("aws.auth#")) {
    httpAuthOption.schemeId = required.schemeId;
    selected.signer = required.signer;
  }
  httpAuthOption.signingProperties = {
    ...httpAuthOption.signingProperties,
    signing_region: scheme.signingRegion,
    signingRegion: scheme.signingRegion,
    signing_service: scheme.signingName,
    signingName: scheme.signingName,
    signingRegionSet: scheme.signingRegionSet,
    disableDoubleEncoding: Reflect.get(scheme, "disableDoubleEncoding"),
    ...scheme.properties,
  };
}
