import { closest } from "../diagnostics/closest.js";
import type { ShapeId } from "../model/model.js";
import { shapeName, shapeNamespace } from "../model/shape-id.js";
import { howToDefine } from "../traits/trait-packages.js";

/** The maximum number of hints. More are not useful, and each one is compared with every shape. */
const limit = 100;

/** Suggests existing ids for unknown ones, or the package that defines them. */
export class Suggestions {
  readonly #ids: () => Iterable<ShapeId>;
  readonly #known = new Map<ShapeId, string | undefined>();

  constructor(ids: () => Iterable<ShapeId>) {
    this.#ids = ids;
  }

  forId(id: ShapeId): string | undefined {
    if (this.#known.has(id) || this.#known.size >= limit) return this.#known.get(id);
    const hint = hintFor(id, this.#ids());
    this.#known.set(id, hint);
    return hint;
  }
}

function hintFor(id: ShapeId, ids: Iterable<ShapeId>): string | undefined {
  const namespace = shapeNamespace(id);
  const candidates = new Map<string, ShapeId>();
  for (const candidate of ids) {
    const name = shapeName(candidate);
    if (shapeNamespace(candidate) === namespace || !candidates.has(name)) {
      candidates.set(name, candidate);
    }
  }
  const name = closest(shapeName(id), candidates.keys());
  const found = name === undefined ? undefined : candidates.get(name);
  const suggested = found === id ? undefined : found;
  // If the similar shape is in another namespace, the hint names the package that defines the
  // missing one.
  const isNear = suggested !== undefined && shapeNamespace(suggested) === namespace;
  const missing = isNear ? undefined : howToDefine(id);
  if (missing !== undefined) return missing;
  return suggested === undefined ? undefined : `Did you mean \`${suggested}\`?`;
}
