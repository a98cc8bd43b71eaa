import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Checksum, SourceData } from "@smithy/types";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { describe, expect, it } from "vitest";
import type { SignatureOptions, SigningScope } from "../../src/entries/index.js";
import { verifySignature } from "../../src/sigv4/verify-signature.js";

const json = "aws.protocols#awsJson1_1";
const scope: SigningScope = { name: "aws-marketplace" };
const now = new Date("2026-11-01T05:59:00Z");
const options: SignatureOptions = { now: () => now };

function bytesOf(secret: SourceData): Uint8Array {
  if (typeof secret === "string") return Buffer.from(secret);
  return ArrayBuffer.isView(secret)
    ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
    : new Uint8Array(secret);
}

class Sha256 implements Checksum {
  readonly #hash: { update(data: Uint8Array): unknown; digest(): Buffer };
  constructor(secret?: SourceData) {
    this.#hash =
      secret === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(secret));
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

interface Signing {
  readonly service?: string;
  readonly region?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly at?: Date;
  readonly applyChecksum?: boolean;
}

const signer = ({ accessKeyId = "mock", secretAccessKey = "mock", ...signing }: Signing) =>
  new SignatureV4({
    service: signing.service ?? scope.name,
    region: signing.region ?? "us-east-1",
    credentials: { accessKeyId, secretAccessKey },
    sha256: Sha256,
    applyChecksum: signing.applyChecksum ?? true,
  });

const unsigned: HttpRequestMessage = {
  method: "POST",
  path: "/a%20b/c",
  query: { page: "1 2", list: ["b", "a"] },
  headers: {
    host: "metering.marketplace.us-east-1.amazonaws.com",
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "AWSMPMeteringService.MeterUsage",
  },
  body: '{"ProductCode":"p"}',
};

const toSign = (request: HttpRequestMessage) => ({
  method: request.method,
  protocol: "https:",
  hostname: "x",
  path: request.path,
  query: Object.fromEntries(
    Object.entries(request.query).map(([name, value]) => [name, value ?? ""]),
  ),
  headers: request.headers,
  body: request.body,
});

/** Signs a request as an SDK does. */
async function sign(signing: Signing = {}, request = unsigned): Promise<HttpRequestMessage> {
  const signed = await signer(signing).sign(toSign(request), { signingDate: signing.at ?? now });
  return { ...request, headers: signed.headers };
}

async function presign(expiresIn: number, at = now): Promise<HttpRequestMessage> {
  const request = { ...unsigned, method: "GET", body: "" };
  const signed = await signer({}).presign(toSign(request), { signingDate: at, expiresIn });
  const query = Object.fromEntries(
    Object.entries(signed.query ?? {}).map(([name, value]) => [name, value ?? null]),
  );
  return { ...request, headers: signed.headers, query };
}

const verify = (request: HttpRequestMessage, more: SignatureOptions = {}, protocol = json) =>
  verifySignature(request, scope, protocol, { ...options, ...more });

/** Returns the error that a function throws, or undefined. */
async function refusal(...args: Parameters<typeof verify>) {
  const error: unknown = await verify(...args).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return undefined;
  if (!(error instanceof Error)) throw error;
  return { name: error.name, status: Reflect.get(error, "$statusCode"), message: error.message };
}

describe("a valid signature", () => {
  it.each([true, false])(
    "is accepted in headers (with the hash of the body in a header: %s)",
    async (applyChecksum) => {
      await expect(verify(await sign({ applyChecksum }))).resolves.toBeUndefined();
    },
  );

  it("is accepted in a presigned URL until it expires", async () => {
    const request = await presign(60, new Date("2026-11-01T05:58:00Z"));
    await expect(verify(request)).resolves.toBeUndefined();
    expect(await refusal(request, { now: () => new Date("2026-11-01T06:00:00Z") })).toMatchObject({
      name: "InvalidSignatureException",
      message: expect.stringContaining("Signature expired: 20261101T055800Z is now earlier than"),
    });
  });

  it("is accepted with any body if the payload is unsigned", async () => {
    const headers = { ...unsigned.headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" };
    const request = await sign({}, { ...unsigned, headers });
    await expect(verify({ ...request, body: "other" })).resolves.toBeUndefined();
  });

  it("is accepted for a non-ASCII header if the bytes of the header are signed", async () => {
    const headers = { ...unsigned.headers, "x-title": "Café" };
    const request = await sign({}, { ...unsigned, headers });
    // Node reads the bytes of a header as characters of Latin-1.
    const received = Buffer.from("Café").toString("latin1");
    const asReceived = { ...request, headers: { ...request.headers, "x-title": received } };
    await expect(verify(asReceived)).resolves.toBeUndefined();
  });

  it("is accepted in AWS's example of a request without a body", async () => {
    const request: HttpRequestMessage = {
      method: "GET",
      path: "/",
      query: {},
      headers: {
        host: "example.amazonaws.com",
        "x-amz-date": "20150830T123600Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
      },
    };
    const published: SignatureOptions = {
      credentials: { AKIDEXAMPLE: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
      now: () => new Date("2015-08-30T12:36:00Z"),
    };
    await expect(
      verifySignature(request, { name: "service" }, json, published),
    ).resolves.toBeUndefined();
  });

  const chunked = (body: string): HttpRequestMessage => ({
    method: "PUT",
    path: "/examplebucket/chunkObject.txt",
    query: {},
    headers: {
      host: "s3.amazonaws.com",
      "x-amz-date": "20130524T000000Z",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
      "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
      "content-encoding": "aws-chunked",
      "x-amz-decoded-content-length": "66560",
      "content-length": "66824",
      authorization:
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
    },
    body: Buffer.from(body),
  });
  const chunks = (last: string) =>
    `10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n${"a".repeat(65_536)}\r\n` +
    `400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n${last}\r\n` +
    "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n";
  const s3: SignatureOptions = {
    credentials: { AKIAIOSFODNN7EXAMPLE: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
    now: () => new Date("2013-05-24T00:00:00Z"),
  };

  it("is accepted in AWS's example of a body in signed chunks", async () => {
    const request = chunked(chunks("a".repeat(1024)));
    const bucket = { name: "s3", doubleEncodePath: false };
    await expect(verifySignature(request, bucket, json, s3)).resolves.toBeUndefined();
    const altered = chunked(chunks(`${"a".repeat(1023)}b`));
    await expect(verifySignature(altered, bucket, json, s3)).rejects.toThrow(
      "The chunk 2 of the body differs.",
    );
  });
});

describe("the message about a signature mismatch", () => {
  const differs = async (
    alter: (request: HttpRequestMessage) => HttpRequestMessage,
    signing = {},
  ) => (await refusal(alter(await sign({ applyChecksum: false, ...signing }))))?.message;

  it("contains the canonical request of the server", async () => {
    const message = await differs((request) => ({ ...request, method: "PUT" }));
    expect(message).toMatch(/^The request signature we calculated does not match/);
    expect(message).toContain(
      "The Canonical String for this request should have been\n'PUT\n/a%2520b/c\nlist=a&list=b&page=1%202\n" +
        "content-type:application/x-amz-json-1.1\nhost:metering.marketplace.us-east-1.amazonaws.com\n",
    );
    expect(message).toContain(
      "The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20261101T055900Z\n",
    );
    expect(message).toContain("The method differs: the signature is for POST");
  });

  it("names a path that differs", async () => {
    expect(await differs((request) => ({ ...request, path: "/a%20b/c/" }))).toContain(
      "The path differs: the signature is for /a%20b/c, the received request has /a%20b/c/.",
    );
  });

  it("names a query that differs", async () => {
    const alter = (request: HttpRequestMessage) => ({
      ...request,
      query: { ...request.query, added: "1" },
    });
    expect(await differs(alter)).toContain(
      "The query differs: the signature is for one without added.",
    );
  });

  it("names a host that differs", async () => {
    const alter = (request: HttpRequestMessage) => ({
      ...request,
      headers: { ...request.headers, host: `${request.headers["host"]}:8080` },
    });
    expect(await differs(alter)).toContain(
      "The host differs: the signature is for metering.marketplace.us-east-1.amazonaws.com, the received request has",
    );
  });

  it("names a body that differs, with both hashes", async () => {
    const { message } = (await refusal({ ...(await sign()), body: "{}" })) ?? {};
    expect(message).toMatch(
      /The body differs: x-amz-content-sha256 says [0-9a-f]{64}, the received body has 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\.$/,
    );
    const empty = await sign({ applyChecksum: false }, { ...unsigned, body: "" });
    expect((await refusal({ ...empty, body: "x" }))?.message).toContain(
      "The body differs: the signature is for an empty body",
    );
  });

  it("names a missing signed header", async () => {
    const alter = (request: HttpRequestMessage) => {
      const { "x-amz-target": _, ...headers } = request.headers;
      return { ...request, headers };
    };
    expect(await differs(alter)).toContain("The signed header x-amz-target is missing.");
  });

  it("names a header that was not signed", async () => {
    const alter = (request: HttpRequestMessage) => ({
      ...request,
      headers: { ...request.headers, "x-amz-added": "1" },
    });
    expect(await differs(alter)).toBe(
      "There were headers present in the request which were not signed: x-amz-added.",
    );
  });

  it("names the secret if nothing else explains the mismatch", async () => {
    expect(await differs((request) => request, { secretAccessKey: "other" })).toContain(
      "the secret access key differs",
    );
  });
});

describe("a credential", () => {
  it("is refused for another service, in a message that names the right one", async () => {
    expect(await refusal(await sign({ service: "execute-api" }))).toEqual({
      name: "InvalidSignatureException",
      status: 400,
      message: "Credential should be scoped to correct service: 'aws-marketplace'.",
    });
  });

  it("is refused for another region", async () => {
    const request = await sign({ region: "eu-west-1" });
    expect((await refusal(request, { regions: ["us-east-1"] }))?.message).toBe(
      "Credential should be scoped to a valid region, not 'eu-west-1'.",
    );
    await expect(verify(request)).resolves.toBeUndefined();
  });

  it("is refused if its access key is unknown", async () => {
    const request = await sign({ accessKeyId: "AKIDOTHER" });
    expect(await refusal(request)).toMatchObject({ name: "UnrecognizedClientException" });
    expect(await refusal(request, {}, "aws.protocols#awsQuery")).toMatchObject({
      name: "InvalidClientTokenId",
      status: 403,
    });
    await expect(
      verify(request, { credentials: (id) => (id === "AKIDOTHER" ? "mock" : undefined) }),
    ).resolves.toBeUndefined();
  });

  it.each(["__proto__", "toString"])("is refused if its access key is %s", async (accessKeyId) => {
    expect(await refusal(await sign({ accessKeyId }))).toMatchObject({
      name: "UnrecognizedClientException",
    });
  });
});

describe("the clock of a signer", () => {
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it("may deviate by five minutes in both directions", async () => {
    await expect(verify(await sign({ at: at(-4.9) }))).resolves.toBeUndefined();
    await expect(verify(await sign({ at: at(4.9) }))).resolves.toBeUndefined();
  });

  it("is refused with its deviation if it is slow or fast", async () => {
    expect(await refusal(await sign({ at: at(-6) }))).toMatchObject({
      name: "InvalidSignatureException",
      message:
        "Signature expired: 20261101T055300Z is now earlier than 20261101T055400Z (20261101T055900Z - 5 min.)",
    });
    expect(await refusal(await sign({ at: at(6) }))).toMatchObject({
      message:
        "Signature not yet current: 20261101T060500Z is still later than 20261101T060400Z (20261101T055900Z + 5 min.)",
    });
    await expect(
      verify(await sign({ at: at(-6) }), { clockSkewMinutes: 15 }),
    ).resolves.toBeUndefined();
  });
});

describe("a request with an incomplete signature", () => {
  it.each([
    [json, "MissingAuthenticationTokenException", 400],
    ["aws.protocols#restJson1", "MissingAuthenticationTokenException", 403],
    ["aws.protocols#awsQuery", "MissingAuthenticationToken", 403],
  ])("is refused if it is unsigned (%s)", async (protocol, name, status) => {
    expect(await refusal(unsigned, {}, protocol)).toMatchObject({ name, status });
  });

  it.each([
    ["AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request", "requires 'Signature' parameter"],
    ["AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=x", "exactly 5 slash-delimited"],
    ["Bearer x", "Unsupported AWS 'algorithm': 'Bearer'"],
  ])("is refused with the header %s", async (authorization, message) => {
    const headers = { ...unsigned.headers, "x-amz-date": "20261101T055900Z", authorization };
    expect(await refusal({ ...unsigned, headers })).toMatchObject({
      name: "IncompleteSignatureException",
      message: expect.stringContaining(message),
    });
  });
});
