import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { modelOf } from "../../../../service/test/load-plan.js";
import { caller } from "./call-client.js";
import { checkModules } from "./run-generated.js";
import { generateClient, generateTypes, packages } from "./generate-client.js";

const model = modelOf(`$version: "2"
namespace demo
use aws.auth#sigv4
use aws.auth#unsignedPayload
use aws.protocols#httpChecksum
use aws.protocols#restJson1

@restJson1
@sigv4(name: "demo")
service Demo { version: "1", operations: [Put, Get, Pack, PackStream, Md5, Open] }

enum Algorithm { CRC32, CRC32C, CRC64NVME, SHA1, SHA256 }
enum Mode { ENABLED }
@streaming blob Stream

@httpChecksum(requestAlgorithmMember: "algorithm", requestChecksumRequired: false)
@http(method: "PUT", uri: "/put")
operation Put { input := {
  @httpHeader("X-Amz-Sdk-Checksum-Algorithm") algorithm: Algorithm
  @httpHeader("X-Amz-Checksum-Sha256") known: String
  @httpPayload body: Stream = ""
} }

@httpChecksum(requestValidationModeMember: "mode", responseAlgorithms: ["SHA256", "CRC32"])
@http(method: "GET", uri: "/get")
operation Get {
  input := { @httpHeader("X-Amz-Checksum-Mode") mode: Mode }
  output := {
    @httpPayload body: Stream = ""
  }
}

@requestCompression(encodings: ["gzip"])
@http(method: "PUT", uri: "/pack")
operation Pack { input := { text: String, @httpHeader("Content-Encoding") encoding: String } }

@requestCompression(encodings: ["gzip"])
@http(method: "PUT", uri: "/pack-stream")
operation PackStream { input := {
  @httpPayload body: Stream = ""
} }

@httpChecksumRequired
@http(method: "PUT", uri: "/md5")
operation Md5 { input := { text: String } }

@unsignedPayload
@http(method: "PUT", uri: "/open")
operation Open { input := { text: String } }
`);

const options = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
};

async function collect(body: unknown): Promise<Buffer> {
  if (typeof body === "string") return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body);
  if (!(body instanceof Readable)) throw new TypeError("The body is not a readable stream.");
  return Buffer.concat(await body.map((chunk: Uint8Array) => Buffer.from(chunk)).toArray());
}

describe("the checksum of a request", () => {
  it("is a CRC32 header by default", async () => {
    await caller(model, async ({ call }) => {
      const headersOf = async (input: object, more: object = {}) =>
        (await call("put", { body: "123456789", ...input }, { ...options, ...more })).requests[0]
          ?.headers;
      expect(await headersOf({})).toMatchObject({
        "x-amz-checksum-crc32": "y/Q5Jg==",
        "x-amz-sdk-checksum-algorithm": "CRC32",
      });
      expect(await headersOf({ algorithm: "CRC32C" })).toMatchObject({
        "x-amz-checksum-crc32c": "4waSgw==",
      });
      expect(await headersOf({ algorithm: "CRC64NVME" })).toMatchObject({
        "x-amz-checksum-crc64nvme": "rosUhgp5mIg=",
      });
      expect(await headersOf({ algorithm: "SHA1" })).toMatchObject({
        "x-amz-checksum-sha1": createHash("sha1").update("123456789").digest("base64"),
      });
      expect(await headersOf({ known: "abc=" })).not.toHaveProperty("x-amz-checksum-crc32");
      expect(
        await headersOf({}, { requestChecksumCalculation: "WHEN_REQUIRED" }),
      ).not.toHaveProperty("x-amz-checksum-crc32");
      const { error } = await call("put", { body: "", algorithm: "CRC128" }, options);
      expect(String(error)).toContain('Unknown checksum algorithm "CRC128".');
    });
  }, 60_000);

  it("is sent after the chunks of a streaming body", async () => {
    await caller(model, async ({ call }) => {
      const body = Readable.from([Buffer.from("12345"), Buffer.from("6789")]);
      const { requests } = await call("put", { body }, options);
      expect(requests[0]?.headers).toMatchObject({
        "content-encoding": "aws-chunked",
        "x-amz-trailer": "x-amz-checksum-crc32",
        "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
      });
      expect(String(await collect(requests[0]?.body))).toBe(
        "9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n",
      );
    });
  }, 60_000);

  it("is a Content-MD5 header for httpChecksumRequired", async () => {
    await caller(model, async ({ call }) => {
      const { requests } = await call("md5", { text: "a" }, options);
      const expected = createHash("md5").update('{"text":"a"}').digest("base64");
      expect(requests[0]?.headers["content-md5"]).toBe(expected);
    });
  }, 60_000);
});

