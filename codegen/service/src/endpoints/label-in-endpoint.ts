import type { MemberShape } from "@tinsmith/smithy";
import { contextParamTrait, trait } from "@tinsmith/smithy/traits";
import type { HttpOperationPlan } from "../operation-plan.js";

/**
 * Returns the parameter of the endpoint rules that holds the first label of an operation's path.
 * The label sets the parameter, and the rules put it into the address, so the path of the request
 * must omit it.
 *
 * @param http - the binding of the operation
 * @param members - the members of its input
 * @param addresses - templates of addresses in the endpoint rules
 */
export function labelInEndpoint(
  http: HttpOperationPlan | undefined,
  members: readonly MemberShape[],
  addresses: readonly string[],
): string | undefined {
  const label = /^\/\{(\w+)\}/.exec(http?.uri ?? "")?.[1];
  const member = members.find(({ name }) => name === label);
  const parameter = member && trait(member, contextParamTrait)?.name;
  return parameter !== undefined && addresses.some((address) => address.includes(`{${parameter}}`))
    ? parameter
    : undefined;
}

/**
 * Returns the suffixes of endpoint hosts that begin with the first label of a path, such as
 * `s3.{Region}.{partitionResult#dnsSuffix}`. Templates that begin with a configured endpoint are
 * left out.
 *
 * @param parameters - the parameters that hold such labels
 * @param addresses - templates of addresses in the endpoint rules
 */
export function hostsBehindLabel(
  parameters: ReadonlySet<string>,
  addresses: readonly string[],
): readonly string[] {
  const hosts = addresses.flatMap((template) => {
    const [, parameter, host = ""] = /^https?:\/\/\{(\w+)\}\.([^/]+)/.exec(template) ?? [];
    return parameter !== undefined && parameters.has(parameter) && !host.includes("{url#")
      ? [host]
      : [];
  });
  return [...new Set(hosts)].sort();
}
