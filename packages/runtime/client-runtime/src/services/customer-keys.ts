import { Md5 } from "@smithy/core/checksum";
import { fromBase64, toBase64 } from "@tinsmith/protocols";
import type { ClientFeature } from "../client/client-feature.js";
import { toBytes } from "../streaming/stream-body.js";

/**
 * The input members that hold keys of customers, each with the member that holds the MD5 of the
 * key.
 */
const keyMembers = [
  ["SSECustomerKey", "SSECustomerKeyMD5"],
  ["CopySourceSSECustomerKey", "CopySourceSSECustomerKeyMD5"],
] as const;

/** A key for AES-256. */
const keyLength = 32;

/**
 * Sends the encryption keys of customers as S3 expects them: in base64, with their MD5. A key is
 * bytes, a string of 32 characters, or a string that already is base64.
 */
export const customerKeys: ClientFeature = () => ({
  applyToStack: (stack) =>
    stack.add(
      (next) => async (args) => next({ ...args, input: await withEncodedKeys(args.input) }),
      {
        name: "ssecMiddleware",
        step: "initialize",
        tags: ["SSE"],
        override: true,
      },
    ),
});

async function withEncodedKeys(input: object): Promise<object> {
  let result = input;
  for (const [member, digest] of keyMembers) {
    const given: unknown = Reflect.get(input, member);
    if (given === undefined || given === null) continue;
    const key = keyBytes(given, member);
    const md5 = new Md5();
    md5.update(key);
    result = { ...result, [member]: toBase64(key), [digest]: toBase64(await md5.digest()) };
  }
  return result;
}

/**
 * @throws TypeError that names the member, without its value, if the key is neither a string nor
 *   bytes
 */
function keyBytes(key: unknown, member: string): Uint8Array {
  if (typeof key === "string") {
    const isBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(key);
    const decoded = isBase64 ? fromBase64(key) : undefined;
    return decoded?.length === keyLength ? decoded : toBytes(key);
  }
  if (ArrayBuffer.isView(key)) return new Uint8Array(key.buffer, key.byteOffset, key.byteLength);
  if (key instanceof ArrayBuffer) return new Uint8Array(key);
  throw new TypeError(`The key ${member} must be text or bytes.`);
}
