import { isNodeObject } from "../../model/node-value.js";
import { ticked } from "../shape-text.js";
import {
  javaBuilder,
  javaFromNode,
  javaList,
  javaMap,
  javaObject,
  javaShapeId,
  javaString,
  javaValue,
} from "./java-reader.js";
import type { Reader } from "./reader.js";
import {
  checked,
  each,
  inOrder,
  isId,
  member,
  node,
  object,
  oneOf,
  optional,
  required,
  requiredMember,
  text,
  textList,
  texts,
} from "./reader.js";

/** Rejects members other than the given one. */
const alone =
  (name: string): Reader =>
  (value, path) => {
    const others = Object.keys(value ?? {}).filter((key) => key !== name);
    return others.length === 0
      ? undefined
      : {
          text: `Expected an object with possible properties of \`${name}\`, but found additional properties: ${ticked(others)}`,
          path,
        };
  };

const failure = required("failure", "object", optional("errorId", "string", isId));

/** The expected result of a test: success or failure. */
const expectation: Reader = (value, path, target) => {
  if (!isNodeObject(value)) return node("object")(value, path, target);
  if (Object.hasOwn(value, "success")) return alone("success")(value, path, target);
  if (Object.hasOwn(value, "failure"))
    return inOrder(alone("failure"), failure)(value, path, target);
  return {
    text: `Expected an object with exactly one \`success\` or \`failure\` property, but found properties: ${ticked(Object.keys(value))}`,
    path,
  };
};

const parameters = inOrder(
  optional("params", "object"),
  optional("vendorParams", "object"),
  optional("vendorParamsShape", "string", isId),
);
const tags = optional("tags", "array", texts);
const side = oneOf("client", "server");

const message = object(
  required("id", "string"),
  required("protocol", "string", isId),
  optional("documentation", "string"),
  optional("authScheme", "string", isId),
  optional("body", "string"),
  optional("bodyMediaType", "string"),
  optional("params", "object"),
  optional("vendorParamsShape", "string", isId),
  optional("vendorParams", "object"),
  optional("appliesTo", "string", side),
  optional("headers", "object", each(text)),
  optional("forbidHeaders", "array", texts),
  optional("requireHeaders", "array", texts),
  tags,
);

const malformedRequest = inOrder(
  optional("body", "string"),
  optional("bodyMediaType", "string"),
  optional("headers", "object", each(text)),
  optional("host", "string"),
  required("method", "string"),
  optional("uri", "string"),
  optional("queryParams", "array", texts),
);
const malformedResponse = inOrder(
  optional(
    "body",
    "object",
    inOrder(
      required("mediaType", "string"),
      required(
        "assertion",
        "object",
        inOrder(optional("contents", "string"), optional("messageRegex", "string")),
      ),
    ),
  ),
  optional("code", "number"),
  optional("headers", "object", each(text)),
);

const list = (read: Reader): Reader => inOrder(node("array"), each(read));

const streamTraits = "software.amazon.smithy.protocoltests.traits";
const event = javaBuilder(
  `${streamTraits}.eventstream.Event`,
  {
    type: javaFromNode(`${streamTraits}.eventstream.EventType`, oneOf("request", "response")),
    params: javaObject,
    headers: javaMap(
      javaFromNode(`${streamTraits}.eventstream.EventHeaderValue<?>`, node("object")),
    ),
    forbidHeaders: javaList(javaString),
    requireHeaders: javaList(javaString),
    body: javaString,
    bodyMediaType: javaString,
    vendorParams: javaObject,
    vendorParamsShape: javaShapeId,
  },
  ["type"],
);
const streamTest = javaValue(
  javaBuilder(
    `${streamTraits}.eventstream.EventStreamTestCase`,
    {
      id: javaString,
      protocol: javaShapeId,
      initialRequestParams: javaObject,
      initialRequest: javaObject,
      initialRequestShape: javaShapeId,
      initialResponseParams: javaObject,
      initialResponse: javaObject,
      initialResponseShape: javaShapeId,
      events: javaList(event),
      expectation: javaFromNode(`${streamTraits}.TestExpectation`, expectation),
      vendorParams: javaObject,
      vendorParamsShape: javaShapeId,
      documentation: javaString,
      appliesTo: javaFromNode(`${streamTraits}.AppliesTo`, side),
      tags: javaList(javaString),
    },
    ["id", "protocol"],
  ),
);

const comparators = ["allStringEquals", "anyStringEquals", "booleanEquals", "stringEquals"];
const pathMatcher = object(
  required("path", "string"),
  required("expected", "string"),
  required(
    "comparator",
    "string",
    checked((comparator) =>
      comparators.includes(comparator)
        ? undefined
        : `Expected valid path comparator, but found ${comparator}`,
    ),
  ),
);
const matcher = object(
  (value, path) =>
    Object.keys(value ?? {}).length === 1
      ? undefined
      : { text: "Union value must have exactly one value set", path },
  member("output", pathMatcher),
  member("inputOutput", pathMatcher),
  member("success", node("boolean")),
  member("errorType", text),
);
const waiter = object(
  optional("documentation", "string"),
  required(
    "acceptors",
    "array",
    each(
      object(
        optional("message", "string"),
        required("state", "string", oneOf("success", "failure", "retry")),
        requiredMember("matcher", matcher),
      ),
    ),
  ),
  optional("minDelay", "number"),
  optional("maxDelay", "number"),
  optional("deprecated", "boolean"),
  member("tags", textList("tags")),
);

/** The readers of traits of tests and waiters, by namespace and name. */
export const testReaders: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  "smithy.test": {
    eventStreamTests: inOrder(node("array"), each(streamTest)),
    httpMalformedRequestTests: list(
      object(
        optional("documentation", "string"),
        required("id", "string"),
        required("protocol", "string", isId),
        required("request", "object", malformedRequest),
        required("response", "object", malformedResponse),
        tags,
        optional("testParameters", "object", each(inOrder(node("array"), each(text)))),
      ),
    ),
    httpRequestTests: list(
      inOrder(
        message,
        required("method", "string"),
        required("uri", "string"),
        optional("host", "string"),
        optional("resolvedHost", "string"),
        optional("queryParams", "array", texts),
        optional("forbidQueryParams", "array", texts),
        optional("requireQueryParams", "array", texts),
      ),
    ),
    httpResponseTests: list(object(required("code", "number"), message)),
    smokeTests: list(
      object(required("id", "string"), parameters, required("expect", "object", expectation), tags),
    ),
  },
  "smithy.waiters": { waitable: object(each(waiter)) },
};
