import { createHash, createHmac } from "node:crypto";
import { Sha256Js } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/transport";
import { SignatureV4 } from "@smithy/signature-v4";
import { describe, expect, it } from "vitest";
import { SigV4RequestSigner } from "../../src/auth/request-signer.js";
import { Sha256 as WebSha256 } from "../../src/browser/sha256.js";
import { Sha256 as NodeSha256 } from "../../src/node/sha256.js";

const bytes = (text: string) => new TextEncoder().encode(text);

const signingDate = new Date("2026-11-01T05:59:00Z");

const options = {
  credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
  region: "us-east-1",
  service: "demo",
};

const post = (changes: object) =>
  new HttpRequest({
    method: "POST",
    hostname: "demo.example.com",
    path: "/a path/of//things/",
    query: { b: ["2", "1"], a: "x y", flag: null },
    headers: {
      host: "demo.example.com",
      "content-type": "application/json",
      "user-agent": "not signed",
      "X-Spaces": "  one   two\n ",
    },
    body: '{"a":1}',
    ...changes,
  });

const requests = {
  "with a string body": post({}),
  "with bytes": post({ body: bytes("bytes") }),
  "with an ArrayBuffer": post({ body: bytes("buffer").buffer }),
  "without a body": post({ body: undefined }),
  "with a stream": post({ body: new ReadableStream() }),
  "with a content hash": post({ headers: { "X-Amz-Content-Sha256": "declared" } }),
  "that is already signed": post({ headers: { authorization: "old", "x-amz-date": "old" } }),
};

const hashes = { "Node's": NodeSha256, "Web Crypto's": WebSha256, JavaScript: Sha256Js };

describe.each(Object.entries(hashes))("SigV4RequestSigner with %s SHA-256", (_, sha256) => {
  it.each(Object.entries(requests))(
    "signs a request %s like @smithy/signature-v4",
    async (_name, request) => {
      const signer = new SigV4RequestSigner({ ...options, sha256 });
      const theirs = new SignatureV4({ ...options, sha256: Sha256Js });
      const before = structuredClone(request.headers);
      const signed = await signer.sign(request, { signingDate });
      expect(signed.headers).toEqual((await theirs.sign(request, { signingDate })).headers);
      expect(request.headers).toEqual(before);
    },
  );

  it("signs a non-ASCII header value as Latin-1, the encoding of sent headers", async () => {
    const signer = new SigV4RequestSigner({ ...options, sha256 });
    const header = "Café";
    const { headers } = await signer.sign(post({ headers: { "x-title": header } }), {
      signingDate,
    });
    const hash = headers["x-amz-content-sha256"];
    const canonical = [
      "POST",
      "/a%20path/of/things/",
      "a=x%20y&b=1&b=2",
      `x-amz-content-sha256:${hash}`,
      "x-amz-date:20261101T055900Z",
      `x-title:${header}`,
      "",
      "x-amz-content-sha256;x-amz-date;x-title",
      hash,
    ].join("\n");
    const digest = createHash("sha256").update(canonical, "latin1").digest("hex");
    const scopeText = "20261101/us-east-1/demo/aws4_request";
    const key = ["20261101", "us-east-1", "demo", "aws4_request"].reduce<string | Buffer>(
      (secret, part) => createHmac("sha256", secret).update(part).digest(),
      "AWS4secret",
    );
    const signature = createHmac("sha256", key)
      .update(`AWS4-HMAC-SHA256\n20261101T055900Z\n${scopeText}\n${digest}`)
      .digest("hex");
    expect(headers["authorization"]).toContain(`Signature=${signature}`);
  });

  it("supports all signing options of @smithy/signature-v4", async () => {
    const settings = {
      ...options,
      credentials: async () => ({ ...options.credentials, sessionToken: "session" }),
      uriEscapePath: false,
      sha256,
    };
    const signingOptions = {
      signingDate,
      signingRegion: "eu-west-1",
      signingService: "other",
      signableHeaders: new Set(["user-agent"]),
      unsignableHeaders: new Set(["content-type"]),
    };
    const signed = await new SigV4RequestSigner(settings).sign(post({}), signingOptions);
    expect(signed).toEqual(await new SignatureV4(settings).sign(post({}), signingOptions));
  });
});

describe("SigV4RequestSigner", () => {
  const signAt = async (signer: SigV4RequestSigner, date: string, region?: string) => {
    const { headers } = await signer.sign(post({}), {
      signingDate: new Date(date),
      ...(region !== undefined && { signingRegion: region }),
    });
    return headers["authorization"];
  };

  it("derives a new key for another day, region or secret", async () => {
    let secretAccessKey = "first";
    const credentials = async () => ({ accessKeyId: "AKID", secretAccessKey });
    const kept = new SigV4RequestSigner({ ...options, credentials, sha256: NodeSha256 });
    const check = async (date: string, region?: string) => {
      const fresh = new SigV4RequestSigner({ ...options, credentials, sha256: NodeSha256 });
      expect(await signAt(kept, date, region)).toBe(await signAt(fresh, date, region));
    };
    await check("2026-11-01T05:59:00Z");
    await check("2026-11-02T05:59:00Z");
    await check("2026-11-02T05:59:00Z", "eu-west-1");
    secretAccessKey = "second";
    await check("2026-11-02T05:59:00Z", "eu-west-1");
  });

  it("recovers from a failure to derive the key", async () => {
    let broken = true;
    class BreakingSha256 extends Sha256Js {
      override async digest(): Promise<Uint8Array> {
        if (broken) throw new Error("no hash");
        return super.digest();
      }
    }
    const signer = new SigV4RequestSigner({ ...options, sha256: BreakingSha256 });
    await expect(signer.sign(post({}))).rejects.toThrow("no hash");
    broken = false;
    await expect(signer.sign(post({}))).resolves.toMatchObject({ method: "POST" });
  });

  it("rejects credentials without a secret", async () => {
    const signer = new SigV4RequestSigner({
      ...options,
      credentials: JSON.parse('{"accessKeyId":"AKID"}'),
      sha256: NodeSha256,
    });
    await expect(signer.sign(post({}))).rejects.toThrow("credential");
  });
});
