import { isObject } from "@tinsmith/values";
import type { ClientFeature } from "../client/client-feature.js";

/**
 * Removes the type prefix of ids from requests, so that ids from responses can be used unchanged.
 * Route 53 returns ids with a prefix (`/hostedzone/Z1`) but expects them without it (`Z1`).
 */
export const route53Ids: ClientFeature = () => ({
  applyToStack: (stack) =>
    stack.add((next) => (args) => next({ ...args, input: withPlainIds(args.input) }), {
      name: "idNormalizerMiddleware",
      step: "initialize",
      tags: ["ROUTE53_IDS"],
      override: true,
    }),
});

function withPlainIds(input: object): object {
  const changed = [["DelegationSetId"], ["HostedZoneId"], ["Id"], aliasTarget].reduce<unknown>(
    (value, path) => withPlainId(value, path),
    input,
  );
  return isObject(changed) ? changed : input;
}

const aliasTarget = ["ChangeBatch", "Changes", "ResourceRecordSet", "AliasTarget", "HostedZoneId"];

/** Returns a copy of a value with a plain id at a path of members. Lists on the path are mapped. */
function withPlainId(value: unknown, [member, ...path]: readonly string[]): unknown {
  if (typeof value === "string")
    return value.replace(/^\/(?:hostedzone|change|delegationset)\//, "");
  if (member === undefined || !isObject(value)) return value;
  if (Array.isArray(value)) return value.map((item) => withPlainId(item, [member, ...path]));
  const found: unknown = Reflect.get(value, member);
  return found === undefined ? value : { ...value, [member]: withPlainId(found, path) };
}
