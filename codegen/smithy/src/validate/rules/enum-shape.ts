import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { EnumShape, IntEnumShape, Shape } from "../../model/model.js";
import { enumTrait, enumValueTrait, hasTrait, trait } from "../../traits/index.js";
import { error, warning } from "../event.js";
import { groupBy } from "../group-by.js";
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
  empty: error(
    "EnumShape",
    () => "enum values may not be empty. An empty string stands for a value that was not set.",
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
      if (shape.type === "enum" || shape.type === "intEnum") yield* checkMembers(shape);
      else if (hasTrait(shape, enumTrait)) yield* checkTrait(shape);
    }
  },
};

function* checkMembers(shape: EnumShape | IntEnumShape): Iterable<Diagnostic> {
  const members = [...shape.members.values()];
  const valueOf = (member: Shape) => trait(member, enumValueTrait);
  for (const [value, group] of groupBy(members, valueOf)) {
    if (value === undefined) continue;
    for (const member of group.slice(1)) {
      yield messages.sameValue({ type: shape.type, value: String(value) }, at(member));
    }
  }
  for (const member of members) {
    if (valueOf(member) === "") yield messages.empty(undefined, at(member));
    if (!recommended.test(member.name)) yield messages.name({ name: member.name }, at(member));
  }
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
