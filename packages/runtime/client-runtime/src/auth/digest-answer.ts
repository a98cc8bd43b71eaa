import { Md5Js } from "@smithy/core/checksum";
import { fromUtf8, toHex } from "@smithy/core/serde";
import type { ChecksumConstructor, HashConstructor } from "@smithy/types";
import type { DigestChallenge } from "./digest-challenge.js";
import type { LoginIdentity } from "./login.js";

/** What an answer is made of beside the challenge. */
export interface DigestCall {
  readonly login: LoginIdentity;
  readonly method: string;
  /** Path and query as they are sent. */
  readonly uri: string;
  /** For the protection `auth-int`. */
  readonly body: string | Uint8Array;
  /** How often the nonce was used, this time included. */
  readonly count: number;
  /** A random text of the client's own. */
  readonly cnonce: string;
  readonly sha256: ChecksumConstructor | HashConstructor;
}

/** The value of the `Authorization` header that answers a challenge (RFC 7616, 3.4). */
export async function answerChallenge(
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

/** Whether a header can carry the text as it is. */
const isPlain = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text);
