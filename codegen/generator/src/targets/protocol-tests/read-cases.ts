import type { NodeValue, Traits } from "@tinsmith/smithy";
import { arrayOf, entriesOf, isNodeObject, propertyOf, stringOf } from "../../plan/trait-values.js";
import type { NodeObject } from "../../plan/trait-values.js";
import { expandParameters } from "./expand-parameters.js";
import type { MalformedRequestCase, MessageCase } from "./protocol-case.js";

const messageMembers = ["headers", "forbidHeaders", "requireHeaders", "body", "bodyMediaType"];
const requestMembers = [
  "method",
  "uri",
  "host",
  "resolvedHost",
  "queryParams",
  "forbidQueryParams",
  "requireQueryParams",
  ...messageMembers,
];
const responseMembers = ["code", ...messageMembers];

/** The cases of `smithy.test#httpRequestTests`. */
export function requestCases(traits: Traits): readonly MessageCase[] {
  return messageCases(traits.get("smithy.test#httpRequestTests"), requestMembers);
}

/** The cases of `smithy.test#httpResponseTests`. */
export function responseCases(traits: Traits): readonly MessageCase[] {
  return messageCases(traits.get("smithy.test#httpResponseTests"), responseMembers);
}

/** The cases of `smithy.test#httpMalformedRequestTests`, one for each set of parameters. */
export function malformedRequestCases(traits: Traits): readonly MalformedRequestCase[] {
  const cases = arrayOf(traits.get("smithy.test#httpMalformedRequestTests"));
  return cases.flatMap((test) =>
    expandParameters(test).map((expanded) => ({
      ...caseBase(expanded),
      request: pick(propertyOf(expanded, "request"), requestMembers),
      response: pick(propertyOf(expanded, "response"), ["code", "headers", "body"]),
    })),
  );
}

function messageCases(
  trait: NodeValue | undefined,
  members: readonly string[],
): readonly MessageCase[] {
  return arrayOf(trait).map((test) => {
    const params = propertyOf(test, "params");
    const appliesTo = propertyOf(test, "appliesTo");
    return {
      ...caseBase(test),
      appliesTo: appliesTo === "client" || appliesTo === "server" ? appliesTo : undefined,
      message: pick(test, members),
      params: isNodeObject(params) ? params : {},
      vendorParams: propertyOf(test, "vendorParams"),
    };
  });
}

function caseBase(test: NodeValue) {
  return {
    id: stringOf(propertyOf(test, "id")) ?? "",
    protocol: stringOf(propertyOf(test, "protocol")) ?? "",
    documentation: stringOf(propertyOf(test, "documentation")),
  };
}

function pick(node: NodeValue | undefined, members: readonly string[]): NodeObject {
  return Object.fromEntries(entriesOf(node).filter(([name]) => members.includes(name)));
}
