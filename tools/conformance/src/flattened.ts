import type { Model } from "@tinsmith/smithy";
import { hasTrait, mixinTrait } from "@tinsmith/smithy/traits";
import { canonicalJson } from "./difference.js";

const preludeNamespace = "smithy.api#";

/** Prints the shapes of a model with their mixins merged in, and without the mixins themselves. */
export function flattenedShapes(model: Model): string {
  const shapes = [...model.shapes.values()]
    .filter(({ id, type }) => type !== "member" && !id.startsWith(preludeNamespace))
    .filter((shape) => !hasTrait(shape, mixinTrait))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonicalJson(shapes.map((shape) => describe(shape)));
}

/**
 * The properties of a shape that are not compared: its location, and the mixins that its parts came
 * from.
 */
const incidental: ReadonlySet<string> = new Set([
  "span",
  "mixins",
  "own",
  "ownErrors",
  "ownTraits",
]);

/** Lists of shape ids whose order is not significant. */
const sets: ReadonlySet<string> = new Set(["errors", "operations", "resources"]);

function describe(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, inner]) => [key, describe(inner)]);
  if (Array.isArray(value)) return value.map(describe);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !incidental.has(key))
      .map(([key, inner]) => [key, describeProperty(key, inner)]),
  );
}

function describeProperty(key: string, value: unknown): unknown {
  if (key === "traits" && value instanceof Map) return Object.fromEntries(value);
  if (sets.has(key) && Array.isArray(value)) return [...value].sort();
  return describe(value);
}
