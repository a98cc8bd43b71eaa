import type { ShapeId } from "../model/model.js";

/**
 * Sorts items of a message in the hash order of the reference implementation. Some messages list
 * several things without an inherent order; the reference lists them in the order of its hash
 * tables, which is the same in every run. Using that order makes the messages comparable.
 */
export function inHashOrder<Key>(
  keys: Iterable<Key>,
  hashOf: (key: Key) => number,
): readonly Key[] {
  const all = [...keys];
  let capacity = 16;
  while (all.length > capacity * 0.75) capacity *= 2;
  const bucketOf = (key: Key): number => {
    const hash = hashOf(key);
    return (hash ^ (hash >>> 16)) & (capacity - 1);
  };
  // Items in the same bucket keep their order: sorting is stable.
  return all
    .map((key) => ({ key, bucket: bucketOf(key) }))
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ key }) => key);
}

/** The hash of a text in Java: a polynomial in 31 over its code units, in 32 bits. */
export function hashOfText(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** The hash of a shape id without a member. */
export function hashOfShapeId(id: ShapeId): number {
  const [namespace = "", name = ""] = id.split("#");
  return (17 + Math.imul(31 * 31, hashOfText(namespace)) + Math.imul(17, hashOfText(name))) | 0;
}
