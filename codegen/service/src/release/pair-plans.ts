import type { ShapeId } from "@tinsmith/smithy";

interface Named {
  readonly id: ShapeId;
}

/** The parts of two versions: pairs of matching parts, and the parts that only one version has. */
export interface Pairs<Part> {
  readonly both: readonly (readonly [before: Part, after: Part])[];
  readonly gone: readonly Part[];
  readonly added: readonly Part[];
}

/**
 * Pairs parts by their TypeScript name, because users see that name. The remaining parts are paired
 * by their id. A shape with a new id and the old name counts as the same shape.
 */
export function pairPlans<Part extends Named>(
  before: Iterable<Part>,
  after: Iterable<Part>,
  nameOf: (part: Part) => string,
): Pairs<Part> {
  const both: (readonly [Part, Part])[] = [];
  const gone = new Set(before);
  const added = new Set(after);
  for (const keyOf of [nameOf, ({ id }: Part) => id]) {
    const now = new Map(Array.from(added, (part) => [keyOf(part), part]));
    for (const part of gone) {
      const is = now.get(keyOf(part));
      if (is === undefined) continue;
      both.push([part, is]);
      gone.delete(part);
      added.delete(is);
    }
  }
  return { both, gone: [...gone], added: [...added] };
}
