import { nodeCrypto } from "./builtins.js";

/** Signs text with ECDSA on the curve P-256 and SHA-256. Returns the signature in DER. */
export type SignText = (text: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/**
 * The beginning of a private key on the curve P-256 in PKCS #8. The 32 bytes of the key follow it.
 */
const PKCS8 = "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420";

/** Creates a function that signs with a private key of 32 bytes. */
export function p256Signer(privateKey: Uint8Array): SignText {
  const { createPrivateKey, sign } = nodeCrypto();
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from(PKCS8, "hex"), privateKey]),
    format: "der",
    type: "pkcs8",
  });
  return (text) => sign("sha256", text, key);
}
