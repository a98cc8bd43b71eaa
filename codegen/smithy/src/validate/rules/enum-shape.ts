import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { EnumShape, IntEnumShape, Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { error, warning } from "../event.js";
import { groupBy } from "../group-by.js";
import { at, type Rule } from "../rule.js";
import { stringOf } from "../trait-values.js";

const format =
  "does not match the recommended enum name format of beginning with an uppercase letter, followed by any number of uppercase letters, numbers, or underscores.";

const messages = {
  sameValue: error(
    "EnumShape",
    (args: { value: string }) =>
      `Multiple enum members found with duplicate value \`${args.value}\``,
  ),
  empty: error(
    "EnumShape",
    () =>
      "enum values may not be empty because an unset or empty string indicates that no value was set",
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
    (args: { missing: readonly string[] }) =>
      `\`enum\` trait \`name\` properties must be defined on all or none of its values, but the following values have none: [${args.missing.join(", ")}]`,
  ),
  traitName: warning(
    "EnumTrait",
    (args: { name: string }) => `The name \`${args.name}\` ${format}`,
  ),
} as const;

const recommended = /^[A-Z]+[A-Z_0-9]*$/;

/** The members of an enum have values of their own and names like constants. */
export const enumShape: Rule = {
  name: "EnumShape",
  *check({ model }) {
    for (const shape of model.shapes.values()) {
      if (shape.type === "enum" || shape.type === "intEnum") yield* checkMembers(shape);
      else if (shape.traits.has("smithy.api#enum")) yield* checkTrait(shape);
    }
  },
};

function* checkMembers(shape: EnumShape | IntEnumShape): Iterable<Diagnostic> {
  const members = [...shape.members.values()];
  const valueOf = (member: Shape) => member.traits.get("smithy.api#enumValue");
  for (const [value, group] of groupBy(members, valueOf)) {
    if (value === undefined) continue;
    for (const member of group.slice(1)) {
      yield messages.sameValue({ value: String(value) }, at(member));
    }
  }
  for (const member of members) {
    if (valueOf(member) === "") yield messages.empty(undefined, at(member));
    if (!recommended.test(member.name)) yield messages.name({ name: member.name }, at(member));
  }
}

function* checkTrait(shape: Shape): Iterable<Diagnostic> {
  const trait = shape.traits.get("smithy.api#enum");
  const entries = isNodeArray(trait) ? trait.filter(isNodeObject) : [];
  const names = entries.flatMap((entry) => stringOf(entry["name"]) ?? []);
  const values = entries.flatMap((entry) => stringOf(entry["value"]) ?? []);
  for (const name of repeated(names)) yield messages.traitSameName({ name }, at(shape));
  for (const value of repeated(values)) yield messages.traitSameValue({ value }, at(shape));
  for (const name of names) {
    if (!recommended.test(name)) yield messages.traitName({ name }, at(shape));
  }
  if (names.length > 0 && names.length < entries.length) {
    const missing = entries
      .filter((entry) => entry["name"] === undefined)
      .map((entry) => String(entry["value"]));
    yield messages.traitSomeNames({ missing }, at(shape));
  }
}

const repeated = (items: readonly string[]): readonly string[] => [
  ...new Set(items.filter((item, index) => items.indexOf(item) < index)),
];
