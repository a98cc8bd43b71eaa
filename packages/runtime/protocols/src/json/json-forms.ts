import type { ReplaceShapes } from "../schema/shape-compiler.js";
import type { ReadTree } from "../tree/tree-reader.js";

/** Writes a value other than null as JSON text. */
export type WriteJson = (value: unknown) => string;

/**
 * Changes the JSON form of shapes. Each function gets the usual writers or readers and returns them
 * with replacements. Its second argument compiles any shape, for example the members of a replaced
 * one.
 *
 * @example
 * // Reads a union as `{ "kind": "one", … }` instead of `{ "one": { … } }`. `tagged` converts a
 * // value to the usual form.
 * const forms: JsonForms = {
 *   read: (usual) => ({
 *     ...usual,
 *     union: (schema) => {
 *       const read = usual.union(schema);
 *       return (value, depth) => read(tagged(value), depth);
 *     },
 *   }),
 * };
 */
export interface JsonForms {
  /** Writers return JSON text. They are never called with null. */
  readonly write?: ReplaceShapes<WriteJson>;
  /** Readers get parsed JSON other than null. They throw a `Mismatch` for invalid values. */
  readonly read?: ReplaceShapes<ReadTree>;
}
