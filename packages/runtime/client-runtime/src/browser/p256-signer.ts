import type { webcrypto } from "node:crypto";
import { bytesOf, concatBytes, toBase64, toHex } from "@tinsmith/protocols";
import type { SignText } from "../node/p256-signer.js";
import { p256PublicKey } from "./p256-public-key.js";
import { webCrypto } from "./web-crypto.js";

/** Creates a function that signs with a private key of 32 bytes. */
export function p256Signer(privateKey: Uint8Array): SignText {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const subtle = webCrypto();
  let key: Promise<webcrypto.CryptoKey> | undefined;
  return async (text) => {
    // Not all browsers accept a private key without its public key.
    key ??= subtle.importKey("jwk", jsonWebKey(privateKey), algorithm, false, ["sign"]);
    return toDer(new Uint8Array(await subtle.sign(algorithm, await key, bytesOf(text))));
  };
}

function jsonWebKey(privateKey: Uint8Array): webcrypto.JsonWebKey {
  const [x, y] = p256PublicKey(BigInt(`0x${toHex(privateKey)}`));
  return {
    kty: "EC",
    crv: "P-256",
    x: base64Url(bytesOfInteger(x)),
    y: base64Url(bytesOfInteger(y)),
    d: base64Url(privateKey),
  };
}

const bytesOfInteger = (value: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(248 - 8 * index)) & 255n));

const base64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Converts a signature from two numbers of 32 bytes to DER. */
function toDer(signature: Uint8Array): Uint8Array {
  const numbers = [derInteger(signature.subarray(0, 32)), derInteger(signature.subarray(32))];
  const content = concatBytes(numbers);
  return concatBytes([Uint8Array.of(0x30, content.length), content]);
}

/** A DER integer has no unnecessary leading zeros, and is negative if its first bit is set. */
function derInteger(bytes: Uint8Array): Uint8Array {
  const digits = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  const padding = (digits[0] ?? 0) > 127 ? [0] : [];
  return Uint8Array.of(2, digits.length + padding.length, ...padding, ...digits);
}
