import { propertyOf, stringOf, stringTrait, stringsOf } from "@tinsmith/service";
import type { OperationPlan, ServicePlan } from "@tinsmith/service";

/** What the runtime is told about the checksums of an operation. */
export type OperationChecksum = {
  readonly required?: true;
  readonly algorithmMember?: readonly string[];
  readonly validationMember?: string;
  readonly responseAlgorithms?: readonly string[];
  readonly md5?: true;
};

/** `aws.protocols#httpChecksum`, or else `@httpChecksumRequired`, which `Content-MD5` satisfies. */
export function operationChecksum(
  plan: ServicePlan,
  { traits, input }: OperationPlan,
): OperationChecksum | undefined {
  const trait = traits.get("aws.protocols#httpChecksum");
  if (trait === undefined) {
    return traits.has("smithy.api#httpChecksumRequired") ? { md5: true } : undefined;
  }
  const algorithm = stringOf(propertyOf(trait, "requestAlgorithmMember"));
  const validation = stringOf(propertyOf(trait, "requestValidationModeMember"));
  const algorithms = stringsOf(propertyOf(trait, "responseAlgorithms"));
  const shape = input.kind === "structure" ? plan.shapesById.get(input.id) : undefined;
  const member =
    shape?.kind === "structure" ? shape.members.find(({ name }) => name === algorithm) : undefined;
  const header = member && stringTrait(member.traits, "smithy.api#httpHeader");
  return {
    ...(propertyOf(trait, "requestChecksumRequired") === true && { required: true }),
    ...(algorithm !== undefined && {
      algorithmMember: header === undefined ? [algorithm] : [algorithm, header.toLowerCase()],
    }),
    ...(validation !== undefined && { validationMember: validation }),
    ...(algorithms.length > 0 && { responseAlgorithms: algorithms }),
  };
}
