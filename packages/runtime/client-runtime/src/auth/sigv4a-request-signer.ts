import type { AwsCredentialIdentity, HeaderBag } from "@smithy/types";
import { bytesOf, concatBytes, toHex } from "@tinsmith/protocols";
import { p256Signer } from "../node/p256-signer.js";
import type { SignText } from "../node/p256-signer.js";
import { SigV4RequestSigner } from "./request-signer.js";

/** The order of the curve P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * Signs requests with AWS Signature Version 4A. It differs from version 4 in two ways: the key pair
 * is derived from the credentials, and a signature is valid for a set of regions. The signer of
 * `@smithy/signature-v4a` contains 40 KB of cryptography. This class uses the cryptography of the
 * platform.
 */
export class SigV4aRequestSigner extends SigV4RequestSigner {
  protected override readonly algorithm = "AWS4-ECDSA-P256-SHA256";
  /** The most recent private key, and the credentials that it was derived from. */
  #key: { readonly use: string; readonly sign: Promise<SignText> } | undefined;

  /** The set of regions is a header, and is not part of the scope. */
  protected override placeRegion(region: string, headers: HeaderBag): readonly string[] {
    headers["x-amz-region-set"] = region;
    return [];
  }

  protected override async signature(
    credentials: AwsCredentialIdentity,
    _scope: readonly string[],
    text: string,
  ): Promise<string> {
    const use = `${credentials.accessKeyId}\n${credentials.secretAccessKey}`;
    if (this.#key?.use !== use) {
      this.#key = { use, sign: this.#privateKey(credentials).then(p256Signer) };
    }
    const sign = await this.#key.sign;
    return toHex(await sign(bytesOf(text)));
  }

  /**
   * Derives the private key, by the function in counter mode of NIST SP 800-108. About one in 2^32
   * results is not a private key and is skipped.
   */
  async #privateKey({ accessKeyId, secretAccessKey }: AwsCredentialIdentity): Promise<Uint8Array> {
    for (let counter = 1; ; counter++) {
      const hmac = new this.sha256(bytesOf(`AWS4A${secretAccessKey}`));
      hmac.update(
        concatBytes([
          Uint8Array.of(0, 0, 0, 1),
          bytesOf(`${this.algorithm}\0${accessKeyId}`),
          Uint8Array.of(counter, 0, 0, 1, 0),
        ]),
      );
      const candidate = BigInt(`0x${toHex(await hmac.digest())}`);
      if (candidate <= ORDER - 2n) return bytesOfHex((candidate + 1n).toString(16));
    }
  }
}

const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.padStart(64, "0").match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
