import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import type { NodeValue } from "../../model/model.js";
import { readPattern } from "../../patterns/read-pattern.js";
import { parseSelector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { hostPrefixProblem, uriPatternProblem } from "../uri-pattern-problem.js";
import type { ReadFault, Reader } from "./reader.js";
import {
  anything,
  checked,
  checkedWithoutPlace,
  each,
  inOrder,
  items,
  member,
  node,
  object,
  oneOf,
  optional,
  required,
  requiredMember,
  shapeId,
  text,
  textList,
  texts,
} from "./reader.js";

const stringsIn = inOrder(node("array"), each(text));
const shapeIds = each(shapeId);
const severities = oneOf("NOTE", "WARNING", "DANGER", "ERROR", "SUPPRESSED");
const selector = checked((value) => {
  try {
    parseSelector(value);
    return undefined;
  } catch (failure) {
    if (!(failure instanceof SelectorSyntaxError)) throw failure;
    return failure.message;
  }
});

/** Refuses objects without a member that the builder of the trait needs. */
const built =
  (name: string, className: string): Reader =>
  (value) =>
    isNodeObject(value) && !Object.hasOwn(value, name)
      ? {
          text: `${name} was not set on the builder (builder class is probably software.amazon.smithy.model.traits.${className})`,
        }
      : undefined;

function hasLimit(value: NodeValue): ReadFault | undefined {
  return isNodeObject(value) && value["min"] === undefined && value["max"] === undefined
    ? { text: "One of 'min' or 'max' must be provided." }
    : undefined;
}

/**
 * The readers of prelude traits whose values have parts, or have rules in addition to those of
 * their types.
 */
export const preludeReaders: Readonly<Record<string, Reader>> = {
  auth: inOrder(node("array"), shapeIds),
  authDefinition: object(optional("traits", "array", shapeIds)),
  cors: object(
    optional("origin", "string"),
    optional("origins", "object", each(text)),
    optional("maxAge", "number"),
    member("additionalAllowedHeaders", stringsIn),
    member("additionalExposedHeaders", stringsIn),
  ),
  default: anything,
  deprecated: object(optional("since", "string"), optional("message", "string")),
  endpoint: object(
    required("hostPrefix", "string"),
    member("hostPrefix", checkedWithoutPlace(hostPrefixProblem)),
  ),
  enum: inOrder(
    node("array"),
    items(
      "object",
      object(
        required("value", "string"),
        optional("name", "string"),
        optional("documentation", "string"),
        optional("deprecated", "boolean"),
        optional("tags", "array", texts),
      ),
    ),
    (value) =>
      isNodeArray(value) && value.length === 0
        ? { text: "enum must have at least one entry" }
        : undefined,
  ),
  enumValue: anything,
  error: inOrder(
    text,
    checkedWithoutPlace((value) =>
      value === "client" || value === "server"
        ? undefined
        : `error trait must be set to client or server, found \`${value}\``,
    ),
  ),
  examples: inOrder(
    node("array"),
    items(
      "object",
      object(
        optional("title", "string"),
        optional("documentation", "string"),
        optional("input", "object"),
        optional("output", "object"),
        member("error", object(requiredMember("shapeId", shapeId), required("content", "object"))),
        optional("allowConstraintErrors", "boolean"),
        (value) =>
          isNodeObject(value) && !Object.hasOwn(value, "title")
            ? { text: "Example title must not be null" }
            : undefined,
      ),
    ),
  ),
  externalDocumentation: object(each(text), (value) => {
    const invalid = Object.entries(value ?? {}).find(([, url]) => !URL.canParse(String(url)));
    return invalid === undefined
      ? undefined
      : {
          text: `Each externalDocumentation value must be a valid URL. Found "${invalid[1]}" for name "${invalid[0]}"`,
        };
  }),
  http: object(
    required("uri", "string"),
    member("uri", checkedWithoutPlace(uriPatternProblem)),
    required("method", "string"),
    optional("code", "number"),
  ),
  httpApiKeyAuth: object(
    optional("scheme", "string"),
    required("name", "string"),
    optional(
      "in",
      "string",
      checkedWithoutPlace((value) =>
        value === "header" || value === "query" ? undefined : `Invalid location type: ${value}`,
      ),
    ),
    built("in", "HttpApiKeyAuthTrait"),
  ),
  httpHeader: inOrder(
    text,
    checkedWithoutPlace((value) =>
      value === "" ? "httpHeader field name binding must not be empty" : undefined,
    ),
  ),
  httpQuery: inOrder(
    text,
    checkedWithoutPlace((value) =>
      value === "" ? "httpQuery parameter name binding must not be empty" : undefined,
    ),
  ),
  idRef: object(
    member("selector", inOrder(text, selector)),
    optional("failWhenMissing", "boolean"),
    optional("errorMessage", "string"),
  ),
  idempotent: object(
    optional("exists", "array", shapeIds),
    optional("notFound", "array", shapeIds),
  ),
  length: object(optional("min", "number"), optional("max", "number"), hasLimit),
  longPoll: object(optional("timeoutMillis", "number"), built("timeoutMillis", "LongPollTrait")),
  metadata: object(required("key", "string")),
  mixin: object(optional("localTraits", "array", shapeIds)),
  paginated: object(
    optional("pageSize", "string"),
    optional("items", "string"),
    optional("inputToken", "string"),
    optional("outputToken", "string"),
  ),
  pattern: inOrder(
    text,
    checkedWithoutPlace((value) => {
      const reading = readPattern(value);
      return reading.kind === "invalid"
        ? `Invalid pattern trait regular expression: \`${value}\`. ${reading.problem}`
        : undefined;
    }),
  ),
  property: object(optional("name", "string")),
  protocolDefinition: object(
    optional("traits", "array", shapeIds),
    optional("noInlineDocumentSupport", "boolean"),
  ),
  range: object(member("min", node("number")), member("max", node("number")), hasLimit),
  recommended: object(optional("reason", "string")),
  references: inOrder(
    node("array"),
    items("object"),
    each(
      object(
        requiredMember("resource", shapeId),
        optional("ids", "object", each(text)),
        member("service", shapeId),
        optional("rel", "string"),
      ),
    ),
  ),
  requestCompression: object(required("encodings", "array", texts)),
  retryable: object(optional("throttling", "boolean")),
  suppress: textList(),
  tags: textList(),
  trait: (value, path, target) =>
    value === null ? undefined : traitDefinition(value, path, target),
  traitValidators: object(
    each(
      object(
        required("selector", "string", selector),
        optional("message", "string"),
        optional("severity", "string", severities),
      ),
    ),
  ),
  xmlNamespace: object(required("uri", "string"), optional("prefix", "string")),
};

const changes = ["ADD", "REMOVE", "UPDATE", "PRESENCE", "ANY"];

const traitDefinition = object(
  member("selector", inOrder(text, selector)),
  member("structurallyExclusive", oneOf("member", "target")),
  optional("conflicts", "array", each(text)),
  optional(
    "breakingChanges",
    "array",
    each(
      object(
        optional(
          "path",
          "string",
          checked((path) =>
            path === "" || path.startsWith("/")
              ? undefined
              : `Expected a string containing a valid JSON pointer: Invalid JSON pointer: ${path}`,
          ),
        ),
        optional("severity", "string", severities),
        required(
          "change",
          "string",
          checked((change) =>
            changes.includes(change.toUpperCase())
              ? undefined
              : `Expected a string containing a valid trait diff type: No enum constant software.amazon.smithy.model.traits.TraitDefinition.ChangeType.${change.toUpperCase()}`,
          ),
        ),
        optional("message", "string"),
      ),
    ),
  ),
);
