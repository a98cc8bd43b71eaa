import type { Model } from "@tinsmith/smithy";
import { canonicalJson } from "./difference.js";

const preludeNamespace = "smithy.api#";

/** The shapes of a model as they are with their mixins merged in, without the mixins themselves. */
export function flattenedShapes(model: Model): string {
  const shapes = [...model.shapes.values()]
    .filter(({ id, type }) => type !== "member" && !id.startsWith(preludeNamespace))
    .filter(({ traits }) => !traits.has("smithy.api#mixin"))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonicalJson(shapes.map((shape) => describe(shape)));
}

/** Where it was written and which mixins it came from are no part of what a shape is. */
const incidental: ReadonlySet<string> = new Set(["span", "mixins"]);

function describe(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, inner]) => [key, describe(inner)]);
  if (Array.isArray(value)) return value.map(describe);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !incidental.has(key))
      .map(([key, inner]) => [key, key === "traits" ? unordered(inner) : describe(inner)]),
  );
}

/** Members have an order; the traits of a shape have none. */
function unordered(traits: unknown): unknown {
  return traits instanceof Map ? Object.fromEntries(traits) : traits;
}
