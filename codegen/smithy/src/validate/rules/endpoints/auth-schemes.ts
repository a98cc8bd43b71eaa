import type { DiagnosticPlace } from "../../../diagnostics/define-message.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { NodeValue } from "../../../model/model.js";
import { isNodeArray, isNodeObject, stringOf } from "../../../model/node-value.js";
import { endpointBddTrait, endpointRuleSetTrait, trait } from "../../../traits/index.js";
import { danger, error, warning } from "../../event.js";
import { placesIn } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { objectsIn } from "./rule-set.js";
import type { RuleNode } from "./rule-set.js";

const code = "RuleSetAuthSchemes";

const messages = {
  notList: error(
    code,
    (args: { found: string }) => `Expected \`authSchemes\` to be a list, found: \`${args.found}\``,
  ),
  notObject: error(
    code,
    (args: { found: string }) =>
      `Expected \`authSchemes\` to be a list of objects, but found: \`${args.found}\``,
  ),
  noName: error(
    code,
    (args: { found: string }) =>
      `Expected \`authSchemes\` to have a \`name\` key with a string value but it did not: \`${args.found}\``,
  ),
  twice: error(
    code,
    (args: { name: string }) =>
      `Found duplicate \`name\` of \`${args.name}\` in the \`authSchemes\` list`,
  ),
  unknown: warning(
    code,
    (args: { name: string }) => `Did not find a validator for the \`${args.name}\` auth scheme`,
  ),
  extra: error(
    code,
    (args: { key: string; allowed: readonly string[] }) =>
      `Unexpected key: \`${args.key}\` (valid keys: [${args.allowed.join(", ")}])`,
  ),
  missing: error(
    code,
    (args: { property: string; type: string }) =>
      `Expected auth property \`${args.property}\` of ${args.type} type but didn't find one`,
  ),
  wrongType: error(
    code,
    (args: { property: string; found: string; type: string }) =>
      `Unexpected type for auth property \`${args.property}\`, found \`${args.found}\` but expected ${args.type} value`,
  ),
  noRegions: error(code, () => "The `signingRegionSet` property must not be an empty list."),
  subScheme: danger(code, () => "Requirements for `sigv4-` auth sub-scheme validation may change."),
} as const;

/**
 * The authentication schemes of endpoints have names and the required properties.
 * Smithy: https://smithy.io/2.0/aws/rules-engine/auth-schemes.html
 */
export const authSchemes: Rule = {
  name: code,
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      for (const definition of [endpointRuleSetTrait, endpointBddTrait]) {
        const rules = trait(service, definition);
        if (!isNodeObject(rules)) continue;
        const placeOf = placesIn(service, definition);
        for (const { type, endpoint } of objectsIn(rules)) {
          if (type !== "endpoint" || !isNodeObject(endpoint)) continue;
          const { properties } = endpoint;
          const schemes = isNodeObject(properties) ? properties["authSchemes"] : undefined;
          if (schemes !== undefined) yield* checkSchemes(schemes, placeOf);
        }
      }
    }
  },
};

function* checkSchemes(schemes: NodeValue, placeOf: PlaceOf): Iterable<Diagnostic> {
  const place = placeOf(schemes);
  if (!isNodeArray(schemes)) {
    yield messages.notList({ found: show(schemes) }, place);
    return;
  }
  const names = new Set<string>();
  const twice = new Set<string>();
  for (const scheme of schemes) {
    if (!isNodeObject(scheme)) {
      yield messages.notObject({ found: show(scheme) }, place);
      continue;
    }
    const name = stringOf(scheme["name"]);
    if (name === undefined) {
      yield messages.noName({ found: show(scheme) }, placeOf(scheme));
      continue;
    }
    if (names.has(name)) twice.add(name);
    names.add(name);
    yield* checkScheme(placeOf(scheme), name, scheme);
  }
  for (const name of twice) yield messages.twice({ name }, place);
}

type PlaceOf = ReturnType<typeof placesIn>;

function* checkScheme(
  place: DiagnosticPlace,
  name: string,
  scheme: RuleNode,
): Iterable<Diagnostic> {
  if (name === "sigv4") {
    yield* checkKeys(place, scheme, ["signingName", "signingRegion", ...switches]);
    yield* checkShared(place, scheme);
    if (Object.hasOwn(scheme, "signingRegion")) {
      yield* checkText(place, scheme["signingRegion"], "signingRegion");
    }
  } else if (name === "sigv4a") {
    yield* checkKeys(place, scheme, ["signingName", "signingRegionSet", ...switches]);
    yield* checkRegions(place, scheme["signingRegionSet"]);
    yield* checkShared(place, scheme);
  } else if (name.startsWith("beta-")) {
    yield* checkText(place, scheme["signingName"], "signingName");
  } else if (name.startsWith("sigv4-")) {
    yield messages.subScheme(undefined, place);
  } else {
    yield messages.unknown({ name }, place);
  }
}

const switches = ["disableDoubleEncoding", "disableNormalizePath"] as const;

function* checkKeys(
  place: DiagnosticPlace,
  scheme: RuleNode,
  allowed: readonly string[],
): Iterable<Diagnostic> {
  for (const key of Object.keys(scheme)) {
    if (key === "name" || allowed.includes(key)) continue;
    yield messages.extra({ key, allowed: ["name", ...allowed] }, place);
  }
}

/** Checks the properties that both kinds of signature may have. */
function* checkShared(place: DiagnosticPlace, scheme: RuleNode): Iterable<Diagnostic> {
  if (Object.hasOwn(scheme, "signingName")) {
    yield* checkText(place, scheme["signingName"], "signingName");
  }
  for (const property of switches) {
    const value = scheme[property];
    if (value === undefined || typeof value === "boolean") continue;
    yield messages.wrongType({ property, found: show(value), type: "a boolean" }, place);
  }
}

function* checkText(
  place: DiagnosticPlace,
  value: NodeValue | undefined,
  property: string,
): Iterable<Diagnostic> {
  if (value === undefined) yield messages.missing({ property, type: "a string" }, place);
  else if (typeof value !== "string") {
    yield messages.wrongType({ property, found: show(value), type: "a string" }, place);
  }
}

function* checkRegions(place: DiagnosticPlace, value: NodeValue | undefined): Iterable<Diagnostic> {
  const [property, type] = ["signingRegionSet", "an array<string>"];
  if (value === undefined) yield messages.missing({ property, type }, place);
  else if (!isNodeArray(value)) {
    yield messages.wrongType({ property, found: show(value), type }, place);
  } else if (value.length === 0) yield messages.noRegions(undefined, place);
  else for (const region of value) yield* checkText(place, region, "signingRegionSet.Value");
}

/** Formats a literal for a message. */
function show(value: NodeValue): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (isNodeArray(value)) return `[${value.map(show).join(", ")}]`;
  if (!isNodeObject(value)) return String(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}=${show(item)}`)
    .join(", ")}}`;
}
