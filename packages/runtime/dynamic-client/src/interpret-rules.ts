import {
  BinaryDecisionDiagram,
  customEndpointFunctions,
  decideEndpoint,
  resolveEndpoint,
} from "@smithy/core/endpoints";
import type { EndpointParameters, EndpointV2, RuleSetObject } from "@smithy/types";
import {
  EndpointError,
  isVirtualHostableS3Bucket,
  parseArn,
  partition,
} from "@tinsmith/client-runtime/generated/v1";
import type { EndpointProvider } from "@tinsmith/client-runtime/generated/v1";
import type { EndpointParameterPlan, EndpointPlan } from "@tinsmith/service";
import { arrayOf, propertyOf } from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";

/**
 * Makes what interprets the endpoint rules of a service: its decision diagram, or else its rule set.
 *
 * @returns nothing where the service has no rules
 */
export function interpretRules({ source, parameters }: EndpointPlan): EndpointProvider | undefined {
  if (source.bdd !== undefined) return interpretDiagram(source.bdd, parameters);
  if (source.ruleSet === undefined) return undefined;
  // The plan has read the rules, so they are what the type of the library says.
  const rules = source.ruleSet as NodeValue & RuleSetObject;
  return guarded((given) => resolveEndpoint(rules, { endpointParams: given }));
}

/** Smithy: https://smithy.io/2.0/additional-specs/rules-engine/specification.html#smithy-rules-endpointbdd-trait */
function interpretDiagram(
  trait: NodeValue,
  parameters: readonly EndpointParameterPlan[],
): EndpointProvider {
  const diagram = BinaryDecisionDiagram.from(
    nodesOf(String(propertyOf(trait, "nodes"))),
    Number(propertyOf(trait, "root")),
    arrayOf(propertyOf(trait, "conditions")).map((condition) => [
      propertyOf(condition, "fn"),
      propertyOf(condition, "argv"),
      propertyOf(condition, "assign"),
    ]),
    // The first result, which the trait leaves out, is that no rule matches.
    [noMatch, ...arrayOf(propertyOf(trait, "results")).map(resultOf)],
  );
  return guarded((given) => {
    const all: InterpretedParameters = { ...given };
    for (const { name, default: value, required } of parameters) {
      // The library's type has no lists, which it passes on.
      if (value !== undefined && value !== null) all[name] ??= value as string | boolean;
      if (required && all[name] === undefined) {
        throw new EndpointError(`Missing required parameter: '${name}'`);
      }
    }
    return decideEndpoint(diagram, { endpointParams: all });
  });
}

const noMatch = [-1, "No matching endpoint."];

/** An error or an endpoint, in the library's form. */
function resultOf(rule: NodeValue): unknown[] {
  if (propertyOf(rule, "type") === "error") return [-1, propertyOf(rule, "error")];
  const endpoint = propertyOf(rule, "endpoint");
  return [
    propertyOf(endpoint, "url"),
    propertyOf(endpoint, "properties") ?? {},
    propertyOf(endpoint, "headers") ?? {},
  ];
}

/** Each node is three integers of four bytes, big-endian. */
function nodesOf(base64: string): Int32Array {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => view.getInt32(index * 4));
}

type InterpretedParameters = Parameters<typeof resolveEndpoint>[1]["endpointParams"];

/** Registers the functions of AWS, copies what the library writes to, and turns its errors into the runtime's. */
function guarded(resolve: (given: InterpretedParameters) => EndpointV2): EndpointProvider {
  return (given) => {
    // The library has the functions of the language, but not those of AWS.
    customEndpointFunctions["aws"] ??= awsFunctions;
    try {
      return resolve(definedParameters(given));
    } catch (error) {
      throw error instanceof Error ? new EndpointError(error.message, { cause: error }) : error;
    }
  };
}

const awsFunctions = {
  isVirtualHostableS3Bucket,
  // The library takes its own types, whose members may be written to.
  parseArn: (arn: string) => {
    const parsed = parseArn(arn);
    return parsed ? { ...parsed, resourceId: [...parsed.resourceId] } : null;
  },
  partition: (region: string) => ({ ...partition(region) }),
};

/** The library fills defaults in, so it gets a copy. Lists are passed on as they are, whatever its type says. */
function definedParameters(parameters: EndpointParameters): InterpretedParameters {
  return Object.fromEntries(
    Object.entries(parameters).filter(
      (entry): entry is [string, string | boolean] => entry[1] !== undefined,
    ),
  );
}
