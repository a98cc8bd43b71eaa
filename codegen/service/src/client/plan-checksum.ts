import type { Traits } from "@tinsmith/smithy";
import {
  hasTrait,
  httpChecksumRequiredTrait,
  httpChecksumTrait,
  trait,
} from "@tinsmith/smithy/traits";
import type { MemberPlan } from "../shape-plan.js";
import type { ChecksumPlan } from "./operation-features.js";

/** Plans `aws.protocols#httpChecksum`, or else `@httpChecksumRequired`, which `Content-MD5` satisfies. */
export function planChecksum(
  traits: Traits,
  input: readonly MemberPlan[],
): ChecksumPlan | undefined {
  const checksum = trait(traits, httpChecksumTrait);
  if (checksum === undefined) {
    return hasTrait(traits, httpChecksumRequiredTrait) ? { md5: true } : undefined;
  }
  const {
    requestAlgorithmMember: algorithm,
    requestValidationModeMember: validation,
    responseAlgorithms: algorithms = [],
  } = checksum;
  const http = input.find(({ name }) => name === algorithm)?.http;
  return {
    ...(checksum.requestChecksumRequired === true && { required: true }),
    ...(algorithm !== undefined && {
      algorithmMember:
        http?.kind === "header" ? ([algorithm, http.name.toLowerCase()] as const) : [algorithm],
    }),
    ...(validation !== undefined && { validationMember: validation }),
    ...(algorithms.length > 0 && { responseAlgorithms: algorithms }),
  };
}
