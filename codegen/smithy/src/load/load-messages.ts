import { article } from "../diagnostics/article.js";
import { defineMessage } from "../diagnostics/define-message.js";

const model = <Arguments>(text: (args: Arguments) => string) =>
  defineMessage({ code: "Model", severity: "ERROR", text });

/** Quotes values as the reference does. */
export const quoted = (names: readonly unknown[]) =>
  names.map((name) => `\`${String(name)}\``).join(", ");

const unresolvedTraitText = ({ trait }: { trait: string }) =>
  `Unable to resolve trait \`${trait}\`. If this is a custom trait, then it must be defined before it can be used in a model.`;

/** Messages about names and references. */
const names = {
  undefinedUse: defineMessage({
    code: "Model",
    severity: "WARNING",
    text: (args: { id: string }) => `Use statement refers to undefined shape: ${args.id}`,
  }),
  syntacticShapeId: defineMessage({
    code: "SyntacticShapeIdTarget",
    severity: "DANGER",
    text: (args: { text: string; id: string }) =>
      `Syntactic shape ID \`${args.text}\` does not resolve to a valid shape ID: \`${args.id}\`. Did you mean to quote this string? Are you missing a model file?`,
  }),
  invalidShapeId: model((args: { id: string }) => `Invalid shape ID: ${args.id}`),
  invalidMemberName: model((args: { name: string }) => `Invalid shape ID member: ${args.name}`),
  memberInShapeId: model(
    (args: { type: string; id: string }) =>
      `Shapes of type \`${args.type}\` cannot contain a member in their shape ID. Found \`${args.id}\``,
  ),
  notAResource: model(
    (args: { id: string; type: string }) =>
      `The target of the \`for\` production must be a resource shape, but found ${article(args.type)} ${args.type} shape: ${args.id}`,
  ),
  unknownResource: model(
    (args: { id: string; member: string }) =>
      `Cannot apply resource to elided member ${args.member}: ${args.id} not found`,
  ),
  privateResource: defineMessage({
    code: "PrivateAccess",
    severity: "DANGER",
    text: (args: { id: string }) =>
      `This shape has an invalid for relationship that targets a private shape, \`${args.id}\`, in another namespace.`,
  }),
} as const;

/** Messages about traits, before their values are checked. */
const traits = {
  unresolvedTrait: defineMessage({
    code: "Model.UnresolvedTrait",
    severity: "ERROR",
    text: unresolvedTraitText,
  }),
  unknownTrait: defineMessage({
    code: "Model.UnresolvedTrait",
    severity: "WARNING",
    text: unresolvedTraitText,
  }),
  notATrait: model(
    (args: { trait: string }) =>
      `Shape \`${args.trait}\` cannot be applied as a trait. If this is a custom trait, please add \`@trait\` to this shape.`,
  ),
  traitOnUnknownShape: model(
    (args: { trait: string; shape: string }) =>
      `Trait \`${args.trait}\` applied to unknown shape \`${args.shape}\``,
  ),
  traitOnPrelude: model(
    (args: { trait: string }) =>
      `Cannot apply \`${args.trait}\` to an immutable prelude shape defined in \`smithy.api\`.`,
  ),
  conflictingTrait: model(
    (args: { trait: string; shape: string; place: string; other: string }) =>
      `Conflicting \`${args.trait}\` trait found on shape \`${args.shape}\`. The previous trait was defined at \`${args.place}\`, and a conflicting trait was defined at \`${args.other}\`.`,
  ),
  boxInVersion2: model(() => "@box is not supported in Smithy IDL 2.0"),
  enumTraitInVersion2: defineMessage({
    code: "ModelDeprecation",
    severity: "WARNING",
    text: () => "The enum trait is deprecated. Smithy 2.0 models should use the enum shape.",
  }),
  defaultInVersion1: model(() => "The @default trait can only be used in Smithy 2.0 or later"),
} as const;

/** Messages about the merge of several definitions. */
const merging = {
  conflictingShape: model(
    (args: { id: string; place: string; other: string }) =>
      `Conflicting shape definition for \`${args.id}\` found at \`${args.place}\` and \`${args.other}\``,
  ),
  ignoredDuplicate: defineMessage({
    code: "Model.IgnoredDuplicateDefinition",
    severity: "NOTE",
    text: (args: { id: string; place: string; other: string }) =>
      `Ignoring duplicate but equivalent shape definition: ${args.id} defined at ${args.place} and ${args.other}`,
  }),
  conflictingMetadata: model(
    (args: { key: string; place: string; other: string }) =>
      `Metadata conflict for key \`${args.key}\`. Defined in both \`${args.place}\` and \`${args.other}\``,
  ),
} as const;

