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
 * Creates an endpoint provider that interprets the decision diagram of a service, or its rule set
 * if it has no diagram.
 *
 * @returns `undefined` if the service has no endpoint rules
 */
export function interpretRules({ source, parameters }: EndpointPlan): EndpointProvider | undefined {
  if (source.bdd !== undefined) return interpretDiagram(source.bdd, parameters);
  if (source.ruleSet === undefined) return undefined;
  // The plan has validated the rules, so the library's type is correct.
  const rules = source.ruleSet as NodeValue & RuleSetObject;
  return wrapResolver((given) => resolveEndpoint(rules, { endpointParams: given }));
}

/**
 * Interprets the trait `@endpointBdd`.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/specification.html#smithy-rules-endpointbdd-trait
 */
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
    // The trait omits the first result. This result means that no rule matches.
    [noMatch, ...arrayOf(propertyOf(trait, "results")).map(resultOf)],
  );
  return wrapResolver((given) => {
    const all: InterpretedParameters = { ...given };
    for (const { name, default: value, required } of parameters) {
      // The library's type lacks lists, but the library supports them.
      if (value !== undefined && value !== null) all[name] ??= value as string | boolean;
      if (required && all[name] === undefined) {
        throw new EndpointError(`Missing required parameter: '${name}'`);
      }
    }
    return decideEndpoint(diagram, { endpointParams: all });
  });
}

const noMatch = [-1, "No matching endpoint."];

/** Converts an error or an endpoint to the library's form. */
function resultOf(rule: NodeValue): unknown[] {
  if (propertyOf(rule, "type") === "error") return [-1, propertyOf(rule, "error")];
  const endpoint = propertyOf(rule, "endpoint");
  return [
    propertyOf(endpoint, "url"),
    propertyOf(endpoint, "properties") ?? {},
    propertyOf(endpoint, "headers") ?? {},
  ];
}

/** Decodes nodes. A node consists of three big-endian integers of four bytes each. */
function nodesOf(base64: string): Int32Array {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => view.getInt32(index * 4));
}

type InterpretedParameters = Parameters<typeof resolveEndpoint>[1]["endpointParams"];

/** Registers AWS functions, copies the parameters, and converts the library's errors. */
function wrapResolver(resolve: (given: InterpretedParameters) => EndpointV2): EndpointProvider {
  return (given) => {
    // The library provides the standard functions, but not those of AWS.
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
  // The library's types have mutable members.
  parseArn: (arn: string) => {
    const parsed = parseArn(arn);
    return parsed ? { ...parsed, resourceId: [...parsed.resourceId] } : null;
  },
  partition: (region: string) => ({ ...partition(region) }),
};

/**
 * Copies the parameters, because the library adds defaults. The type of parameters in the library
 * lacks lists, although the library supports them.
 */
function definedParameters(parameters: EndpointParameters): InterpretedParameters {
  return Object.fromEntries(
    Object.entries(parameters).filter(
      (entry): entry is [string, string | boolean] => entry[1] !== undefined,
    ),
  );
}
