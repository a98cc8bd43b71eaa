import { createHash, createHmac } from "node:crypto";
import { Sha256, Sha256Js } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/transport";
import { SignatureV4 } from "@smithy/signature-v4";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasherOf, toHex } from "../../src/auth/hasher.js";
import { signRequest } from "../../src/auth/sign-request.js";
import { WebSha256 } from "../../src/browser/web-sha256.js";
import { platform } from "../../src/node/platform.js";

const credentials = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCY",
};
const date = new Date("2026-11-01T05:59:00.123Z");

const headerValue = fc
  .string({ maxLength: 20 })
  .map((text) => text.replaceAll(/[^\t\r\n -~]/g, "x"));
const headerName = fc.constantFrom(
  "x-a",
  "X-B",
  "x-amz-meta",
  "Content-Type",
  "user-agent",
  "proxy-x",
  "sec-y",
  "te",
);
const request = fc
  .record({
    method: fc.constantFrom("GET", "POST", "PUT"),
    path: fc
      .array(fc.constantFrom("a", "b c", "ü", "%2F", ".", "..", "", "x*(y)'!"), { maxLength: 5 })
      .map((segments) => `/${segments.map(encodeURIComponent).join("/")}`),
    query: fc.dictionary(
      fc.string({ minLength: 1, maxLength: 5 }),
      fc.oneof(
        fc.string({ maxLength: 5 }),
        fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
      ),
      { maxKeys: 4, noNullPrototype: true },
    ),
    headers: fc.dictionary(headerName, headerValue, { maxKeys: 5, noNullPrototype: true }),
    body: fc.oneof(fc.constant(undefined), fc.string(), fc.uint8Array({ maxLength: 50 })),
  })
  .map((parts) => new HttpRequest({ ...parts, hostname: "example.com" }));

const scopes = fc.record({
  escapePath: fc.boolean(),
  sessionToken: fc.option(fc.constant("session"), { nil: undefined }),
});

describe("signing a request", () => {
  it("gives what the signer of @smithy/signature-v4 gives, whatever the request", async () => {
    await fc.assert(
      fc.asyncProperty(request, scopes, async (message, { escapePath, sessionToken }) => {
        const identity = { ...credentials, ...(sessionToken !== undefined && { sessionToken }) };
        const reference = new SignatureV4({
          credentials: identity,
          region: "eu-central-1",
          service: "demo",
          sha256: Sha256,
          uriEscapePath: escapePath,
        });
        const expected = await reference.sign(message, { signingDate: date });
        const actual = HttpRequest.clone(message);
        const scope = { region: "eu-central-1", service: "demo", date, escapePath };
        await signRequest(actual, identity, scope, platform.hasher);
        expect(actual.headers).toEqual(expected.headers);
      }),
      { numRuns: 300 },
    );
  });

  it("does not read a body that is a stream", async () => {
    const message = new HttpRequest({ method: "PUT", path: "/", body: new ReadableStream() });
    const scope = { region: "us-east-1", service: "demo", date, escapePath: true };
    await signRequest(message, credentials, scope, platform.hasher);
    expect(message.headers["x-amz-content-sha256"]).toBe("UNSIGNED-PAYLOAD");
  });

  it("takes a new key when the day, the region or the secret changes", async () => {
    const identity = { ...credentials };
    const sign = async (region: string, day: string, secretAccessKey: string) => {
      identity.secretAccessKey = secretAccessKey;
      const message = new HttpRequest({ method: "GET", path: "/" });
      const scope = { region, service: "demo", date: new Date(day), escapePath: true };
      await signRequest(message, identity, scope, platform.hasher);
      return message.headers["authorization"];
    };
    const signatures = [
      await sign("us-east-1", "2026-11-01", "a"),
      await sign("us-west-1", "2026-11-01", "a"),
      await sign("us-east-1", "2026-11-02", "a"),
      await sign("us-east-1", "2026-11-01", "b"),
      await sign("us-east-1", "2026-11-01", "a"),
    ];
    expect(new Set(signatures).size).toBe(4);
    expect(signatures[4]).toBe(signatures[0]);
  });
});

describe.each([
  ["Node", platform.hasher],
  ["a class of @smithy", hasherOf(Sha256Js)],
  ["the Web Crypto API", hasherOf(WebSha256)],
])("the hashes of %s", (_, hasher) => {
  it.each(["", "abc", "ü".repeat(1000), new Uint8Array([0, 1, 2, 255])])(
    "are SHA-256",
    async (data) => {
      expect(await hasher.hash(data)).toBe(createHash("sha256").update(data).digest("hex"));
      const text = typeof data === "string" ? data : "text";
      expect(toHex(await hasher.hmac("key", text))).toBe(
        createHmac("sha256", "key").update(text).digest("hex"),
      );
    },
  );
});
