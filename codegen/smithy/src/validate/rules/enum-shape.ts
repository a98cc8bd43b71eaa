import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { MemberShape, NodeValue, Shape } from "../../model/model.js";
import { traitDigits } from "../../model/exact-digits.js";
import { enumTrait, enumValueTrait, hasTrait, trait } from "../../traits/index.js";
import { error, warning } from "../event.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const format =
  "does not match the recommended enum name format of beginning with an uppercase letter, followed by any number of uppercase letters, numbers, or underscores.";

const messages = {
  sameValue: error(
    "EnumShape",
    (args: { type: string; value: string }) =>
      `Multiple ${args.type} members found with duplicate value \`${args.value}\``,
  ),
  empty: error("EnumShape", () => "enum values may not be empty."),
  noString: error(
    "EnumShape",
    (args: { found: NodeValue }) =>
      `enum members can only be assigned string values, but found: ${JSON.stringify(args.found)}`,
  ),
  noValue: error("EnumShape", () => "intEnum members must be assigned an integer value"),
  noNumber: error(
    "EnumShape",
    (args: { found: NodeValue }) =>
      `intEnum members require integer values, but found: ${JSON.stringify(args.found)}`,
  ),
  fraction: error(
    "EnumShape",
    (args: { found: string }) =>
      `intEnum members do not support floating point values: ${args.found}`,
  ),
  range: error(
    "EnumShape",
    (args: { found: string }) =>
      `intEnum members must fit within an integer, but found: ${args.found}`,
  ),
  name: warning("EnumShape", (args: { name: string }) => `The name \`${args.name}\` ${format}`),
  traitSameName: error(
    "EnumTrait",
    (args: { name: string }) =>
      `Duplicate enum trait values found with the same \`name\` property of '${args.name}'`,
  ),
  traitSameValue: error(
    "EnumTrait",
    (args: { value: string }) =>
      `Duplicate enum trait values found with the same \`value\` property of '${args.value}'`,
  ),
  traitSomeNames: error(
    "EnumTrait",
    (args: { value: string }) =>
      `\`${args.value}\` enum value body is missing the \`name\` property; if any enum trait value contains a \`name\` property, then all values must contain the \`name\` property.`,
  ),
  traitName: (name: string) => warning(`EnumTrait.${name}`, () => `The name \`${name}\` ${format}`),
  traitNoNames: warning(
    "EnumNamesPresent",
    () =>
      "Enums should define the `name` property to allow rich types to be generated in code generators.",
  ),
} as const;

const recommended = /^[A-Z]+[A-Z_0-9]*$/;

/** The members of an enum have unique values, and names like constants. */
export const enumShape: Rule = {
  name: "EnumShape",
  *check({ subjects }) {
    for (const shape of subjects) {
      if (shape.type !== "enum" && shape.type !== "intEnum") continue;
      const seen = new Set<NodeValue>();
      for (const member of shape.members.values()) yield* checkMember(shape.type, member, seen);
    }
  },
};

/** The entries of the `enum` trait have unique values, and either all of them have names or none. */
export const enumTraitRule: Rule = {
  name: "EnumTrait",
  *check({ subjects }) {
    for (const shape of subjects) {
      // The trait that makes a string an enum is implied on enum shapes.
      if (shape.type !== "enum" && hasTrait(shape, enumTrait)) yield* checkTrait(shape);
    }
  },
};

function* checkMember(
  type: "enum" | "intEnum",
  member: MemberShape,
  seen: Set<NodeValue>,
): Iterable<Diagnostic> {
  const value = trait(member, enumValueTrait);
  if (type === "intEnum") {
    const problem = integerProblem(member, value);
    if (problem !== undefined) {
      yield problem;
      return;
    }
  } else if (typeof value !== "string") {
    yield messages.noString({ found: value ?? null }, atTrait(member, enumValueTrait));
  }
  if (type === "intEnum" || typeof value === "string") {
    if (seen.has(value ?? null))
      yield messages.sameValue({ type, value: String(value) }, at(member));
    seen.add(value ?? null);
  }
  if (value === "") yield messages.empty(undefined, at(member));
  if (!recommended.test(member.name)) yield messages.name({ name: member.name }, at(member));
}

function integerProblem(member: MemberShape, value: NodeValue | undefined): Diagnostic | undefined {
  const place = atTrait(member, enumValueTrait);
  if (value === undefined) return messages.noValue(undefined, at(member));
  if (typeof value !== "number") return messages.noNumber({ found: value }, place);
  const found = traitDigits(member.traits, enumValueTrait.id) ?? String(value);
  if (!Number.isInteger(value) || /[.eE]/.test(found)) return messages.fraction({ found }, place);
  const fits = value >= -(2 ** 31) && value < 2 ** 31;
  return fits ? undefined : messages.range({ found }, place);
}

function* checkTrait(shape: Shape): Iterable<Diagnostic> {
  const entries = trait(shape, enumTrait) ?? [];
  const names = entries.flatMap(({ name }) => name ?? []);
  const values = entries.map(({ value }) => value);
  for (const value of repeated(values))
    yield messages.traitSameValue({ value }, atTrait(shape, enumTrait));
  for (const name of repeated(names))
    yield messages.traitSameName({ name }, atTrait(shape, enumTrait));
  for (const name of names) {
    if (!recommended.test(name))
      yield messages.traitName(name)(undefined, atTrait(shape, enumTrait));
  }
  if (names.length === 0) {
    yield messages.traitNoNames(undefined, atTrait(shape, enumTrait));
    return;
  }
  for (const { name, value } of entries) {
    if (name !== undefined) continue;
    yield messages.traitSomeNames({ value: String(value) }, atTrait(shape, enumTrait));
  }
}

const repeated = (items: readonly string[]): readonly string[] =>
  items.filter((item, index) => items.indexOf(item) < index);
