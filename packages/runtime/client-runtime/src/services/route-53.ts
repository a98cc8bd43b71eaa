import { isObject } from "@tinsmith/values";
import type { ClientFeature } from "../client/client-feature.js";

/**
 * Route 53 answers with ids that hold what they are of (`/hostedzone/Z1`), and takes them without it (`Z1`). It is left
 * out of requests, so that ids can be passed on as they came.
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

/** A value with the id changed that a path of members leads to, in each item where there is a list on the way. */
function withPlainId(value: unknown, [member, ...path]: readonly string[]): unknown {
  if (typeof value === "string")
    return value.replace(/^\/(?:hostedzone|change|delegationset)\//, "");
  if (member === undefined || !isObject(value)) return value;
  if (Array.isArray(value)) return value.map((item) => withPlainId(item, [member, ...path]));
  const found: unknown = Reflect.get(value, member);
  return found === undefined ? value : { ...value, [member]: withPlainId(found, path) };
}
