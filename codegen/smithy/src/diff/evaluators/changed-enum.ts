import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Shape } from "../../model/model.js";
import { traitSpan } from "../../model/trait-origins.js";
import type { Span } from "../../source/source-file.js";
import { enumTrait, enumValueTrait, trait } from "../../traits/index.js";
import { at } from "../../validate/rule.js";
import type { ChangedShape } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";

interface EnumDefinition {
  readonly value: string;
  readonly name: string | undefined;
}

const code = "ChangedEnumTrait";

/**
 * Compares the values of enum shapes and of strings with `@enum`: values may only be added at the
 * end.
 */
export const changedEnumTrait: Evaluator = {
  name: code,
  *evaluate({ changed }) {
    for (const change of changed) {
      if (!areComparable(change)) continue;
      const before = definitionsOf(change.before);
      const after = definitionsOf(change.after);
      if (before !== undefined && after !== undefined) yield* compare(change, before, after);
    }
  },
};

/** A string may become an enum shape, not the other way around. */
const areComparable = ({ before, after }: ChangedShape): boolean =>
  after.type === "enum" || before.type !== "enum";

/** The values of an enum; `undefined` for other shapes. */
function definitionsOf(shape: Shape): readonly EnumDefinition[] | undefined {
  if (shape.type !== "enum") {
    return trait(shape, enumTrait)?.map(({ name, value }) => ({ name, value }));
  }
  return [...shape.members.values()].flatMap((member) => {
    const value = trait(member, enumValueTrait);
    return typeof value === "string" ? [{ name: member.name, value }] : [];
  });
}

/** The place of the trait `@enum`, or of an enum shape. */
const placeOf = (shape: Shape): Span | undefined =>
  shape.type === "enum" ? shape.span : traitSpan(shape, enumTrait.id);

function* compare(
  change: ChangedShape,
  before: readonly EnumDefinition[],
  after: readonly EnumDefinition[],
): Iterable<Diagnostic> {
  const atOld = { shapeId: change.after.id, span: placeOf(change.before) };
  let lastOld = before.length - 1;
  for (const [index, { name, value }] of before.entries()) {
    const now = after.find((one) => one.value === value);
    if (now === undefined) {
      lastOld--;
      yield event(
        "ERROR",
        `${code}.Removed.${index}`,
        `Enum value \`${value}\` was removed`,
        atOld,
      );
    } else if (now.name !== name) {
      const text = `Enum \`name\` changed from \`${name ?? null}\` to \`${now.name ?? null}\` for the \`${value}\` value`;
      yield event("ERROR", `${code}.NameChanged.${index}`, text, at(change.after));
    }
  }
  for (const [index, { value }] of after.entries()) {
    if (before.some((one) => one.value === value)) continue;
    if (index <= lastOld) {
      lastOld++;
      const text = `Enum value \`${value}\` was inserted before the end of the list of existing values. This can cause compatibility issues when ordinal values are used for iteration, serialization, etc.`;
      yield event("ERROR", `${code}.OrderChanged.${index}`, text, atOld);
    } else {
      const place = { shapeId: change.after.id, span: placeOf(change.after) };
      const text = `Enum value \`${value}\` was appended`;
      yield event("NOTE", `${code}.Appended.${index}`, text, place);
    }
  }
}
