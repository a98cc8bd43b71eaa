import type { NodeObject } from "../model/node-value.js";
import { isNodeArray, isNodeObject, stringsOf } from "../model/node-value.js";
import type { NodeValue, ShapeId } from "../model/model.js";
import {
  corsTrait,
  examplesTrait,
  httpTrait,
  retryableTrait,
  traitTrait,
} from "../traits/index.js";
import { valuesEqual } from "./compared-value.js";
import type { ComparedValue } from "./compared-value.js";

/** Rewrites a value of a trait so that values of the same meaning are equal. */
type Normalize = (value: NodeObject) => NodeObject;

const sortedStrings = (value: NodeValue | undefined): readonly string[] =>
  [...new Set(stringsOf(value))].sort();

/** Traits with defaults, or with lists whose order is insignificant. */
const normalizers: ReadonlyMap<ShapeId, Normalize> = new Map<ShapeId, Normalize>([
  [httpTrait.id, (value) => ({ code: 200, ...value })],
  [
    corsTrait.id,
    (value) => ({
      origin: "*",
      origins: {},
      maxAge: 600,
      ...value,
      additionalAllowedHeaders: sortedStrings(value["additionalAllowedHeaders"]),
      additionalExposedHeaders: sortedStrings(value["additionalExposedHeaders"]),
    }),
  ],
  [retryableTrait.id, (value) => ({ throttling: false, ...value })],
  [traitTrait.id, (value) => ({ selector: "*", conflicts: [], breakingChanges: [], ...value })],
]);

/** Returns whether a trait is the same in both versions of a shape. */
export function traitsEqual({
  id,
  before,
  after,
}: {
  readonly id: ShapeId;
  readonly before?: ComparedValue | undefined;
  readonly after?: ComparedValue | undefined;
}): boolean {
  if (valuesEqual(before, after)) return true;
  if (before === undefined || after === undefined) return false;
  if (id === examplesTrait.id) return sameExamples(before, after);
  const normalize = normalizers.get(id);
  if (normalize === undefined || !isNodeObject(before.value) || !isNodeObject(after.value)) {
    return false;
  }
  return valuesEqual({ value: normalize(before.value) }, { value: normalize(after.value) });
}

/** Compares examples. Their order is insignificant. */
function sameExamples({ value: before }: ComparedValue, { value: after }: ComparedValue): boolean {
  if (!isNodeArray(before) || !isNodeArray(after) || before.length !== after.length) return false;
  return after.every((one) =>
    before.some((other) => valuesEqual({ value: one }, { value: other })),
  );
}
