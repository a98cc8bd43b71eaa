import type { MemberShape, Traits } from "@tinsmith/smithy";
import {
  hasTrait,
  httpChecksumRequiredTrait,
  httpChecksumTrait,
  httpHeaderTrait,
  trait,
} from "@tinsmith/smithy/traits";
import type { ChecksumPlan } from "./operation-features.js";

/**
 * Plans `aws.protocols#httpChecksum`, or else `@httpChecksumRequired`, which `Content-MD5`
 * satisfies.
 */
export function planChecksum(
  traits: Traits,
  input: readonly MemberShape[],
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
  const member = input.find(({ name }) => name === algorithm);
  const header = member && trait(member, httpHeaderTrait);
  return {
    ...(checksum.requestChecksumRequired === true && { required: true }),
    ...(algorithm !== undefined && {
      algorithmMember:
        header === undefined ? [algorithm] : ([algorithm, header.toLowerCase()] as const),
    }),
    ...(validation !== undefined && { validationMember: validation }),
    ...(algorithms.length > 0 && { responseAlgorithms: algorithms }),
  };
}
