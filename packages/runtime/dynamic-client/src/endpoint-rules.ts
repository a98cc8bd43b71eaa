import type { EndpointParameterInstructions, EndpointParameters } from "@smithy/types";
import { cachedEndpoints, configuredEndpoint } from "@tinsmith/client-runtime/generated/v1";
import type { EndpointProvider } from "@tinsmith/client-runtime/generated/v1";
import type { OperationShape, ServiceShape, StructureShape } from "@tinsmith/smithy";
import { contextPath } from "./context-path.js";
import { readDiagram, readRuleSet } from "./interpret-rules.js";
import { entriesOf, propertyOf, stringOf } from "./node-values.js";

/** How the endpoint of a service's calls is found. */
export interface EndpointRules {
  readonly provider: EndpointProvider;
  /** Where the parameters come from that are the client's. */
  readonly parameters: EndpointParameterInstructions;
}

/**
 * Interprets the endpoint rules of a service, of its decision diagram where it has one, else of its rule set. A service
 * without rules has the endpoint that its client is given.
 */
export const endpointRulesOf = ({ traits }: ServiceShape): EndpointRules => {
  const rules =
    readDiagram(traits.get("smithy.rules#endpointBdd")) ??
    readRuleSet(traits.get("smithy.rules#endpointRuleSet"));
  if (rules === undefined) {
    return {
      provider: ({ Endpoint }) => configuredEndpoint({ Endpoint: stringParameter(Endpoint) }),
      parameters: { Endpoint: { type: "builtInParams", name: "endpoint" } },
    };
  }
  const contextParams = new Set(
    entriesOf(traits.get("smithy.rules#clientContextParams")).map(([name]) => name),
  );
  const parameters: EndpointParameterInstructions = {};
  for (const [name, { builtIn }] of Object.entries(rules.parameters)) {
    const option = builtIn === undefined ? undefined : builtIns[builtIn];
    if (option !== undefined) parameters[name] = { type: "builtInParams", name: option };
    if (builtIn === undefined && contextParams.has(name)) {
      parameters[name] = { type: "clientContextParams", name: lowerFirst(name) };
    }
  }
  return {
    provider: cachedEndpoints(Object.keys(rules.parameters), rules.interpret),
    parameters,
  };
};

/** Endpoint parameters that an operation sets, itself or by members of its input. */
export const operationParametersOf = (
  { traits }: OperationShape,
  input: StructureShape | undefined,
): EndpointParameterInstructions => {
  const parameters: EndpointParameterInstructions = {};
  for (const [name, member] of input?.members ?? []) {
    const parameter = stringOf(propertyOf(member.traits.get("smithy.rules#contextParam"), "name"));
    if (parameter !== undefined) parameters[parameter] = { type: "contextParams", name };
  }
  for (const [name, value] of entriesOf(traits.get("smithy.rules#staticContextParams"))) {
    const set = propertyOf(value, "value");
    if (typeof set === "string" || typeof set === "boolean") {
      parameters[name] = { type: "staticContextParams", value: set };
    }
  }
  for (const [name, value] of entriesOf(traits.get("smithy.rules#operationContextParams"))) {
    const path = stringOf(propertyOf(value, "path")) ?? "";
    parameters[name] = { type: "operationContextParams", get: contextPath(path) };
  }
  return parameters;
};

/** Built-in parameters by the options of clients which they stand for. */
const builtIns: Readonly<Record<string, string>> = {
  "AWS::Auth::AccountId": "accountId",
  "AWS::Auth::AccountIdEndpointMode": "accountIdEndpointMode",
  "AWS::Auth::CredentialScope": "credentialScope",
  "AWS::Region": "region",
  "AWS::S3::Accelerate": "useAccelerateEndpoint",
  "AWS::S3::DisableMultiRegionAccessPoints": "disableMultiregionAccessPoints",
  "AWS::S3::ForcePathStyle": "forcePathStyle",
  "AWS::S3::UseArnRegion": "useArnRegion",
  "AWS::S3::UseGlobalEndpoint": "useGlobalEndpoint",
  "AWS::S3Control::UseArnRegion": "useArnRegion",
  "AWS::STS::UseGlobalEndpoint": "useGlobalEndpoint",
  "AWS::UseDualStack": "useDualstackEndpoint",
  "AWS::UseFIPS": "useFipsEndpoint",
  "SDK::Endpoint": "endpoint",
};

const stringParameter = (value: EndpointParameters[string]): string | undefined =>
  typeof value === "string" ? value : undefined;

const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);
