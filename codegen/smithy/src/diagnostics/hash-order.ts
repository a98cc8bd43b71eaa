import type { ShapeId } from "../model/model.js";

/**
 * Some messages name several things in no order of their own. The reference implementation names
 * them as its hash tables happen to hold them, which is the same at every run; so that messages can
 * be compared, they are named in that order here.
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
  // What shares a bucket stays as it came: sorting is stable.
  return all
    .map((key) => ({ key, bucket: bucketOf(key) }))
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ key }) => key);
}

/** The hash of a text: a polynomial in 31 over its code units, in 32 bits. */
export function hashOfText(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** The hash of the id of a shape that is no member. */
export function hashOfShapeId(id: ShapeId): number {
  const [namespace = "", name = ""] = id.split("#");
  return (17 + Math.imul(31 * 31, hashOfText(namespace)) + Math.imul(17, hashOfText(name))) | 0;
}
