import { Mismatch } from "../malformed-message.js";

/** Bytes of a big number, and digits that an exponent may add: beyond it a few bytes would cost seconds. */
const maxBigNumberBytes = 4096;
const maxExponent = 4096;

const Major = { bytes: 2, text: 3, list: 4, map: 5, tag: 6, special: 7 } as const;
const indefinite = 31;
const stop = 0xff;

/**
 * Looks over CBOR from somewhere unknown before it is decoded: that it is complete, that no length promises more
 * than is there (a decoder would make room for it), that it does not nest without end.
 * @throws Mismatch
 */
export const checkCbor = (bytes: Uint8Array, maxDepth: number): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  const fail = (): never => {
    throw new Mismatch(`The body is not CBOR: position ${at}.`);
  };

  const need = (count: number): void => {
    if (count > bytes.length - at) fail();
  };

  /** The number in an item's head; lengths beyond what a double can count are beyond the body anyway. */
  const argument = (minor: number): number => {
    if (minor < 24) return minor;
    const size = minor === 24 ? 1 : minor === 25 ? 2 : minor === 26 ? 4 : minor === 27 ? 8 : fail();
    need(size);
    const start = at;
    at += size;
    if (size === 1) return view.getUint8(start);
    if (size === 2) return view.getUint16(start);
    if (size === 4) return view.getUint32(start);
    return Number(view.getBigUint64(start));
  };

  const item = (depth: number, tagged?: number): void => {
    if (depth > maxDepth) throw new Mismatch("The body nests too deeply.");
    need(1);
    const head = bytes[at++] ?? 0;
    const major = head >> 5;
    const minor = head & 0x1f;
    if (minor === indefinite && major >= Major.bytes && major <= Major.map) {
      items(major, depth);
      return;
    }
    const value = argument(minor);
    if (major === Major.bytes || major === Major.text) {
      if (tagged !== undefined && value > maxBigNumberBytes) fail();
      need(value);
      at += value;
    } else if (major === Major.list || major === Major.map) {
      const count = major === Major.map ? value * 2 : value;
      need(count);
      for (let index = 0; index < count; index++) {
        if (tagged === 4 && index === 0) exponent();
        else item(depth + 1, tagged);
      }
    } else if (major === Major.tag) {
      item(depth + 1, value === 2 || value === 3 || value === 4 ? value : undefined);
    } else if (tagged === 2 || tagged === 3) {
      fail();
    }
  };

  const items = (major: number, depth: number): void => {
    while (at < bytes.length && bytes[at] !== stop) {
      if (major === Major.map) item(depth + 1);
      item(depth + 1);
    }
    need(1);
    at++;
  };

  const exponent = (): void => {
    need(1);
    const head = bytes[at++] ?? 0;
    if (head >> 5 > 1 || argument(head & 0x1f) > maxExponent) fail();
  };

  item(0);
  if (at !== bytes.length) fail();
};
