import { createHmac, createPrivateKey, createPublicKey, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { Sha256Js } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/transport";
import { SignatureV4a } from "@smithy/signature-v4a";
import { describe, expect, it } from "vitest";
import { SigV4aRequestSigner } from "../../src/auth/sigv4a-request-signer.js";
import { p256PublicKey } from "../../src/browser/p256-public-key.js";
import { p256Signer as webSigner } from "../../src/browser/p256-signer.js";
import { p256Signer as nodeSigner } from "../../src/node/p256-signer.js";

const bytes = (text: string) => new TextEncoder().encode(text);

interface Signed {
  readonly privateKey: Uint8Array;
  readonly text: string;
}

/** Signs with the signer of the AWS SDK, and records the signed text and the key. */
async function signWithLibrary(
  options: ConstructorParameters<typeof SignatureV4a>[0],
): Promise<Signed & { readonly headers: object }> {
  const signer = new SignatureV4a(options);
  const signed: Signed[] = [];
  Object.defineProperty(signer, "getSignature", {
    value: async (privateKey: Uint8Array, text: string) => {
      signed.push({ privateKey, text });
      return "";
    },
  });
  const { headers } = await signer.sign(request(), { signingDate });
  const [first] = signed;
  if (first === undefined) throw new Error("The library signed nothing.");
  return { ...first, headers };
}

function publicKeyOf(privateKey: Uint8Array): KeyObject {
  const prefix = Buffer.from(
    "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420",
    "hex",
  );
  const key = Buffer.concat([prefix, privateKey]);
  return createPublicKey(createPrivateKey({ key, format: "der", type: "pkcs8" }));
}

const request = (headers: Readonly<Record<string, string>> = {}) =>
  new HttpRequest({
    method: "PUT",
    hostname: "demo.example.com",
    path: "/a path//things",
    query: { b: ["2", "1"], a: "x y" },
    headers: { host: "demo.example.com", "content-type": "text/plain", ...headers },
    body: "text",
  });

const signingDate = new Date("2026-11-01T05:59:00Z");

describe("SigV4aRequestSigner", () => {
  it.each([
    ["a short secret", { accessKeyId: "AKID", secretAccessKey: "secret" }],
    ["a secret longer than a block", { accessKeyId: "AKID", secretAccessKey: "s".repeat(80) }],
    ["a session", { accessKeyId: "ASIA", secretAccessKey: "secret", sessionToken: "token" }],
  ])(
    "signs the same text with the same key as @smithy/signature-v4a for %s",
    async (_, credentials) => {
      const options = { credentials, region: "*", service: "demo", sha256: Sha256Js };
      const expected = await signWithLibrary(options);
      const actual = await new SigV4aRequestSigner(options).sign(request(), { signingDate });
      const [start, signature = ""] = (actual.headers["authorization"] ?? "").split("Signature=");
      expect({ ...actual.headers, authorization: `${start}Signature=` }).toEqual(expected.headers);
      const publicKey = publicKeyOf(expected.privateKey);
      const der = Buffer.from(signature, "hex");
      expect(verify("sha256", bytes(expected.text), publicKey, der)).toBe(true);
      expect(verify("sha256", bytes(`${expected.text} `), publicKey, der)).toBe(false);
    },
  );

  it("derives a new key when the credentials change", async () => {
    const keys = ["first", "second"].map((secretAccessKey) => ({
      accessKeyId: "AKID",
      secretAccessKey,
    }));
    const options = { region: "*", service: "demo", sha256: Sha256Js };
    let credentials = keys[0];
    const signer = new SigV4aRequestSigner({
      ...options,
      credentials: async () => credentials ?? { accessKeyId: "", secretAccessKey: "" },
    });
    for (credentials of keys) {
      const { headers } = await signer.sign(request(), { signingDate });
      const { privateKey, text } = await signWithLibrary({ ...options, credentials });
      const [, signature = ""] = (headers["authorization"] ?? "").split("Signature=");
      const der = Buffer.from(signature, "hex");
      expect(verify("sha256", bytes(text), publicKeyOf(privateKey), der)).toBe(true);
    }
  });
});

/** Private keys: the smallest keys, the largest key, and some keys between them. */
const privateKeys = [
  "1".padStart(64, "0"),
  "2".padStart(64, "0"),
  "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550",
  ...Array.from({ length: 20 }, (_, index) =>
    createHmac("sha256", "key").update(String(index)).digest("hex"),
  ),
];

describe("p256PublicKey", () => {
  it.each(privateKeys)("computes the same point as Node for %s", (hex) => {
    const { x, y } = publicKeyOf(Buffer.from(hex, "hex")).export({ format: "jwk" });
    const [ownX, ownY] = p256PublicKey(BigInt(`0x${hex}`));
    const text = (value: bigint) =>
      Buffer.from(value.toString(16).padStart(64, "0"), "hex").toString("base64url");
    expect([text(ownX), text(ownY)]).toEqual([x, y]);
  });
});

describe.each(Object.entries({ "Web Crypto": webSigner, Node: nodeSigner }))(
  "p256Signer with %s",
  (_, p256Signer) => {
    it.each(privateKeys)(
      "creates signatures that Node verifies for the private key %s",
      async (hex) => {
        const privateKey = Buffer.from(hex, "hex");
        const sign = p256Signer(privateKey);
        // Several signatures are needed, because the encoding depends on their first bits.
        for (let index = 0; index < 8; index++) {
          const der = await sign(bytes("text"));
          expect(verify("sha256", bytes("text"), publicKeyOf(privateKey), der)).toBe(true);
        }
      },
    );
  },
);
