import type { Endpoint, EndpointParameterInstructions, EndpointParameters } from "@smithy/types";
import { isObject } from "@tinsmith/values";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";

type ParameterValue = EndpointParameters[string];

/**
 * Collects the values of the endpoint rules' parameters for a call.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/parameters.html
 */
export async function collectEndpointParameters(
  instructions: EndpointParameterInstructions,
  input: object,
  config: ResolvedServiceClientConfig,
): Promise<EndpointParameters> {
  const parameters: EndpointParameters = {};
  for (const name in instructions) {
    const instruction = instructions[name];
    switch (instruction?.type) {
      case "staticContextParams":
        parameters[name] = instruction.value;
        break;
      case "contextParams":
        parameters[name] = toParameter(Reflect.get(input, instruction.name));
        break;
      case "operationContextParams":
        parameters[name] = toParameter(instruction.get(input));
        break;
      case "clientContextParams":
        parameters[name] = toParameter(await readOption(config, instruction.name));
        break;
      case "builtInParams":
        parameters[name] = await builtIn(config, instruction.name);
        break;
    }
  }
  return parameters;
}

async function builtIn(config: ResolvedServiceClientConfig, name: string): Promise<ParameterValue> {
  switch (name) {
    case "region":
      return config.region();
    case "useFipsEndpoint":
      return config.useFipsEndpoint();
    case "useDualstackEndpoint":
      return config.useDualstackEndpoint();
    case "endpoint":
      return config.endpoint && toUrl(await config.endpoint());
    case "accountId":
    case "credentialScope": {
      const identity = await readOption(config, "credentials");
      return toParameter(isObject(identity) ? Reflect.get(identity, name) : undefined);
    }
    default:
      return toParameter(await readOption(config, name));
  }
}

/** Returns an option of the client that may be a value or a provider. */
async function readOption(config: object, name: string): Promise<unknown> {
  const value: unknown = Reflect.get(config, name);
  return typeof value === "function" ? await value() : value;
}

function toParameter(value: unknown): ParameterValue {
  if (typeof value === "string" || typeof value === "boolean") return value;
  return Array.isArray(value) && value.every((item) => typeof item === "string")
    ? value
    : undefined;
}

const toUrl = ({ protocol, hostname, port, path }: Endpoint): string =>
  `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}`;