/** Messages about members and mixins. */
const members = {
  missingMembers: model(
    (args: { shape: string; members: readonly string[] }) =>
      `Missing required ${args.members.length === 1 ? "member" : "members"} of shape \`${args.shape}\`: ${args.members.join(", ")}`,
  ),
  unexpectedListMember: model(
    (args: { type: string; member: string }) =>
      `${args.type} shapes may only have a \`member\` member, but found \`${args.member}\``,
  ),
  unexpectedMapMember: model(
    (args: { member: string }) =>
      `Map shapes may only have \`key\` and \`value\` members, but found \`${args.member}\``,
  ),
  enumMemberTarget: model(
    (args: { type: string; target: string }) =>
      `${args.type} members may only target \`smithy.api#Unit\`, but found \`${args.target}\``,
  ),
  emptyEnum: model(() => "enum must have at least one entry"),
  emptyIntEnum: model(() => "intEnum shapes must have at least one member"),
  shapeTypeNotInVersion: model(
    (args: { type: string; version: string }) =>
      `${args.type} shapes cannot be used in Smithy version ${args.version}`,
  ),
  elidedTarget: model(
    () =>
      "Member target was elided, but no bound resource or mixin contained a matching identifier or member name.",
  ),
  mixinInVersion1: model(
    (args: { id: string; version: string }) =>
      `Mixins can only be used in Smithy 2.0 or later. Attempted to apply a @mixin trait to \`${args.id}\` in a model file using version \`${args.version}\`.`,
  ),
  mixinNotFound: model(
    (args: { id: string; mixin: string }) =>
      `Cannot apply mixin to ${args.id}: ${args.mixin} not found`,
  ),
  mixinCycle: model(
    (args: { others: readonly string[] }) =>
      `Unable to resolve mixins; cycles detected between this shape and [${args.others.join(", ")}]`,
  ),
  notAMixin: defineMessage({
    code: "Target",
    severity: "ERROR",
    text: (args: { mixin: string }) =>
      `Attempted to use ${args.mixin} as a mixin, but it is not marked with the mixin trait`,
  }),
  tooManyCopies: model(
    (args: { limit: number }) =>
      `The mixins of the model bring more than ${args.limit} members and traits`,
  ),
  mixinOfOtherType: model(
    (args: { id: string; type: string; mixins: readonly string[] }) =>
      `Mixins may only be mixed into shapes of the same type. The following mixins were applied to the ${args.type} shape \`${args.id}\` which are not ${args.type} shapes: [${quoted(args.mixins)}]`,
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
} as const;

/** Messages about the objects of a JSON AST and the bodies of services and resources. */
const nodes = {
  additionalProperties: defineMessage({
    code: "Model",
    severity: "WARNING",
    text: (args: { expected: readonly string[]; additional: readonly string[] }) =>
      `Expected an object with possible properties of ${quoted(args.expected)}, but found additional properties: ${quoted(args.additional)}`,
  }),
  missingProperty: model((args: { name: string }) => `Missing expected member \`${args.name}\`.`),
  expectedNode: model(
    (args: { expected: string; found: string }) =>
      `Expected ${args.expected}, but found ${args.found}.`,
  ),
  expectedPart: model(
    (args: { expected: string; found: string }) => `Expected ${args.expected} ${args.found}`,
  ),
  expectedRequiredProperty: model(
    (args: { name: string; expected: string; found: string }) =>
      `Expected \`${args.name}\` member to be ${args.expected}, but found ${args.found}.`,
  ),
  expectedProperty: model(
    (args: { name: string; expected: string; found: string }) =>
      `Expected \`${args.name}\` to be ${args.expected}; found ${args.found}`,
  ),
  expectedElement: model(
    (args: { index: number; found: string }) =>
      `Expected array element ${args.index} to be a string but found ${args.found}.`,
  ),
  unsupportedVersion: model(
    (args: { version: string }) => `Unsupported Smithy version number: ${args.version}`,
  ),
  unknownControl: defineMessage({
    code: "Model",
    severity: "WARNING",
    text: (args: { key: string; value: string }) =>
      // The reference does not close the second quotation.
      `Unknown control statement \`${args.key}\` with value \`${args.value}`,
  }),
  propertiesInVersion1: model(
    (args: { version: string }) =>
      `Resource properties can only be used with Smithy version 2 or later. Attempted to use resource properties with version \`${args.version}\`.`,
  ),
  unknownShapeType: model((args: { type: string }) => `Invalid shape \`type\`: ${args.type}`),
} as const;

/** All messages between syntax and model. */
export const loadMessages = {
  ...names,
  ...traits,
  ...merging,
  ...members,
  ...nodes,
} as const;
