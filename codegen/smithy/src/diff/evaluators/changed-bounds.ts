import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { lengthTrait, rangeTrait } from "../../traits/index.js";
import type { NodeValue, ShapeId } from "../../model/model.js";
import { at } from "../../validate/rule.js";
import { partOf } from "../compared-value.js";
import type { ComparedValue } from "../compared-value.js";
import type { ChangedShape } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { compact } from "../print-value.js";

/** Reports lengths that were made more restrictive. */
export const changedLengthTrait = changedBounds("ChangedLengthTrait", lengthTrait.id);

/** Reports ranges that were made more restrictive. */
export const changedRangeTrait = changedBounds("ChangedRangeTrait", rangeTrait.id);

function changedBounds(name: string, trait: ShapeId): Evaluator {
  return {
    name,
    *evaluate({ changed }) {
      for (const change of changed) {
        const difference = change.traits.find(({ id }) => id === trait);
        if (difference?.before === undefined || difference.after === undefined) continue;
        yield* compare(name, trait, change, difference.before, difference.after);
      }
    },
  };
}

/**
 * The default of a missing minimum. As in the reference implementation, it is 0 even for a range.
 */
const zero: ComparedValue = { value: 0 };

function* compare(
  name: string,
  trait: ShapeId,
  change: ChangedShape,
  before: ComparedValue,
  after: ComparedValue,
): Iterable<Diagnostic> {
  const oldMin = partOf(before, "min") ?? zero;
  const newMin = partOf(after, "min") ?? zero;
  if (sizeOf(newMin.value) > sizeOf(oldMin.value)) {
    const text = `${trait} trait value \`min\` was made more restrictive by raising from ${compact(oldMin)} to ${compact(newMin)}`;
    yield event("ERROR", name, text, at(change.after));
  }
  const oldMax = partOf(before, "max");
  const newMax = partOf(after, "max");
  if (newMax === undefined) return;
  if (oldMax === undefined || sizeOf(oldMax.value) > sizeOf(newMax.value)) {
    const from = oldMax === undefined ? "null" : compact(oldMax);
    const text = `${trait} trait value \`max\` was made more restrictive by lowering from ${from} to ${compact(newMax)}`;
    yield event("ERROR", name, text, at(change.after));
  }
}

const sizeOf = (value: NodeValue): number => Number(value);
