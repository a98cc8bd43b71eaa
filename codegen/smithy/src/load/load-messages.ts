import { defineMessage } from "../diagnostics/define-message.js";

const model = <Arguments>(text: (args: Arguments) => string) =>
  defineMessage({ code: "Model", severity: "ERROR", text });

const warning = <Arguments>(code: string, text: (args: Arguments) => string) =>
  defineMessage({ code, severity: "WARNING", text });

/** Everything that can go wrong between syntax and model. */
export const loadMessages = {
  conflictingUse: model(
    (args: { id: string; other: string }) =>
      `Cannot use name \`${args.id}\` because it conflicts with \`${args.other}\``,
  ),
  nameConflictsWithUse: model(
    (args: { name: string; other: string }) =>
      `Shape name \`${args.name}\` conflicts with imported shape \`${args.other}\``,
  ),
  syntacticShapeId: defineMessage({
    code: "SyntacticShapeIdTarget",
    severity: "DANGER",
    text: (args: { text: string; id: string }) =>
      `Syntactic shape ID \`${args.text}\` does not resolve to a valid shape ID: \`${args.id}\`. Did you mean to quote this string? Are you missing a model file?`,
  }),
  unresolvedTrait: defineMessage({
    code: "Model.UnresolvedTrait",
    severity: "ERROR",
    text: (args: { trait: string }) =>
      `Unable to resolve trait \`${args.trait}\`. If this is a custom trait, then it must be defined before it can be used in a model.`,
  }),
  unknownTrait: warning(
    "Model.UnresolvedTrait",
    (args: { trait: string }) =>
      `Unable to resolve trait \`${args.trait}\`. If this is a custom trait, then it must be defined before it can be used in a model.`,
  ),
  traitOnUnknownShape: model(
    (args: { trait: string; shape: string }) =>
      `Trait \`${args.trait}\` applied to unknown shape \`${args.shape}\``,
  ),
  conflictingTrait: defineMessage({
    code: "TraitConflict",
    severity: "ERROR",
    text: (args: { trait: string; shape: string; place: string }) =>
      `Conflicting \`${args.trait}\` trait found on shape \`${args.shape}\`. The previous trait was defined at \`${args.place}\`, and a conflicting trait was defined here.`,
  }),
  conflictingShape: model(
    (args: { id: string; place: string }) =>
      `Conflicting shape definition for \`${args.id}\`: it is defined differently at \`${args.place}\`.`,
  ),
  conflictingMetadata: model(
    (args: { key: string; place: string }) =>
      `Metadata conflict for key \`${args.key}\`. Defined in both \`${args.place}\` and here.`,
  ),
  missingMember: model(
    (args: { shape: string; member: string }) =>
      `Missing required member of shape \`${args.shape}\`: ${args.member}`,
  ),
  unexpectedMember: model(
    (args: { type: string; member: string; expected: string }) =>
      `A ${args.type} has no member \`${args.member}\`, only ${args.expected}`,
  ),
  noMembers: model((args: { type: string }) => `${args.type} shapes must have at least one member`),
  elidedTarget: model(
    () =>
      "Member target was elided, but no bound resource or mixin contained a matching identifier or member name.",
  ),
  notAResource: model(
    (args: { id: string; type: string }) =>
      `The target of the \`for\` production must be a resource shape, but found ${article(args.type)} ${args.type} shape: ${args.id}`,
  ),
  unknownResource: model(
    (args: { id: string }) =>
      `Unable to find the resource \`${args.id}\` that the shape is bound to`,
  ),
  mixinInVersion1: model(
    (args: { id: string; version: string }) =>
      `Mixins can only be used in Smithy 2.0 or later. Attempted to apply a @mixin trait to \`${args.id}\` in a model file using version \`${args.version}\`.`,
  ),
  mixinNotFound: model(
    (args: { id: string; mixin: string }) =>
      `Unable to find mixin \`${args.mixin}\` of shape \`${args.id}\``,
  ),
  notAMixin: model(
    (args: { id: string; mixin: string }) =>
      `Attempted to use \`${args.mixin}\` as a mixin of \`${args.id}\`, but it is not marked with the mixin trait`,
  ),
  mixinCycle: model(
    (args: { cycle: readonly string[] }) =>
      `Mixins must not introduce cycles: ${args.cycle.map((id) => `\`${id}\``).join(" -> ")}`,
  ),
  mixinOfOtherType: model(
    (args: { id: string; type: string; mixins: readonly string[] }) =>
      `Mixins may only be mixed into shapes of the same type. The following mixins were applied to the ${args.type} shape \`${args.id}\` which are not ${args.type} shapes: [${args.mixins.map((id) => `\`${id}\``).join(", ")}]`,
  ),
  mixinMemberConflict: model(
    (args: { inherited: string }) =>
      `Member conflicts with an inherited mixin member: \`${args.inherited}\``,
  ),
  operationMixinWithInput: model(
    (args: { id: string }) =>
      `Operation shapes with the mixin trait MUST target \`smithy.api#Unit\` for their input and output. Operation mixin shape \`${args.id}\` defines one or both of these properties.`,
  ),
  resourceMixinWithProperties: model(
    (args: { id: string }) =>
      `Resource shapes with the mixin trait may not define any properties. Resource mixin shape \`${args.id}\` defines one or more properties.`,
  ),
  unknownProperty: warning(
    "Model",
    (args: { type: string; expected: readonly string[]; found: string }) =>
      `Expected ${article(args.type)} ${args.type} to hold only ${args.expected.map((key) => `\`${key}\``).join(", ")}, but found \`${args.found}\``,
  ),
  expectedValue: model(
    (args: { what: string; expected: string; found: string }) =>
      `Expected ${args.what} to be ${args.expected}, but found ${args.found}`,
  ),
  invalidShapeId: model((args: { id: string }) => `Invalid shape ID: \`${args.id}\``),
  invalidJson: defineMessage({
    code: "Model",
    severity: "ERROR",
    syntax: true,
    text: (args: { problem: string }) => `Error parsing JSON: ${args.problem}`,
  }),
  unsupportedVersion: model(
    (args: { version: string }) => `Unsupported Smithy version number: ${args.version}`,
  ),
  unknownShapeType: model((args: { type: string }) => `Invalid shape \`type\`: ${args.type}`),
} as const;

const article = (word: string) => (/^[aeiou]/.test(word) ? "an" : "a");
