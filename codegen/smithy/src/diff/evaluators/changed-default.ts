import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { MemberShape, Model } from "../../model/model.js";
import { traitSpan } from "../../model/trait-origins.js";
import { addedDefaultTrait, defaultTrait, hasTrait } from "../../traits/index.js";
import { at } from "../../validate/rule.js";
import type { ComparedValue } from "../compared-value.js";
import type { ChangedShape } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { compact } from "../print-value.js";
import { isZeroValue } from "../zero-values.js";

const name = "ChangedDefault";

/** Reports defaults that were added, removed or changed so that generated code breaks. */
export const changedDefault: Evaluator = {
  name,
  *evaluate({ changed, newModel }) {
    for (const change of changed) {
      const difference = change.traits.find(({ id }) => id === defaultTrait.id);
      if (difference === undefined) continue;
      const { before, after } = difference;
      if (after !== undefined && before !== undefined) {
        yield changedValue(change, before, after, newModel);
      } else if (after !== undefined) {
        yield* added(change, after);
      } else if (before !== undefined && !isHarmlessRemoval(change, before, newModel)) {
        const text = "@default trait was removed. This will break previously generated code.";
        yield event("ERROR", name, text, at(change.after));
      }
    }
  },
};

/** The place of the new default. */
const atDefault = ({ after }: ChangedShape) => ({
  shapeId: after.id,
  span: traitSpan(after, defaultTrait.id),
});

function* added(change: ChangedShape, value: ComparedValue): Iterable<Diagnostic> {
  const { after } = change;
  if (after.type !== "member") {
    const text = `Adding the @default trait to a root-level shape will break previously generated code. Added @default: ${compact(value)}`;
    yield event("ERROR", name, text, atDefault(change));
  } else if (!hasTrait(after, addedDefaultTrait) && value.value !== null) {
    const text = `Adding the @default trait to a member without also adding the @addedDefault trait will break previously generated code. Added @default: ${compact(value)}`;
    yield event("ERROR", name, text, atDefault(change));
  }
}

/**
 * Returns whether the removal of a default is harmless: the default was null, and the target of the
 * member has no other one.
 */
function isHarmlessRemoval({ after }: ChangedShape, before: ComparedValue, model: Model): boolean {
  if (after.type !== "member" || before.value !== null) return false;
  return (model.getShape(after.target)?.traits.get(defaultTrait.id) ?? null) === null;
}

function changedValue(
  change: ChangedShape,
  before: ComparedValue,
  after: ComparedValue,
  model: Model,
): Diagnostic {
  const from = compact(before);
  const to = compact(after);
  if (change.after.type !== "member") {
    const text = `Changing the @default value of a root-level shape will break previously generated code. Old value: ${from}. New value: ${to}`;
    return event("ERROR", name, text, atDefault(change));
  }
  const wasZero = isZeroOf(before, change.after, model);
  if (wasZero === isZeroOf(after, change.after, model)) {
    const text = `Changing the @default value of a member is dangerous and could break previously generated code or lead to subtle errors. Do this only when strictly necessary. Old value: ${from}. New value: ${to}`;
    return event("DANGER", name, text, atDefault(change));
  }
  const text = wasZero
    ? `The @default trait of this member changed from the zero value of the target shape, \`${from}\`, to a value that is not the zero value, \`${to}\`. This will break previously generated code.`
    : `The @default trait of this member changed from something other than the zero value of the target shape, \`${from}\`, to the zero value, \`${to}\`. This will break previously generated code.`;
  return event("ERROR", name, text, atDefault(change));
}

/** Returns whether a default is the zero value of the member's target. */
function isZeroOf({ value }: ComparedValue, member: MemberShape, model: Model): boolean {
  const target = model.getShape(member.target);
  return target !== undefined && isZeroValue(value, target.type);
}