describe("the checksum of a response", () => {
  const response = (checksum: string) => ({
    headers: { "x-amz-checksum-crc32": checksum },
    body: Buffer.from("123456789"),
  });

  it("is requested and verified", async () => {
    await caller(model, async ({ call }) => {
      const good = await call("get", {}, options, [response("y/Q5Jg==")]);
      expect(good.requests[0]?.headers["x-amz-checksum-mode"]).toBe("ENABLED");
      expect(good.error).toBeUndefined();
      const bad = await call("get", {}, options, [response("AAAAAA==")]);
      expect(String(bad.error)).toContain("Checksum mismatch");
      const ofParts = await call("get", {}, options, [response("AAAAAA==-3")]);
      expect(ofParts.error).toBeUndefined();
      const off = { ...options, responseChecksumValidation: "WHEN_REQUIRED" };
      const unasked = await call("get", {}, off, [response("AAAAAA==")]);
      expect(unasked.requests[0]?.headers).not.toHaveProperty("x-amz-checksum-mode");
      expect(unasked.error).toBeUndefined();
    });
  }, 60_000);

  it("is verified at the end of a stream", async () => {
    await caller(model, async ({ call }) => {
      const stream = { ...response("AAAAAA=="), body: Readable.from([Buffer.from("123456789")]) };
      const { output } = await call("get", {}, options, [stream]);
      const body: unknown = Reflect.get(Object(output), "body");
      await expect(collect(body)).rejects.toThrow("Checksum mismatch");
    });
  }, 60_000);
});

describe("the compression of a request", () => {
  it("applies to bodies of at least the configured size, and keeps existing encodings", async () => {
    await caller(model, async ({ call }) => {
      const text = "a".repeat(11_000);
      const { requests } = await call("pack", { text, encoding: "custom" }, options);
      expect(requests[0]?.headers).toMatchObject({ "content-encoding": "custom, gzip" });
      const packed = await collect(requests[0]?.body);
      expect(requests[0]?.headers["content-length"]).toBe(String(packed.byteLength));
      expect(JSON.parse(String(gunzipSync(packed)))).toEqual({ text });
      const encodingOf = async (input: object, more: object) =>
        (await call("pack", input, { ...options, ...more })).requests[0]?.headers[
          "content-encoding"
        ];
      expect(await encodingOf({ text: "short" }, {})).toBeUndefined();
      expect(await encodingOf({ text: "short" }, { requestMinCompressionSizeBytes: 3 })).toBe(
        "gzip",
      );
      expect(await encodingOf({ text }, { disableRequestCompression: true })).toBeUndefined();
      const wrong = await call(
        "pack",
        { text },
        { ...options, requestMinCompressionSizeBytes: -1 },
      );
      expect(String(wrong.error)).toContain("requestMinCompressionSizeBytes");
    });
  }, 60_000);

  it("applies to streams without buffering them", async () => {
    await caller(model, async ({ call }) => {
      const body = Readable.from([Buffer.from("one "), Buffer.from("two")]);
      const { requests, error } = await call("packStream", { body }, options);
      if (error) throw error;
      expect(requests[0]?.headers["content-encoding"]).toBe("gzip");
      expect(String(gunzipSync(await collect(requests[0]?.body)))).toBe("one two");
    });
  }, 60_000);
});

describe("an operation with an unsigned payload", () => {
  it("sends the header X-Amz-Content-SHA256 with the value UNSIGNED-PAYLOAD", async () => {
    await caller(model, async ({ call }) => {
      const { requests } = await call("open", { text: "a" }, options);
      expect(requests[0]?.headers["x-amz-content-sha256"]).toBe("UNSIGNED-PAYLOAD");
    });
  }, 60_000);
});

describe("a client with checksums, compression and streams", () => {
  it("compiles under the strictest settings and imports only the features of its operations", async () => {
    const client = await generateClient(model);
    const types = await generateTypes(model);
    expect(client["demo-client.ts"]).toContain(
      "features: [requestCompression, httpChecksums, contentMd5, unsignedPayload, streamingBlobs]",
    );
    expect(checkModules({ [packages.types]: types, [packages.client]: client })).toEqual([]);
  }, 60_000);
});
