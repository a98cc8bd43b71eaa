import { currentEndpointTests } from "@tinsmith/smithy";
import type { ServiceShape } from "@tinsmith/smithy";
import {
  clientContextParamsTrait,
  endpointBddTrait,
  endpointRuleSetTrait,
  trait,
} from "@tinsmith/smithy/traits";
import type { ClientContextParamsTraitValue } from "@tinsmith/smithy/traits";
import { builtInOptions, optionName } from "./built-in-options.js";
import { endpointCases } from "./endpoint-cases.js";
import type {
  ClientContextParamPlan,
  EndpointOption,
  EndpointParameterPlan,
  EndpointPlan,
} from "./endpoint-plan.js";
import { readEndpointRules } from "./endpoint-rules.js";
import { endpointValues } from "./endpoint-values.js";
import { hostsBehindLabel } from "./label-in-endpoint.js";
import type { RuleParameter } from "./rule-set.js";
import { virtualHosts } from "./virtual-hosts.js";

/** What the endpoint rules say by themselves, before operations are planned. */
export type EndpointRulesPlan = Omit<EndpointPlan, "virtualHosts"> & {
  /** The templates of addresses: `https://{Bucket}.s3.{Region}.amazonaws.com`. */
  readonly addresses: readonly string[];
};

/** Plans the endpoint rules of a service, their parameters and their tests. */
export function planEndpointRules(service: ServiceShape, withTests: boolean): EndpointRulesPlan {
  const { traits } = service;
  const ruleSet = trait(traits, endpointRuleSetTrait);
  const bdd = trait(traits, endpointBddTrait);
  const rules = readEndpointRules(ruleSet, bdd);
  const clientContextParams = planClientContextParams(trait(traits, clientContextParamsTrait));
  return {
    rules,
    source: { ruleSet, bdd },
    parameters: (rules?.parameters ?? [endpointParameter]).map((parameter) => ({
      ...parameter,
      source: sourceOf(parameter, clientContextParams),
    })),
    clientContextParams,
    tests: withTests ? endpointCases(currentEndpointTests(service)) : [],
    addresses: endpointValues([ruleSet, bdd], "url").filter((url) => typeof url === "string"),
  };
}

/**
 * Completes the plan of the endpoint.
 *
 * @param labels - the parameters of the rules that hold the first labels of operations' paths
 */
export function planEndpoint(
  { addresses, ...plan }: EndpointRulesPlan,
  labels: ReadonlySet<string>,
): EndpointPlan {
  return { ...plan, virtualHosts: virtualHosts(hostsBehindLabel(labels, addresses)) };
}

function planClientContextParams(
  params: ClientContextParamsTraitValue | undefined,
): readonly ClientContextParamPlan[] {
  return Object.entries(params ?? {}).map(([name, { type, documentation }]) => ({
    name,
    option: optionName(name),
    type: contextType(type),
    documentation,
  }));
}

function contextType(type: string): ClientContextParamPlan["type"] {
  const name = type.toLowerCase();
  if (name === "stringarray") return "stringArray";
  return name === "boolean" ? "boolean" : "string";
}

/** A service without rules takes an endpoint, and that is all. */
const endpointParameter: RuleParameter = {
  name: "Endpoint",
  type: "String",
  builtIn: "SDK::Endpoint",
  required: false,
  default: undefined,
  documentation: undefined,
};

/** Parameters that neither are built in nor options of the client come from the operations. */
function sourceOf(
  parameter: RuleParameter,
  clientContextParams: readonly ClientContextParamPlan[],
): EndpointParameterPlan["source"] {
  const ofType = (
    type: EndpointOption["type"],
    name: string | undefined,
  ): EndpointOption | undefined => (name === undefined ? undefined : { type, name });
  if (parameter.builtIn !== undefined) {
    return ofType("builtInParams", builtInOptions[parameter.builtIn]);
  }
  const param = clientContextParams.find(({ name }) => name === parameter.name);
  return ofType("clientContextParams", param?.option);
}
