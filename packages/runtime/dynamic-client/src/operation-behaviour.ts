import type { OperationDefinition } from "@tinsmith/client-runtime/generated/v1";
import type { ChecksumDefinition } from "@tinsmith/client-runtime/internal";
import { clientDefaults, clientStreamDefaults } from "@tinsmith/protocols/defaults";
import type { MemberShape, Model, OperationShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { discoveredOperation } from "./endpoint-discovery.js";
import { membersOf } from "./members.js";
import { propertyOf, stringOf, stringsOf } from "./node-values.js";

/** What traits of an operation ask of the runtime: checksums, compression, streams, defaults. */
export const behaviourOf = (
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
): Partial<OperationDefinition> => {
  const { traits, input, output } = operation;
  const discovery = discoveredOperation(model, service, operation);
  const checksum = checksumOf(model, traits, input);
  const encodings = stringsOf(propertyOf(traits.get("smithy.api#requestCompression"), "encodings"));
  const outputStream = streamOf(model, output, "blob")?.name;
  const outputEventStream = streamOf(model, output, "union")?.name;
  return {
    defaults: outputEventStream === undefined ? clientDefaults : clientStreamDefaults,
    ...(checksum && { checksum }),
    ...(discovery && { discovery }),
    ...(encodings.length > 0 && { compression: encodings }),
    ...(traits.has("aws.auth#unsignedPayload") && { unsignedPayload: true }),
    ...(outputStream !== undefined && { outputStream }),
    ...(outputEventStream !== undefined && { outputEventStream }),
  };
};

/** The member of an input or output that is a stream: of bytes (`blob`) or of events (`union`). */
export const streamOf = (
  model: Model,
  id: ShapeId,
  type: "blob" | "union",
): MemberShape | undefined =>
  membersOf(model, id).find(({ target }) => {
    const shape = model.getShape(target);
    return shape?.type === type && shape.traits.has("smithy.api#streaming");
  });

/** The errors that an operation's stream of events may end with. */
export const streamErrors = (model: Model, { output }: OperationShape): readonly ShapeId[] => {
  const union = model.getShape(streamOf(model, output, "union")?.target ?? "");
  return union?.type === "union"
    ? [...union.members.values()]
        .map(({ target }) => target)
        .filter((id) => model.getShape(id)?.traits.has("smithy.api#error"))
    : [];
};

/** `aws.protocols#httpChecksum`, or else `@httpChecksumRequired`, which `Content-MD5` satisfies. */
const checksumOf = (
  model: Model,
  traits: OperationShape["traits"],
  input: ShapeId,
): ChecksumDefinition | undefined => {
  const trait = traits.get("aws.protocols#httpChecksum");
  if (trait === undefined) {
    return traits.has("smithy.api#httpChecksumRequired") ? { md5: true } : undefined;
  }
  const algorithm = stringOf(propertyOf(trait, "requestAlgorithmMember"));
  const validation = stringOf(propertyOf(trait, "requestValidationModeMember"));
  const algorithms = stringsOf(propertyOf(trait, "responseAlgorithms"));
  const member = membersOf(model, input).find(({ name }) => name === algorithm);
  const header = stringOf(member?.traits.get("smithy.api#httpHeader"))?.toLowerCase();
  return {
    ...(propertyOf(trait, "requestChecksumRequired") === true && { required: true }),
    ...(algorithm !== undefined && {
      algorithmMember: header === undefined ? [algorithm] : [algorithm, header],
    }),
    ...(validation !== undefined && { validationMember: validation }),
    ...(algorithms.length > 0 && { responseAlgorithms: algorithms }),
  };
};
