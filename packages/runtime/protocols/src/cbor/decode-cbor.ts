import { Decimal } from "../values/decimal.js";
import { tag } from "@smithy/core/cbor";
import { isBytes } from "@tinsmith/values";
import { Mismatch } from "../malformed-message.js";
import { textOf } from "../values/bytes.js";
import { setOwn } from "../values/members.js";
import { integerValue } from "../values/numbers.js";

// Bounds the size of numbers, because larger numbers could keep the server busy for seconds.
const maxBigNumberBytes = 4096;
const maxExponent = 4096;

const indefinite = 31;
const stop = 0xff;

/**
 * Decodes untrusted CBOR (RFC 8949). The decoder of `@smithy/core` is not safe enough for a server:
 * it allocates memory for any length that a message declares, rejects keys of indefinite length,
 * sets the prototype for the key `__proto__`, and misreads decimal fractions with a positive
 * exponent.
 *
 * Tag 1 becomes the encoder's tag object, tags 2 and 3 a bigint, tag 4 a `NumericValue`. Other tags
 * are ignored.
 * @throws Mismatch if the bytes are not CBOR
 */
export function decodeCbor(bytes: Uint8Array, maxDepth: number): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  const fail = (): never => {
    throw new Mismatch(`The body is invalid CBOR at position ${at}.`);
  };

  /** Advances by a number of bytes and returns their start. */
  const take = (count: number): number => {
    if (count > bytes.length - at) fail();
    const start = at;
    at += count;
    return start;
  };

  const argument = (minor: number): number | bigint => {
    if (minor < 24) return minor;
    if (minor === 24) return view.getUint8(take(1));
    if (minor === 25) return view.getUint16(take(2));
    if (minor === 26) return view.getUint32(take(4));
    return minor === 27 ? integerValue(view.getBigUint64(take(8))) : fail();
  };

  /**
   * Reads a count of items. Each item has at least one byte, so the count must not exceed the
   * remaining bytes.
   */
  const count = (minor: number, itemsEach: number): number => {
    const length = argument(minor);
    return typeof length === "number" && length * itemsEach <= bytes.length - at ? length : fail();
  };

  const read = (depth: number): unknown => {
    if (depth > maxDepth) throw new Mismatch("The body nests too deeply.");
    const head = view.getUint8(take(1));
    const minor = head & 0x1f;
    switch (head >> 5) {
      case 0:
        return argument(minor);
      case 1: {
        const value = argument(minor);
        return typeof value === "number" && value < Number.MAX_SAFE_INTEGER
          ? -1 - value
          : -1n - BigInt(value);
      }
      case 2:
        return readBytes(2, minor);
      case 3:
        return readText(minor);
      case 4:
        return readList(minor, depth);
      case 5:
        return readMap(minor, depth);
      case 6:
        return readTag(Number(argument(minor)), depth);
      default:
        return readSpecial(minor);
    }
  };

  const ended = (): boolean => {
    if (at >= bytes.length) fail();
    if (bytes[at] !== stop) return false;
    at++;
    return true;
  };

  /**
   * Reads the bytes of a byte string or a text string. If the length is indefinite, the chunks must
   * be definite strings of the same type.
   */
  const readBytes = (major: number, minor: number): Uint8Array => {
    if (minor !== indefinite) {
      const length = count(minor, 1);
      const start = take(length);
      return bytes.subarray(start, start + length);
    }
    const chunks: number[] = [];
    while (!ended()) {
      const head = view.getUint8(take(1));
      if (head >> 5 !== major || (head & 0x1f) === indefinite) fail();
      for (const byte of readBytes(major, head & 0x1f)) chunks.push(byte);
    }
    return Uint8Array.from(chunks);
  };

  const readText = (minor: number): string => {
    const text = readBytes(3, minor);
    try {
      return textOf(text, true);
    } catch {
      return fail();
    }
  };

  const readList = (minor: number, depth: number): unknown[] => {
    const out: unknown[] = [];
    if (minor === indefinite) {
      while (!ended()) out.push(read(depth + 1));
    } else {
      for (let left = count(minor, 1); left > 0; left--) out.push(read(depth + 1));
    }
    return out;
  };

  const readMap = (minor: number, depth: number): Record<string, unknown> => {
    const out: Record<string, unknown> = {};
    const entry = (): void => {
      const head = view.getUint8(take(1));
      if (head >> 5 !== 3) fail();
      const key = readText(head & 0x1f);
      setOwn(out, key, read(depth + 1));
    };
    if (minor === indefinite) {
      while (!ended()) entry();
    } else {
      for (let left = count(minor, 2); left > 0; left--) entry();
    }
    return out;
  };

  const readTag = (number: number, depth: number): unknown => {
    const value = read(depth + 1);
    if (number === 1) return tag({ tag: 1, value });
    if (number === 2 || number === 3) {
      const magnitude = isBytes(value) ? bigInteger(value) : fail();
      return number === 2 ? magnitude : -1n - magnitude;
    }
    if (number !== 4) return value;
    const [exponent, mantissa] = Array.isArray(value) ? (value as unknown[]) : [];
    if (typeof exponent !== "number" || Math.abs(exponent) > maxExponent) return fail();
    if (typeof mantissa !== "number" && typeof mantissa !== "bigint") return fail();
    return new Decimal(decimalText(BigInt(mantissa), exponent));
  };

  const bigInteger = (magnitude: Uint8Array): bigint => {
    if (magnitude.length > maxBigNumberBytes) fail();
    let hex = "0x0";
    for (const byte of magnitude) hex += byte.toString(16).padStart(2, "0");
    return BigInt(hex);
  };

  const readSpecial = (minor: number): unknown => {
    if (minor === 20 || minor === 21) return minor === 21;
    if (minor === 22 || minor === 23) return null;
    if (minor === 25) return float16(view.getUint16(take(2)));
    if (minor === 26) return view.getFloat32(take(4));
    return minor === 27 ? view.getFloat64(take(8)) : fail();
  };

  const value = read(0);
  if (at !== bytes.length) fail();
  return value;
}

function float16(half: number): number {
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  const magnitude =
    exponent === 0
      ? fraction * 2 ** -24
      : exponent === 31
        ? fraction === 0
          ? Number.POSITIVE_INFINITY
          : Number.NaN
        : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return half >> 15 ? -magnitude : magnitude;
}

/** Writes mantissa · 10^exponent in decimal digits. */
function decimalText(mantissa: bigint, exponent: number): string {
  if (exponent >= 0) return String(mantissa * 10n ** BigInt(exponent));
  const digits = String(mantissa < 0n ? -mantissa : mantissa).padStart(1 - exponent, "0");
  const point = digits.length + exponent;
  return `${mantissa < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
}
