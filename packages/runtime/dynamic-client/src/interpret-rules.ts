import {
  BinaryDecisionDiagram,
  customEndpointFunctions,
  decideEndpoint,
  resolveEndpoint,
} from "@smithy/core/endpoints";
import type { EndpointParameters, EndpointV2, ParameterObject, RuleSetObject } from "@smithy/types";
import {
  EndpointError,
  isVirtualHostableS3Bucket,
  parseArn,
  partition,
} from "@tinsmith/client-runtime/generated/v1";
import type { EndpointProvider } from "@tinsmith/client-runtime/generated/v1";
import type { NodeValue } from "@tinsmith/smithy";
import { isNodeObject, propertyOf } from "./node-values.js";

/** Endpoint rules in either form. */
export interface InterpretedRules {
  readonly parameters: Readonly<Record<string, ParameterObject>>;
  readonly interpret: EndpointProvider;
}

/** `smithy.rules#endpointRuleSet`, or `undefined` where it is none. */
export const readRuleSet = (trait: NodeValue | undefined): InterpretedRules | undefined =>
  isRuleSet(trait)
    ? {
        parameters: trait.parameters,
        interpret: guarded((given) => resolveEndpoint(trait, { endpointParams: given })),
      }
    : undefined;

/**
 * `smithy.rules#endpointBdd`, or `undefined` where it is none.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/specification.html#smithy-rules-endpointbdd-trait
 */
export const readDiagram = (trait: NodeValue | undefined): InterpretedRules | undefined => {
  const parameters = propertyOf(trait, "parameters");
  const [conditions, results] = [propertyOf(trait, "conditions"), propertyOf(trait, "results")];
  if (!isParameters(parameters) || !Array.isArray(conditions) || !Array.isArray(results)) {
    return undefined;
  }
  const diagram = BinaryDecisionDiagram.from(
    nodesOf(String(propertyOf(trait, "nodes"))),
    Number(propertyOf(trait, "root")),
    conditions.map((condition) => [
      propertyOf(condition, "fn"),
      propertyOf(condition, "argv"),
      propertyOf(condition, "assign"),
    ]),
    // The first result, which the trait leaves out, is that no rule matches.
    [noMatch, ...results.map(resultOf)],
  );
  const interpret = guarded((given) => {
    const all: InterpretedParameters = { ...given };
    for (const [name, { default: value, required }] of Object.entries(parameters)) {
      if (value !== undefined && value !== null) all[name] ??= value;
      if (required && all[name] === undefined) {
        throw new EndpointError(`Missing required parameter: '${name}'`);
      }
    }
    return decideEndpoint(diagram, { endpointParams: all });
  });
  return { parameters, interpret };
};

const noMatch = [-1, "No matching endpoint."];

/** An error or an endpoint, in the library's form. */
const resultOf = (rule: NodeValue): unknown[] => {
  if (propertyOf(rule, "type") === "error") return [-1, propertyOf(rule, "error")];
  const endpoint = propertyOf(rule, "endpoint");
  return [
    propertyOf(endpoint, "url"),
    propertyOf(endpoint, "properties") ?? {},
    propertyOf(endpoint, "headers") ?? {},
  ];
};

/** Each node is three integers of four bytes, big-endian. */
const nodesOf = (base64: string): Int32Array => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => view.getInt32(index * 4));
};

type InterpretedParameters = Parameters<typeof resolveEndpoint>[1]["endpointParams"];

/** Tells the library of AWS's functions, gives it what it may write to, and makes its errors the runtime's. */
const guarded =
  (resolve: (given: InterpretedParameters) => EndpointV2): EndpointProvider =>
  (given) => {
    // The library knows the functions of the language; those of AWS have to be told to it.
    customEndpointFunctions["aws"] ??= awsFunctions;
    try {
      return resolve(definedParameters(given));
    } catch (error) {
      throw error instanceof Error ? new EndpointError(error.message, { cause: error }) : error;
    }
  };

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
const definedParameters = (parameters: EndpointParameters): InterpretedParameters =>
  Object.fromEntries(
    Object.entries(parameters).filter(
      (entry): entry is [string, string | boolean] => entry[1] !== undefined,
    ),
  );

const isParameters = (value: unknown): value is Readonly<Record<string, ParameterObject>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isRuleSet = (value: NodeValue | undefined): value is NodeValue & RuleSetObject =>
  isNodeObject(value) && isNodeObject(value["parameters"]) && Array.isArray(value["rules"]);
