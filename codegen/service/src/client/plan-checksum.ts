import { propertyOf, stringOf, stringsOf } from "@tinsmith/smithy";
import type { Traits } from "@tinsmith/smithy";
import type { MemberPlan } from "../shape-plan.js";
import type { ChecksumPlan } from "./feature-plan.js";

/** Plans `aws.protocols#httpChecksum`, or else `@httpChecksumRequired`, which `Content-MD5` satisfies. */
export function planChecksum(
  traits: Traits,
  input: readonly MemberPlan[],
): ChecksumPlan | undefined {
  const trait = traits.get("aws.protocols#httpChecksum");
  if (trait === undefined) {
    return traits.has("smithy.api#httpChecksumRequired") ? { md5: true } : undefined;
  }
  const algorithm = stringOf(propertyOf(trait, "requestAlgorithmMember"));
  const validation = stringOf(propertyOf(trait, "requestValidationModeMember"));
  const algorithms = stringsOf(propertyOf(trait, "responseAlgorithms"));
  const http = input.find(({ name }) => name === algorithm)?.http;
  return {
    ...(propertyOf(trait, "requestChecksumRequired") === true && { required: true }),
    ...(algorithm !== undefined && {
      algorithmMember:
        http?.kind === "header" ? ([algorithm, http.name.toLowerCase()] as const) : [algorithm],
    }),
    ...(validation !== undefined && { validationMember: validation }),
    ...(algorithms.length > 0 && { responseAlgorithms: algorithms }),
  };
}
