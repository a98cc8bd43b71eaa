import type { NodeValue } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { readPattern } from "../../patterns/read-pattern.js";
import { parseSelector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import {
  arnTrait,
  endpointBddTrait,
  endpointTrait,
  errorTrait,
  externalDocumentationTrait,
  httpApiKeyAuthTrait,
  httpHeaderTrait,
  httpTrait,
  idRefTrait,
  lengthTrait,
  patternTrait,
  rangeTrait,
  referencesTrait,
  suppressTrait,
  tagsTrait,
  traitTrait,
  waitableTrait,
} from "../../traits/index.js";
import { typeName } from "../node/type-name.js";
import { hostPrefixProblem, uriPatternProblem } from "../uri-pattern-problem.js";
import { isAbsoluteId } from "../../model/shape-id.js";
import { diagramProblem } from "./diagram-problem.js";
import { firstProblem } from "./first-problem.js";
import { waiterProblem } from "./waiter-problem.js";

type Check = (value: NodeValue) => string | undefined;

/** Checks of the values of single traits, beyond the types of their shapes. */
export const specialValues: Readonly<Record<string, Check>> = {
  [errorTrait.id]: (value) =>
    typeof value !== "string"
      ? `Expected string, but found ${typeName(value)}.`
      : value === "client" || value === "server"
        ? undefined
        : `error trait must be set to client or server, found \`${value}\``,
  [externalDocumentationTrait.id]: (value) => {
    if (!isNodeObject(value)) return undefined;
    const other = Object.values(value).find((url) => typeof url !== "string");
    if (other !== undefined) return `Expected string, but found ${typeName(other)}.`;
    const invalid = Object.entries(value).find(([, url]) => !isUrl(url));
    return invalid === undefined
      ? undefined
      : `Each externalDocumentation value must be a valid URL. Found ${JSON.stringify(invalid[1])} for name ${JSON.stringify(invalid[0])}`;
  },
  [endpointTrait.id]: memberProblem("hostPrefix", hostPrefixProblem),
  [httpTrait.id]: memberProblem("uri", uriPatternProblem),
  [httpApiKeyAuthTrait.id]: memberProblem("in", (location) =>
    location === "header" || location === "query"
      ? undefined
      : `Invalid location type: ${location}`,
  ),
  [httpHeaderTrait.id]: (value) =>
    value === "" ? "httpHeader field name binding must not be empty" : undefined,
  [idRefTrait.id]: memberProblem("selector", selectorProblem),
  [lengthTrait.id]: limitProblem,
  [referencesTrait.id]: (value) =>
    firstProblem(isNodeArray(value) ? value : [], (reference) =>
      firstProblem(["resource", "service"], (member) =>
        memberProblem(member, idProblem)(reference),
      ),
    ),
  [suppressTrait.id]: textsProblem,
  [tagsTrait.id]: textsProblem,
  [patternTrait.id]: (value) => {
    const reading = typeof value === "string" ? readPattern(value) : undefined;
    return reading?.kind === "invalid"
      ? `Invalid pattern trait regular expression: \`${value}\`. ${reading.problem}`
      : undefined;
  },
  [rangeTrait.id]: (value) =>
    ["min", "max"].map((name) => notNumber(value, name)).find((one) => one !== undefined) ??
    limitProblem(value),
  [traitTrait.id]: (value) =>
    memberProblem("selector", selectorProblem)(value) ??
    memberProblem("structurallyExclusive", (by) =>
      by === "member" || by === "target"
        ? undefined
        : `Expected one of \`member\`, \`target\`; got \`${by}\`.`,
    )(value),
  [arnTrait.id]: (value) =>
    memberProblem("template", (template) =>
      template.startsWith("/")
        ? `Invalid aws.api#arn trait. The template must not start with '/'. Found \`${template}\``
        : undefined,
    )(value) ??
    memberProblem("resourceDelimiter", (delimiter) =>
      delimiter === "/" || delimiter === ":" ? undefined : `Invalid delimiter: ${delimiter}`,
    )(value),
  [endpointBddTrait.id]: diagramProblem,
  [waitableTrait.id]: waiterProblem,
};

const idProblem = (id: string): string | undefined =>
  isAbsoluteId(id) ? undefined : `Invalid shape ID: ${id}`;

/** Checks that a list has only strings. */
function textsProblem(value: NodeValue): string | undefined {
  const items = isNodeArray(value) ? value : [];
  const index = items.findIndex((item) => typeof item !== "string");
  if (index === -1) return undefined;
  const found = typeName(items[index] ?? null);
  return `Expected array element ${index} to be a string but found ${found}.`;
}

/** Checks a string member of a value. */
function memberProblem(member: string, problem: (text: string) => string | undefined): Check {
  return (value) => {
    const text = isNodeObject(value) ? value[member] : undefined;
    return typeof text === "string" ? problem(text) : undefined;
  };
}

function selectorProblem(text: string): string | undefined {
  try {
    parseSelector(text);
    return undefined;
  } catch (failure) {
    if (!(failure instanceof SelectorSyntaxError)) throw failure;
    return failure.message;
  }
}

function limitProblem(value: NodeValue): string | undefined {
  if (!isNodeObject(value) || value["min"] !== undefined || value["max"] !== undefined) {
    return undefined;
  }
  return "One of 'min' or 'max' must be provided.";
}

function notNumber(value: NodeValue, name: string): string | undefined {
  const limit = isNodeObject(value) ? value[name] : undefined;
  return limit === undefined || typeof limit === "number"
    ? undefined
    : `Expected number, but found ${typeName(limit)}.`;
}

const isUrl = (value: NodeValue): boolean => typeof value !== "string" || URL.canParse(value);
