import type { NodeValue, ServiceShape } from "../../model/model.js";
import { isNodeArray, isNodeObject, propertyOf, stringOf } from "../../model/node-value.js";
import { endpointRuleSetTrait, sigv4aTrait, sigv4Trait, trait } from "../../traits/index.js";
import { at } from "../../validate/rule.js";
import { valuesEqual, wholeValue } from "../compared-value.js";
import { changedOfType } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { effectiveAuth } from "./effective-auth.js";
import { describeSigV4Change } from "./sigv4-order.js";
import type { SigV4Positions } from "./sigv4-order.js";

const name = "EndpointSigV4Migration";

/** Reports endpoints of endpoint rules that exchange SigV4 and SigV4A. */
export const endpointSigV4Migration: Evaluator = {
  name,
  *evaluate(differences) {
    const { oldModel, newModel } = differences;
    for (const { before, after } of changedOfType(differences, "service")) {
      const oldEndpoints = endpointsOf(before);
      for (const [path, endpoint] of endpointsOf(after)) {
        const oldEndpoint = oldEndpoints.get(path);
        if (oldEndpoint === undefined || sameEndpoint(oldEndpoint, endpoint)) continue;
        const text = describeSigV4Change(
          positionsIn(schemesOf(oldEndpoint, effectiveAuth(oldModel, before))),
          positionsIn(schemesOf(endpoint, effectiveAuth(newModel, after))),
          `an endpoint in the \`@smithy.rules#endpointRuleSet\` trait applied to \`${after.id}\` at: \`${path}\``,
        );
        if (text !== undefined) yield event("DANGER", name, text, at(after));
      }
    }
  },
};

/** The endpoints of the rules of a service, by their place in the rules. */
function endpointsOf(service: ServiceShape): ReadonlyMap<string, NodeValue> {
  const endpoints = new Map<string, NodeValue>();
  const collect = (value: NodeValue, path: string): void => {
    if (isNodeArray(value)) {
      for (const [index, item] of value.entries()) collect(item, `${path}/${index}`);
    } else if (isNodeObject(value)) {
      const { type, endpoint } = value;
      if (type === "endpoint" && endpoint !== undefined) {
        endpoints.set(`${path}/endpoint`, endpoint);
        return;
      }
      for (const [key, item] of Object.entries(value)) collect(item, `${path}/${key}`);
    }
  };
  const rules = propertyOf(trait(service, endpointRuleSetTrait), "rules");
  if (rules !== undefined) collect(rules, "/rules");
  return endpoints;
}

const sameEndpoint = (one: NodeValue, other: NodeValue): boolean =>
  ["url", "headers", "properties"].every((key) =>
    valuesEqual(wholeValue(propertyOf(one, key) ?? {}), wholeValue(propertyOf(other, key) ?? {})),
  );

/**
 * Returns the authentication schemes of an endpoint. An endpoint without schemes has those of its
 * service.
 */
function schemesOf(endpoint: NodeValue, inherited: readonly string[]): readonly string[] {
  const schemes = propertyOf(propertyOf(endpoint, "properties"), "authSchemes");
  if (!isNodeArray(schemes) || schemes.length === 0) return inherited;
  return schemes.flatMap((scheme) => stringOf(propertyOf(scheme, "name")) ?? []);
}

const positionsIn = (schemes: readonly string[]): SigV4Positions => ({
  sigv4: schemes.findIndex(isSigV4),
  sigv4a: schemes.findIndex(isSigV4a),
});

/** The scheme of S3 Express sessions. The reference treats it as SigV4A, despite its name. */
const s3Express = "sigv4-s3express";

const isSigV4 = (scheme: string): boolean =>
  scheme === "sigv4" ||
  scheme === sigv4Trait.id ||
  (scheme.startsWith("sigv4-") && scheme !== s3Express);

const isSigV4a = (scheme: string): boolean =>
  scheme === "sigv4a" || scheme === sigv4aTrait.id || scheme === s3Express;
