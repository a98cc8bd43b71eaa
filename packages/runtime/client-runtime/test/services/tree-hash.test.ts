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
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251);

/** Chunks that do not end where leaves do. */
function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

describe("the hashes of a body for Glacier", () => {
  it("are the same where it is at most a mebibyte", async () => {
    for (const bytes of [bytesOf(0), bytesOf(11), bytesOf(MEBIBYTE)]) {
      const expected = hex(sha256(bytes));
      expect(await hashBody(Sha256, [bytes])).toEqual({ content: expected, tree: expected });
    }
  });

  it("are that of the bytes, and that of a tree over every mebibyte, whose odd ones go up as they are", async () => {
    const bytes = bytesOf(4.5 * MEBIBYTE);
    const [a, b, c, d, e] = Array.from({ length: 5 }, (_, index) =>
      sha256(bytes.subarray(index * MEBIBYTE, (index + 1) * MEBIBYTE)),
    );
    if (!a || !b || !c || !d || !e) throw new Error("There are five leaves.");
    const tree = hex(sha256(sha256(sha256(a, b), sha256(c, d)), e));
    for (const size of [bytes.length, 700_001, MEBIBYTE]) {
      expect(await hashBody(Sha256, inChunks(bytes, size))).toEqual({
        content: hex(sha256(bytes)),
        tree,
      });
    }
  });
});
