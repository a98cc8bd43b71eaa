import { Crc32 } from "@smithy/core/checksum";
import { toUtf8 } from "@smithy/core/serde";
import { describe, expect, it } from "vitest";
import { awsChunked } from "../../src/checksums/aws-chunked.js";

async function encoded(...chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const source = async function* () {
    yield* chunks;
  };
  const frames: string[] = [];
  for await (const frame of awsChunked(source(), Crc32, "x-amz-checksum-crc32")) {
    frames.push(toUtf8(frame));
  }
  return frames;
}

const text = (value: string) => new TextEncoder().encode(value);

describe("awsChunked", () => {
  it("collects small chunks and ends with the checksum", async () => {
    // CRC-32 of "123456789" is 0xCBF43926.
    expect(await encoded(text("12345"), text("6789"))).toEqual([
      "9\r\n123456789\r\n",
      "0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n",
    ]);
  });

  it("emits a chunk as soon as it has collected 64 KiB", async () => {
    const frames = await encoded(text("a".repeat(70_000)), text("b"));
    expect(frames.map((frame) => frame.slice(0, frame.indexOf("\r\n")))).toEqual([
      (70_000).toString(16),
      "1",
      "0",
    ]);
  });

  it("encodes an empty stream as a final chunk with the checksum of zero bytes", async () => {
    expect(await encoded()).toEqual(["0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n"]);
  });
});
