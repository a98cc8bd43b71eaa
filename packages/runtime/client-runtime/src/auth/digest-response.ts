import { Md5Js } from "@smithy/core/checksum";
import { fromUtf8, toHex } from "@smithy/core/serde";
import type { ChecksumConstructor, HashConstructor } from "@smithy/types";
import type { DigestChallenge } from "./digest-challenge.js";
import type { LoginIdentity } from "./login.js";

/** The inputs of a digest response other than the challenge. */
export interface DigestCall {
  readonly login: LoginIdentity;
  readonly method: string;
  /** The path and query of the request. */
  readonly uri: string;
  /** Hashed if the challenge requires `auth-int`. */
  readonly body: string | Uint8Array;
  /** The number of uses of the nonce, including this request. */
  readonly count: number;
  /** The client's nonce, a random string. */
  readonly cnonce: string;
  readonly sha256: ChecksumConstructor | HashConstructor;
}

/** Returns the `Authorization` header that responds to a challenge (RFC 7616, 3.4). */
export async function respondToChallenge(
  challenge: DigestChallenge,
  call: DigestCall,
): Promise<string> {
  const { realm, nonce, opaque, algorithm, qop, userhash } = challenge;
  const { login, method, uri, cnonce } = call;
  const hash = (data: string | Uint8Array): Promise<string> =>
    hexHash(algorithm.hash === "MD5" ? Md5Js : call.sha256, data);
  const count = call.count.toString(16).padStart(8, "0");
  const account = await hash(`${login.username}:${realm}:${login.password}`);
  const secret = algorithm.session ? await hash(`${account}:${nonce}:${cnonce}`) : account;
  const request = await hash(
    qop === "auth-int" ? `${method}:${uri}:${await hash(call.body)}` : `${method}:${uri}`,
  );
  const protection = qop === undefined ? "" : `${count}:${cnonce}:${qop}:`;
  const response = await hash(`${secret}:${nonce}:${protection}${request}`);
  const username = userhash ? await hash(`${login.username}:${realm}`) : login.username;
  const parameters = [
    ...(userhash || isPlain(username)
      ? [`username=${quote(username)}`]
      : [`username*=UTF-8''${encodeURIComponent(username)}`]),
    `realm=${quote(realm)}`,
    `nonce=${quote(nonce)}`,
    `uri=${quote(uri)}`,
    `response="${response}"`,
    ...(algorithm.name === undefined ? [] : [`algorithm=${algorithm.name}`]),
    ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
    ...(qop === undefined ? [] : [`qop=${qop}`, `nc=${count}`]),
    ...(qop === undefined && !algorithm.session ? [] : [`cnonce=${quote(cnonce)}`]),
    ...(userhash ? ["userhash=true"] : []),
  ];
  return `Digest ${parameters.join(", ")}`;
}

async function hexHash(
  Hash: ChecksumConstructor | HashConstructor,
  data: string | Uint8Array,
): Promise<string> {
  const hash = new Hash();
  hash.update(typeof data === "string" ? fromUtf8(data) : data);
  return toHex(await hash.digest());
}

const quote = (text: string): string => `"${text.replaceAll(/["\\]/g, "\\$&")}"`;

/** Returns true for text that needs no encoding in a header. */
const isPlain = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text);
