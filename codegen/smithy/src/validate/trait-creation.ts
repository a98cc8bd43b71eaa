import type { NodeValue, Shape } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { libraryNamespaces } from "./library-namespaces.js";
import { typeName } from "./node/type-name.js";
import { isBase64 } from "./node/validate-node.js";
import { idiomatic, namespaceOf } from "./shape-text.js";
import { hostPrefixProblem, uriPatternProblem } from "./uri-pattern-problem.js";

/**
 * What keeps a value from being one of a well-known trait at all, whatever its details. The
 * reference implementation says so while it loads a model, under the event id `Model`.
 */
export function creationProblem(trait: Shape, value: NodeValue): string | undefined {
  if (!libraryNamespaces.has(namespaceOf(trait.id))) return undefined;
  const problem = special[trait.id]?.(value) ?? wrongType(trait, value) ?? missing(trait, value);
  return problem === undefined
    ? undefined
    : `Error creating trait \`${idiomatic(trait.id)}\`: ${problem}`;
}

const special: Readonly<Record<string, (value: NodeValue) => string | undefined>> = {
  "smithy.api#error": (value) =>
    typeof value !== "string" || value === "client" || value === "server"
      ? undefined
      : `error trait must be set to client or server, found \`${value}\``,
  "smithy.api#externalDocumentation": (value) => {
    if (!isNodeObject(value)) return undefined;
    const invalid = Object.entries(value).find(([, url]) => !isUrl(url));
    return invalid === undefined
      ? undefined
      : `Each externalDocumentation value must be a valid URL. Found ${JSON.stringify(invalid[1])} for name ${JSON.stringify(invalid[0])}`;
  },
  "smithy.api#http": memberProblem("uri", uriPatternProblem),
  "smithy.api#endpoint": memberProblem("hostPrefix", hostPrefixProblem),
  "aws.api#arn": memberProblem("template", (template) =>
    template.startsWith("/")
      ? `Invalid aws.api#arn trait. The template must not start with '/'. Found \`${template}\``
      : undefined,
  ),
  "smithy.rules#endpointBdd": (value) => diagramProblem(value),
};

/** What is wrong with a member of a value that is a text. */
function memberProblem(
  member: string,
  problem: (text: string) => string | undefined,
): (value: NodeValue) => string | undefined {
  return (value) => {
    const text = isNodeObject(value) ? value[member] : undefined;
    return typeof text === "string" ? problem(text) : undefined;
  };
}

/** What a decision diagram has to have before anything in it can be read. */
function diagramProblem(value: NodeValue): string | undefined {
  if (!isNodeObject(value)) return undefined;
  const { version, nodes } = value;
  if (typeof version === "string" && /^(?:0|1\.0)/.test(version)) {
    return "Rules engine version for endpointBdd trait must be >= 1.1";
  }
  return typeof nodes === "string" && !isBase64(nodes)
    ? "Input byte array has wrong 4-byte ending unit"
    : undefined;
}

const isUrl = (value: NodeValue): boolean => typeof value !== "string" || URL.canParse(value);

function wrongType(trait: Shape, value: NodeValue): string | undefined {
  const expected = expectedType(trait);
  return expected === undefined || typeName(value) === expected
    ? undefined
    : `Expected ${expected}, but found ${typeName(value)}.`;
}

function expectedType(trait: Shape): string | undefined {
  switch (trait.type) {
    case "structure":
    case "map":
      return "object";
    case "list":
      return "array";
    case "string":
      return "string";
    case "integer":
      return "number";
    default:
      return undefined;
  }
}

function missing(trait: Shape, value: NodeValue): string | undefined {
  if (trait.type !== "structure" || !isNodeObject(value) || isNodeArray(value)) return undefined;
  const name = [...trait.members.values()].find(
    (member) => member.traits.has("smithy.api#required") && !Object.hasOwn(value, member.name),
  )?.name;
  return name === undefined ? undefined : `Missing expected member \`${name}\`.`;
}
