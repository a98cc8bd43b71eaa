import {
  authenticated,
  authentication,
  endpointOption,
  endpointRules,
  standardRetries,
} from "@tinsmith/client-runtime/generated/v1";
import type {
  ApiDescription,
  ClientFeature,
  ServiceDescription,
} from "@tinsmith/client-runtime/generated/v1";
import type { ClientPlan } from "@tinsmith/service";
import { hasOnlyScheme } from "@tinsmith/service";

/**
 * Returns the description of a service outside AWS: the parts of the pipeline that the plan names,
 * in the order of generated clients.
 */
export function apiDescriptionOf(plan: ClientPlan, service: ServiceDescription): ApiDescription {
  const { authSchemes, furtherAuthSchemes = [], operationAuth = {} } = service;
  const [scheme] = authSchemes;
  const auth: readonly ClientFeature[] =
    authSchemes.length + furtherAuthSchemes.length === 0
      ? []
      : scheme !== undefined && hasOnlyScheme(plan)
        ? [authenticated(scheme)]
        : [
            authentication({
              authSchemes,
              ...(furtherAuthSchemes.length > 0 && { furtherAuthSchemes }),
              ...(Object.keys(operationAuth).length > 0 && { operationAuth }),
            }),
          ];
  return {
    schema: service.schema,
    protocol: service.protocol,
    parts: [
      plan.endpoint.rules === undefined
        ? endpointOption
        : endpointRules((params) => service.resolveEndpoint(params)),
      standardRetries,
      ...auth,
      ...(service.features ?? []),
    ],
  };
}
