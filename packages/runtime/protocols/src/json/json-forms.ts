import type { ReplaceShapes } from "../schema/shape-compiler.js";
import type { ReadTree } from "../tree/tree-reader.js";

/** The JSON text of a value that is not null. */
export type WriteJson = (value: unknown) => string;

/**
 * Other forms of shapes than JSON usually has. Each function gets the usual writers or readers and returns them with
 * replacements; its second argument finds the one of any shape, for the members of what is replaced.
 *
 * @example
 * // A union of `{ "kind": "one", … }` instead of `{ "one": { … } }`: the usual reader gets what it usually reads.
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
  /** Writers return JSON text. They never get null. */
  readonly write?: ReplaceShapes<WriteJson>;
  /** Readers get parsed JSON. They never get null, and throw a `Mismatch` for what they cannot read. */
  readonly read?: ReplaceShapes<ReadTree>;
}
