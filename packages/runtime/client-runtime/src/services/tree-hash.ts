import { toHex } from "@smithy/core/serde";
import type { ChecksumConstructor, HashConstructor } from "@smithy/types";

/** The two hashes of a body that Glacier requires, in hexadecimal. */
export interface BodyHashes {
  /** SHA-256 of the bytes. */
  readonly content: string;
  /** SHA-256 of the tree whose leaves are the hashes of each mebibyte. */
  readonly tree: string;
}

const MEBIBYTE = 1024 * 1024;

type HashClass = ChecksumConstructor | HashConstructor;

/** Computes both hashes of a body in one pass, with one chunk in memory at a time. */
export async function hashBody(
  Hash: HashClass,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<BodyHashes> {
  const content = new Hash();
  const leaves: Uint8Array[] = [];
  let leaf = new Hash();
  let length = 0;
  for await (const chunk of chunks) {
    content.update(chunk);
    for (let start = 0; start < chunk.length;) {
      const part = chunk.subarray(start, start + MEBIBYTE - length);
      leaf.update(part);
      start += part.length;
      length += part.length;
      if (length < MEBIBYTE) continue;
      leaves.push(await leaf.digest());
      leaf = new Hash();
      length = 0;
    }
  }
  if (length > 0 || leaves.length === 0) leaves.push(await leaf.digest());
  return { content: toHex(await content.digest()), tree: toHex(await computeRoot(Hash, leaves)) };
}

/**
 * Combines hashes in pairs, level by level, until one is left. A hash without a partner moves up
 * unchanged.
 */
async function computeRoot(Hash: HashClass, leaves: readonly Uint8Array[]): Promise<Uint8Array> {
  let level = leaves;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = level.slice(index, index + 2);
      if (left === undefined || right === undefined) {
        above.push(...level.slice(index));
        continue;
      }
      const hash = new Hash();
      hash.update(left);
      hash.update(right);
      above.push(await hash.digest());
    }
    level = above;
  }
  return level[0] ?? new Uint8Array();
}
