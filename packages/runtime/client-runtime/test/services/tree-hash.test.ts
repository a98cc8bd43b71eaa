import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Sha256 } from "../../src/node/sha256.js";
import { hashBody } from "../../src/services/tree-hash.js";

const MEBIBYTE = 1024 * 1024;
function sha256(...parts: Uint8Array[]) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const createBytes = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251);

/** Splits bytes into chunks that do not have to align with the leaves. */
function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

describe("hashBody", () => {
  it("returns equal hashes for a body of at most one mebibyte", async () => {
    for (const bytes of [createBytes(0), createBytes(11), createBytes(MEBIBYTE)]) {
      const expected = hex(sha256(bytes));
      expect(await hashBody(Sha256, [bytes])).toEqual({ content: expected, tree: expected });
    }
  });

  it("moves the unpaired hash of an odd number of leaves up the tree unchanged", async () => {
    const bytes = createBytes(4.5 * MEBIBYTE);
    const [a, b, c, d, e] = Array.from({ length: 5 }, (_, index) =>
      sha256(bytes.subarray(index * MEBIBYTE, (index + 1) * MEBIBYTE)),
    );
    if (!a || !b || !c || !d || !e) throw new Error("Five leaves are expected.");
    const tree = hex(sha256(sha256(sha256(a, b), sha256(c, d)), e));
    for (const size of [bytes.length, 700_001, MEBIBYTE]) {
      expect(await hashBody(Sha256, inChunks(bytes, size))).toEqual({
        content: hex(sha256(bytes)),
        tree,
      });
    }
  });
});
