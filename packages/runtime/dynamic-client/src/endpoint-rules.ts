import type { EndpointParameterInstructions } from "@smithy/types";
import { cachedEndpoints, configuredEndpoint } from "@tinsmith/client-runtime/generated/v1";
import type { EndpointProvider } from "@tinsmith/client-runtime/generated/v1";
import type { EndpointPlan, OperationEndpointParameter, OperationPlan } from "@tinsmith/service";
import { followContextPath } from "./context-path.js";
import { interpretRules } from "./interpret-rules.js";

/**
 * Creates the endpoint provider of a service. Without endpoint rules, the provider returns the
 * endpoint that is configured in the client.
 */
export function endpointProviderOf(endpoint: EndpointPlan): EndpointProvider {
  const interpret = interpretRules(endpoint);
  if (interpret === undefined) {
    return ({ Endpoint }) =>
      configuredEndpoint({ Endpoint: typeof Endpoint === "string" ? Endpoint : undefined });
  }
  const names = endpoint.parameters.map(({ name }) => name);
  return cachedEndpoints(names, interpret);
}

/** Returns the parameters of the endpoint rules that options of the client set. */
export function clientParametersOf({ parameters }: EndpointPlan): EndpointParameterInstructions {
  return Object.fromEntries(
    parameters.flatMap(({ name, source }) => (source === undefined ? [] : [[name, source]])),
  );
}

/** Returns the parameters of the endpoint rules that an operation or its input sets. */
export function operationParametersOf({
  endpointParameters,
}: OperationPlan): EndpointParameterInstructions {
  return Object.fromEntries(
    endpointParameters.flatMap((parameter) => {
      const instruction = instructionOf(parameter);
      return instruction === undefined ? [] : [[parameter.parameter, instruction]];
    }),
  );
}

/** @throws TypeError if the path of a context parameter uses unsupported parts of JMESPath */
function instructionOf(
  parameter: OperationEndpointParameter,
): EndpointParameterInstructions[string] | undefined {
  switch (parameter.type) {
    case "contextParams":
      return { type: "contextParams", name: parameter.member };
    case "staticContextParams": {
      const { type, value } = parameter;
      return typeof value === "string" || typeof value === "boolean" ? { type, value } : undefined;
    }
    case "operationContextParams": {
      const { type, path, expression } = parameter;
      if (path !== undefined) return { type, get: (input) => followContextPath(path, input) };
      throw new TypeError(
        `The path "${expression}" of an endpoint parameter uses unsupported parts of JMESPath.`,
      );
    }
  }
}
