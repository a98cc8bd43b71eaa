import type { NodeValue, Shape } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";

/** A trait value that is an object, or an empty one where the trait is absent or is none. */
export function objectTrait(shape: Shape, trait: string): { readonly [key: string]: NodeValue } {
  const value = shape.traits.get(trait);
  return isNodeObject(value) ? value : {};
}

/** A trait value that is a list of strings, or an empty one. */
export const stringsTrait = (shape: Shape, trait: string): readonly string[] =>
  stringsOf(shape.traits.get(trait));

/** A trait value that is a string. */
export function stringTrait(shape: Shape, trait: string): string | undefined {
  const value = shape.traits.get(trait);
  return typeof value === "string" ? value : undefined;
}

/** The strings of a node value that is a list. */
export const stringsOf = (value: NodeValue | undefined): readonly string[] =>
  isNodeArray(value) ? value.filter((item) => typeof item === "string") : [];

export const stringOf = (value: NodeValue | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

export const numberOf = (value: NodeValue | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;
