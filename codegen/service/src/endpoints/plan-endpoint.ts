import { currentEndpointTests } from "@tinsmith/smithy";
import type { ServiceShape } from "@tinsmith/smithy";
import {
  clientContextParamsTrait,
  endpointBddTrait,
  endpointRuleSetTrait,
  trait,
} from "@tinsmith/smithy/traits";
import type { ClientContextParamsTraitValue } from "@tinsmith/smithy/traits";
import { builtInOptions, isServiceOption, optionName } from "./built-in-options.js";
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

/** The part of the endpoint's plan that does not depend on operations. */
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
  const clientContextParams = planClientContextParams(
    trait(traits, clientContextParamsTrait),
    rules?.parameters ?? [],
  );
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
 * @param labels - the rule parameters that are bound to the first label of an operation's path
 */
export function planEndpoint(
  { addresses, ...plan }: EndpointRulesPlan,
  labels: ReadonlySet<string>,
): EndpointPlan {
  return { ...plan, virtualHosts: virtualHosts(hostsBehindLabel(labels, addresses)) };
}

/**
 * Plans the client options that are specific to the service: those of its trait
 * `clientContextParams`, and the built-in options that no other service has.
 */
function planClientContextParams(
  params: ClientContextParamsTraitValue | undefined,
  parameters: readonly RuleParameter[],
): readonly ClientContextParamPlan[] {
  const builtIn = parameters.flatMap((parameter): readonly ClientContextParamPlan[] => {
    const { name, type, documentation } = parameter;
    const option = serviceOption(parameter);
    return option === undefined ? [] : [{ name, option, type: contextType(type), documentation }];
  });
  const stated = Object.entries(params ?? {}).map(([name, { type, documentation }]) => ({
    name,
    option: builtIn.find((param) => param.name === name)?.option ?? optionName(name),
    type: contextType(type),
    documentation,
  }));
  const names = new Set(stated.map(({ name }) => name));
  return [...stated, ...builtIn.filter(({ name }) => !names.has(name))];
}

/** Returns the option of a built-in parameter that only clients of one service have. */
function serviceOption({ builtIn }: RuleParameter): string | undefined {
  return builtIn !== undefined && isServiceOption(builtIn) ? builtInOptions[builtIn] : undefined;
}

function contextType(type: string): ClientContextParamPlan["type"] {
  const name = type.toLowerCase();
  if (name === "stringarray") return "stringArray";
  return name === "boolean" ? "boolean" : "string";
}

/** A service without rules has the endpoint as its only parameter. */
const endpointParameter: RuleParameter = {
  name: "Endpoint",
  type: "String",
  builtIn: "SDK::Endpoint",
  required: false,
  default: undefined,
  documentation: undefined,
};

/** Parameters that are neither built in nor client options are set by operations. */
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
