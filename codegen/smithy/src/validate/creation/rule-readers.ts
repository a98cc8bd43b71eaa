import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { isShapeTypeName } from "../../syntax/shape-types.js";
import { diagramProblem } from "./diagram-problem.js";
import type { ReadFault, Reader } from "./reader.js";
import {
  checked,
  checkedWithoutPlace,
  each,
  anything,
  inOrder,
  member,
  node,
  object,
  optional,
  required,
  requiredMember,
  text,
} from "./reader.js";
import type { NodeValue } from "../../model/model.js";

const named = object(required("name", "string"));

const expectedEndpoint = object(
  required("url", "string"),
  optional("headers", "object", each(inOrder(node("array"), each(text)))),
  optional("properties", "object"),
);
const testCase = object(
  optional("documentation", "string"),
  optional("params", "object"),
  optional(
    "operationInputs",
    "array",
    each(
      object(
        required("operationName", "string"),
        optional("operationParams", "object"),
        optional("builtInParams", "object"),
        optional("clientParams", "object"),
      ),
    ),
  ),
  requiredMember(
    "expect",
    object(optional("error", "string"), member("endpoint", expectedEndpoint)),
  ),
);

const version = checkedWithoutPlace((value) => {
  if (value === "") return "Version string cannot be null or empty";
  const parts = value.split(".");
  if (parts.length < 2) return `Invalid version: \`${value}\`. Expected format: major.minor`;
  return /^[+-]?\d+\.[+-]?\d+(?:\.|$)/.test(value) ? undefined : `Invalid version format: ${value}`;
});

const objectOr =
  (message: string): Reader =>
  (value, path) =>
    isNodeObject(value) ? undefined : { text: message, path };

/** An argument of a function: a literal, a reference or a call. */
function argument(
  value: NodeValue,
  path: Parameters<Reader>[1],
  target: string,
): ReadFault | undefined {
  if (value === null) return { text: "null node not supported", path };
  if (typeof value === "number") {
    return Number.isInteger(value) && value >= 0
      ? undefined
      : { text: "Only integer values greater than or equal to 0 are supported.", path };
  }
  if (isNodeArray(value)) return each(argument)(value, path, target);
  if (!isNodeObject(value)) return undefined;
  const { ref } = value;
  if ((ref === undefined) === (value["fn"] === undefined)) {
    return {
      text: `expected exactly one of \`ref\` or \`fn\` to be set, found ${JSON.stringify(value)}`,
      path,
    };
  }
  if (ref === undefined) return call(value, path, target);
  return typeof ref === "string"
    ? undefined
    : { text: "ref must be a string", path: [...path, "ref"] };
}

const call: Reader = inOrder(required("argv", "array", each(argument)), required("fn", "string"));
const condition = inOrder(objectOr("condition must be an object node"), call);
const result = object(
  optional("documentation", "string"),
  optional("conditions", "array", each(condition)),
  required("type", "string"),
  (value, path, target) => {
    const type = isNodeObject(value) ? value["type"] : undefined;
    if (type === "error") return requiredMember("error", argument)(value, path, target);
    if (type === "endpoint") return requiredMember("endpoint", anything)(value, path, target);
    return type === "tree"
      ? required("rules", "array")(value, path, target)
      : { text: `Unexpected rule type: ${String(type)}` };
  },
);

/** A parameter of rules, whose faults are wrapped in another exception. */
const parameter: Reader = (value, path, target) => {
  const found = parameterMembers(value, path, target);
  if (found?.path === undefined) return found;
  const { text, path: placeOf } = found;
  const thrown = text.startsWith("Expected") || text.startsWith("Missing");
  const name = thrown ? "node.ExpectationNotMetException" : "SourceException";
  return { text: `software.amazon.smithy.model.${name}: ${text}`, placeOf };
};

const parameterMembers = inOrder(
  (value, path) => {
    const known = ["builtIn", "default", "deprecated", "documentation", "required", "type"];
    const others = Object.keys(value ?? {}).filter((key) => !known.includes(key));
    const quoted = (names: readonly string[]): string =>
      names.map((name) => `\`${name}\``).join(", ");
    return others.length === 0
      ? undefined
      : {
          text: `Expected an object with possible properties of ${quoted(known)}, but found additional properties: ${quoted([...others].sort())}`,
          path,
        };
  },
  optional("required", "boolean"),
  optional("builtIn", "string"),
  optional("documentation", "string"),
  optional("deprecated", "object"),
  required(
    "type",
    "string",
    checked((type) =>
      /^(?:string|boolean)$/i.test(type) || type === "stringArray"
        ? undefined
        : `Unexpected parameter type \`${type}\`. Expected \`string\`, \`boolean\`, or \`stringArray\`.`,
    ),
  ),
);

/** The readers of traits of endpoint rules, by name. */
export const ruleReaders: Readonly<Record<string, Reader>> = {
  clientContextParams: object(
    each(
      object(
        required("type", "string"),
        optional("documentation", "string"),
        requiredMember(
          "type",
          checkedWithoutPlace((type) =>
            isShapeTypeName(type)
              ? undefined
              : "type was not set on the builder (builder class is probably software.amazon.smithy.rulesengine.traits.ClientContextParamDefinition)",
          ),
        ),
      ),
    ),
  ),
  contextParam: named,
  endpointBdd: object(
    required("version", "string", version),
    required("parameters", "object", each(inOrder(node("object"), parameter))),
    required("conditions", "array", each(condition)),
    required("results", "array", each(result)),
    required("nodes", "string"),
    required("nodeCount", "number"),
    required("root", "number"),
    (value) => {
      const problem = diagramProblem(value);
      return problem === undefined ? undefined : { text: problem };
    },
  ),
  endpointRuleSet: anything,
  endpointTests: object(
    required("version", "string"),
    required("testCases", "array", each(testCase)),
  ),
  operationContextParams: object(each(object(required("path", "string")))),
  staticContextParams: object(each(object(requiredMember("value", anything)))),
};
