import type { Model, OperationShape } from "../../model/model.js";
import {
  hasTrait,
  requestCompressionTrait,
  requiresLengthTrait,
  streamingTrait,
  trait,
  unitTypeTrait,
} from "../../traits/index.js";
import { error } from "../event.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

const messages = {
  encodings: error(
    "RequestCompressionTrait",
    (args: { operation: string; encodings: readonly string[] }) =>
      `Invalid compression algorithm${args.encodings.length === 1 ? "" : "s"} found in \`requestCompression\` trait applied to \`${args.operation}\`: ${ticked(args.encodings)}`,
  ),
  noEncodings: error(
    "RequestCompressionTrait",
    (args: { operation: string }) =>
      `There must be at least one compression algorithm in \`encodings\` for the \`requestCompression\` trait applied to \`${args.operation}\``,
  ),
  noInput: error(
    "RequestCompressionTrait",
    () =>
      "The `requestCompression` trait can only be applied to operations which have an input shape defined",
  ),
  requiresLength: error(
    "RequestCompressionTrait",
    (args: { member: string; target: string }) =>
      `The \`requestCompression\` trait can only be applied to operations which do not have input members that target shapes with both the \`streaming\` and \`requiresLength\` traits applied, but found member \`${args.member}\` targeting \`${args.target}\``,
  ),
} as const;

/** Request compression uses known encodings, and only where the length may change. */
export const requestCompression: Rule = {
  name: "RequestCompressionTrait",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      if (!hasTrait(operation, requestCompressionTrait)) continue;
      const all = trait(operation, requestCompressionTrait)?.encodings ?? [];
      const encodings = all.filter((encoding) => encoding.toLowerCase() !== "gzip");
      if (all.length === 0)
        yield messages.noEncodings(
          { operation: operation.id },
          atTrait(operation, requestCompressionTrait),
        );
      if (encodings.length > 0) {
        yield messages.encodings(
          { operation: operation.id, encodings },
          atTrait(operation, requestCompressionTrait),
        );
      }
      yield* checkInput(model, operation);
    }
  },
};

function* checkInput(model: Model, operation: OperationShape) {
  const input = model.getShape(operation.input);
  if (input?.type !== "structure" || hasTrait(input, unitTypeTrait)) {
    yield messages.noInput(undefined, at(operation));
    return;
  }
  for (const member of input.members.values()) {
    const target = model.getShape(member.target);
    if (target === undefined || !hasTrait(target, streamingTrait)) continue;
    if (!hasTrait(target, requiresLengthTrait)) continue;
    yield messages.requiresLength({ member: member.id, target: target.id }, at(operation));
  }
}
