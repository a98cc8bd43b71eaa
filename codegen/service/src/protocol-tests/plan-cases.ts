import { arrayOf, entriesOf, isNodeObject, propertyOf, stringOf } from "@tinsmith/smithy";
import type { NodeObject, NodeValue, Traits } from "@tinsmith/smithy";
import {
  eventStreamTestsTrait,
  httpMalformedRequestTestsTrait,
  httpRequestTestsTrait,
  httpResponseTestsTrait,
  trait,
} from "@tinsmith/smithy/traits";
import { expandParameters } from "./expand-parameters.js";
import type {
  EventInCase,
  EventStreamTestCase,
  MalformedRequestCase,
  MessageCase,
  ProtocolTestsPlan,
} from "./protocol-case.js";

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
const eventMembers = [
  "headers",
  "forbidHeaders",
  "requireHeaders",
  "body",
  "bodyMediaType",
  "bytes",
];
const responseMembers = ["code", ...messageMembers];

/** Plans the protocol tests of an operation (`smithy.test`). */
export function planProtocolTests(traits: Traits): ProtocolTestsPlan {
  return {
    requests: messageCases(trait(traits, httpRequestTestsTrait), requestMembers),
    responses: planResponseTests(traits),
    malformedRequests: malformedRequestCases(traits),
    eventStreams: eventStreamCases(traits),
  };
}

/** Plans the cases of `smithy.test#httpResponseTests` of an operation or an error. */
export function planResponseTests(traits: Traits): readonly MessageCase[] {
  return messageCases(trait(traits, httpResponseTestsTrait), responseMembers);
}

/** The cases of `smithy.test#httpMalformedRequestTests`, one for each set of parameters. */
function malformedRequestCases(traits: Traits): readonly MalformedRequestCase[] {
  const cases = arrayOf(trait(traits, httpMalformedRequestTestsTrait));
  return cases.flatMap((test) =>
    expandParameters(test).map((expanded) => ({
      ...caseBase(expanded),
      request: pick(propertyOf(expanded, "request"), requestMembers),
      response: pick(propertyOf(expanded, "response"), ["code", "headers", "body"]),
    })),
  );
}

/** The cases of `smithy.test#eventStreamTests`. */
function eventStreamCases(traits: Traits): readonly EventStreamTestCase[] {
  return arrayOf(trait(traits, eventStreamTestsTrait)).map((test) => {
    const object = (name: string): NodeObject | undefined => {
      const value = propertyOf(test, name);
      return isNodeObject(value) ? value : undefined;
    };
    const failure = propertyOf(object("expectation"), "failure");
    const initialRequest = object("initialRequest");
    const initialResponse = object("initialResponse");
    return {
      ...caseBase(test),
      appliesTo: appliesToOf(test),
      initialRequest: initialRequest && pick(initialRequest, requestMembers),
      initialRequestParams: object("initialRequestParams"),
      initialResponse: initialResponse && pick(initialResponse, responseMembers),
      initialResponseParams: object("initialResponseParams"),
      events: arrayOf(propertyOf(test, "events")).map(eventOf),
      failure:
        failure === undefined ? undefined : { error: stringOf(propertyOf(failure, "errorId")) },
      vendorParams: propertyOf(test, "vendorParams"),
    };
  });
}

function eventOf(event: NodeValue): EventInCase {
  const params = propertyOf(event, "params");
  return {
    type: propertyOf(event, "type") === "response" ? "response" : "request",
    message: pick(event, eventMembers),
    params: isNodeObject(params) ? params : undefined,
  };
}

function appliesToOf(test: NodeValue): "client" | "server" | undefined {
  const side = propertyOf(test, "appliesTo");
  return side === "client" || side === "server" ? side : undefined;
}

function messageCases(
  trait: NodeValue | undefined,
  members: readonly string[],
): readonly MessageCase[] {
  return arrayOf(trait).map((test) => {
    const params = propertyOf(test, "params");
    return {
      ...caseBase(test),
      appliesTo: appliesToOf(test),
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
