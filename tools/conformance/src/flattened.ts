import type { Model, Shape } from "@tinsmith/smithy";
import { canonicalJson } from "./difference.js";

const preludeNamespace = "smithy.api#";

/** The shapes of a model as they are with their mixins merged in, without the mixins themselves. */
export function flattenedShapes(model: Model): string {
  const shapes = [...model.shapes.values()]
    .filter(({ id, type }) => type !== "member" && !id.startsWith(preludeNamespace))
    .filter(({ traits }) => !traits.has("smithy.api#mixin"))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonicalJson(shapes.map(describe));
}

/** Everything of a shape except where it was written and which mixins it came from. */
function describe(shape: Shape): unknown {
  return plain({ ...shape, span: undefined, mixins: undefined });
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, inner]) => [key, plain(inner)]);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const {
    span: _span,
    mixins: _mixins,
    traits,
    ...rest
  } = Object.assign({}, value, { traits: undefined, ...value });
  const entries = Object.entries(rest).map(([key, inner]) => [key, plain(inner)]);
  const sortedTraits: unknown = traits instanceof Map ? Object.fromEntries(traits) : plain(traits);
  return { ...Object.fromEntries(entries), traits: sortedTraits };
}
