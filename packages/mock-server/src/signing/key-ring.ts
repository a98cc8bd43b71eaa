import { constants, createPrivateKey, createPublicKey, generateKeyPair, sign } from "node:crypto";
import type { JsonWebKey, KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { PublicKey } from "../seed/seed.js";

/** A public key with which a program verifies signatures. */
export interface PublishedKey {
  readonly version: number;
  readonly algorithm: "PS256";
  readonly expiresAt?: string;
  /** SPKI as PEM: the form in which AWS publishes keys. */
  readonly pem: string;
  readonly jwk: JsonWebKey;
}

/** The key pairs of a mock server, one for each version, generated on first use. */
export class KeyRing {
  readonly #privateKeys = new Map<string, Promise<KeyObject>>();

  /** Signs a JSON Web Token of the claims with PS256 (RFC 7518, section 3.5). */
  async sign(key: PublicKey, claims: object): Promise<string> {
    const signed = `${encode({ alg: "PS256", typ: "JWT" })}.${encode(claims)}`;
    const signature = sign("sha256", Buffer.from(signed), {
      key: await this.#privateKey(key),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    });
    return `${signed}.${signature.toString("base64url")}`;
  }

  /** Returns the private key in the form of a seed: PKCS #8 in PEM. */
  async export(key: PublicKey): Promise<string> {
    return (await this.#privateKey(key)).export({ type: "pkcs8", format: "pem" }).toString();
  }

  async publish(key: PublicKey): Promise<PublishedKey> {
    const publicKey = createPublicKey(await this.#privateKey(key));
    return {
      version: key.version,
      algorithm: "PS256",
      ...(key.expiresAt === undefined ? {} : { expiresAt: key.expiresAt }),
      pem: publicKey.export({ type: "spki", format: "pem" }).toString(),
      jwk: publicKey.export({ format: "jwk" }),
    };
  }

  #privateKey({ version, privateKey }: PublicKey): Promise<KeyObject> {
    const id = `${version}:${privateKey ?? ""}`;
    let key = this.#privateKeys.get(id);
    if (!key) {
      key = privateKey === undefined ? generate() : Promise.resolve(createPrivateKey(privateKey));
      this.#privateKeys.set(id, key);
    }
    return key;
  }
}

async function generate(): Promise<KeyObject> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  return privateKey;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
