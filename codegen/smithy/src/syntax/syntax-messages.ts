import { defineMessage } from "../diagnostics/define-message.js";

const syntax = <Arguments>(text: (args: Arguments) => string) =>
  defineMessage({ code: "Model", severity: "ERROR", syntax: true, text });

/** An error whose message does not begin with its place. */
const plain = <Arguments>(text: (args: Arguments) => string) =>
  defineMessage({ code: "Model", severity: "ERROR", text });

const list = (expected: readonly string[]) =>
  expected.length === 1 ? `${expected[0]} but` : `one of ${expected.join(", ")}; but`;

/** All messages of the parser, under the event ids of the reference. */
export const syntaxMessages = {
  lexical: syntax((args: { problem: string }) => args.problem),
  expected: syntax(
    (args: { expected: readonly string[]; found: string }) =>
      `Expected ${list(args.expected)} found ${args.found}`,
  ),
  expectedLineBreak: syntax(
    (args: { found: string }) => `Expected a line break, but found ${args.found}`,
  ),
  expectedWhitespace: syntax(
    (args: { found: string }) =>
      `Expected one or more whitespace characters, but found ${args.found}`,
  ),
  expectedNamespace: syntax(
    (args: { found: string }) => `Expected a namespace definition but found ${args.found}`,
  ),
  unknownShapeType: syntax((args: { type: string }) => `Unknown shape type: ${args.type}`),
  duplicateControl: syntax(
    (args: { key: string }) => `Duplicate control statement \`${args.key}\``,
  ),
  invalidVersion: plain(
    (args: { found: string }) =>
      `The $version control statement must have a string value, but found ${args.found}`,
  ),
  invalidSuffix: plain((args: { found: string }) => `Expected string, but found ${args.found}.`),
  conflictingUse: plain(
    (args: { id: string; other: string }) =>
      `Cannot use name \`${args.id}\` because it conflicts with \`${args.other}\``,
  ),
  nameConflictsWithUse: plain(
    (args: { name: string; other: string }) =>
      `Shape name \`${args.name}\` conflicts with imported shape \`${args.other}\``,
  ),
  strayDocumentation: defineMessage({
    code: "Model.BadDocumentationComment",
    severity: "WARNING",
    text: (args: { lines: readonly string[] }) =>
      `Found documentation comments ('///') attached to nothing. Documentation comments must appear on their own lines, directly before shapes and members, and before any traits. The invalid comments were: ${args.lines.join("\n")}`,
  }),
  propertiesNeedVersion2: syntax(
    (args: { version: string }) =>
      `Resource properties can only be used with Smithy version 2 or later. Attempted to use resource properties with version \`${args.version}\`.`,
  ),
  unsupportedVersion: syntax(
    (args: { version: string }) => `Unsupported Smithy version number: ${args.version}`,
  ),
  traitsOnApply: syntax(() => "Traits applied to apply statement"),
  useOfMember: plain(() => "Use statements cannot use members"),
  duplicateMember: syntax(
    (args: { name: string; shape: string }) =>
      `Duplicate member of \`${args.shape}\`: '${args.name}'`,
  ),
  conflictingMember: syntax(
    (args: { name: string; shape: string }) => `Found conflicting member name, \`${args.name}\``,
  ),
  duplicateKey: plain((args: { key: string }) => `Duplicate member: '${args.key}'`),
  duplicateTraitKey: plain((args: { key: string }) => `Duplicate member of trait: '${args.key}'`),
  invalidJson: plain((args: { problem: string }) => `Error parsing JSON: ${args.problem}`),
  duplicateOperationProperty: syntax(
    (args: { property: string; operation: string }) =>
      `Duplicate operation ${args.property} property for \`${args.operation}\``,
  ),
  unknownOperationProperty: syntax(
    (args: { property: string; operation: string }) =>
      `Unknown property ${args.property} for ${args.operation}`,
  ),
  defaultNeedsVersion2: syntax(
    () => "@default assignment is only supported in IDL version 2 or later",
  ),
  mixinsNeedVersion2: syntax(
    (args: { version: string }) =>
      `Mixins can only be used with Smithy version 2 or later. Attempted to use mixins with version \`${args.version}\`.`,
  ),
  forResourceNeedsVersion2: syntax(
    (args: { version: string }) =>
      `Structures can only be bound to resources with Smithy version 2 or later. Attempted to bind a structure to a resource with version \`${args.version}\`.`,
  ),
  elisionNeedsVersion2: syntax(() => "Members can only elide targets in IDL version 2 or later"),
  inlineNeedsVersion2: syntax(
    (args: { version: string }) =>
      `Inlined operation inputs and outputs can only be used with Smithy version 2 or later. Attempted to use inlined IO with version \`${args.version}\`.`,
  ),
  tooDeep: syntax(
    (args: { limit: number }) => `Parser exceeded maximum allowed depth of ${args.limit}`,
  ),
} as const;
