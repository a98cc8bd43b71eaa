import { arrayOf, entriesOf, isNodeObject, propertyOf, stringOf } from "@tinsmith/smithy";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";

/** What the rules must come to. */
export type EndpointExpectation =
  | {
      readonly url: string;
      readonly headers: NodeObject;
      readonly properties: NodeObject;
    }
  | { readonly error: string };

/** A call whose endpoint must be the expected one. */
export interface EndpointCall {
  readonly operation: string;
  readonly builtIns: NodeObject;
  readonly clientOptions: NodeObject;
  readonly input: NodeObject;
}

/** A case of `smithy.rules#endpointTests`. */
export interface EndpointCase {
  readonly title: string;
  readonly params: NodeObject;
  readonly expected: EndpointExpectation;
  readonly calls: readonly EndpointCall[];
}

/**
 * Reads the cases of the trait.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/specification.html#smithy-rules-endpointtests-trait
 */
export function endpointCases(tests: readonly NodeValue[]): readonly EndpointCase[] {
  return tests.map((test) => {
    const params = objectOf(propertyOf(test, "params"));
    return {
      title: stringOf(propertyOf(test, "documentation")) ?? JSON.stringify(params),
      params,
      expected: expectation(propertyOf(test, "expect")),
      calls: arrayOf(propertyOf(test, "operationInputs")).map((call) => ({
        operation: stringOf(propertyOf(call, "operationName")) ?? "",
        builtIns: objectOf(propertyOf(call, "builtInParams")),
        clientOptions: objectOf(propertyOf(call, "clientParams")),
        input: objectOf(propertyOf(call, "operationParams")),
      })),
    };
  });
}

function expectation(node: NodeValue | undefined): EndpointExpectation {
  const endpoint = propertyOf(node, "endpoint");
  const url = stringOf(propertyOf(endpoint, "url"));
  if (url === undefined) return { error: stringOf(propertyOf(node, "error")) ?? "" };
  return {
    url,
    headers: objectOf(propertyOf(endpoint, "headers")),
    properties: objectOf(propertyOf(endpoint, "properties")),
  };
}

function objectOf(node: NodeValue | undefined): NodeObject {
  return isNodeObject(node) ? Object.fromEntries(entriesOf(node)) : {};
}
