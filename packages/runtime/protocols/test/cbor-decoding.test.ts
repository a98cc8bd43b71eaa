import { describe, expect, it } from "vitest";
import { decodeCbor } from "../src/cbor/decode-cbor.js";
import { Decimal } from "../src/values/decimal.js";
import { rpcv2Cbor } from "./protocols.js";
import { operation, service, structure } from "./shapes.js";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const decode = (hex: string): unknown => decodeCbor(bytes(hex), 16);

/** Most cases are examples from RFC 8949, appendix A. */
describe("decodeCbor", () => {
  it.each<[hex: string, value: unknown]>([
    ["00", 0],
    ["17", 23],
    ["18 18", 24],
    ["19 03e8", 1000],
    ["1a 000f4240", 1_000_000],
    ["1b 000000e8d4a51000", 1_000_000_000_000],
    ["1b 001fffffffffffff", Number.MAX_SAFE_INTEGER],
    ["1b 0020000000000000", 9007199254740992n],
    ["1b ffffffffffffffff", 18446744073709551615n],
    ["20", -1],
    ["39 03e7", -1000],
    ["3b 001ffffffffffffe", Number.MIN_SAFE_INTEGER],
    ["3b 7fffffffffffffff", -9223372036854775808n],
    ["3b ffffffffffffffff", -18446744073709551616n],
    ["c2 49 010000000000000000", 18446744073709551616n],
    ["c3 49 010000000000000000", -18446744073709551617n],
    ["c2 40", 0n],
    ["f9 0000", 0],
    ["f9 8000", -0],
    ["f9 3c00", 1],
    ["f9 3e00", 1.5],
    ["f9 7bff", 65504],
    ["f9 0001", 5.960464477539063e-8],
    ["f9 0400", 0.00006103515625],
    ["f9 c400", -4],
    ["f9 7c00", Infinity],
    ["f9 7e00", Number.NaN],
    ["f9 fc00", -Infinity],
    ["fa 47c35000", 100_000],
    ["fa 7f7fffff", 3.4028234663852886e38],
    ["fb 3ff199999999999a", 1.1],
    ["fb 7ff8000000000000", Number.NaN],
    ["f4", false],
    ["f5", true],
    ["f6", null],
    ["f7", null],
    ["c4 82 21 19 6ab3", new Decimal("273.15")],
    ["c4 82 03 01", new Decimal("1000")],
    ["c4 82 20 c2 49 010000000000000000", new Decimal("1844674407370955161.6")],
    ["d8 20 61 61", "a"],
    ["40", new Uint8Array()],
    ["44 01020304", bytes("01020304")],
    ["5f 42 0102 43 030405 ff", bytes("0102030405")],
    ["5f ff", new Uint8Array()],
    ["60", ""],
    ["62 c3bc", "ü"],
    ["64 f0908591", "\u{10151}"],
    ["63 efbbbf", "\u{feff}"],
    ["7f 65 7374726561 64 6d696e67 ff", "streaming"],
    ["7f 61 c3 61 bc ff", "ü"],
    ["80", []],
    ["83 01 02 03", [1, 2, 3]],
    ["9f ff", []],
    ["9f 01 82 02 03 9f 04 05 ff ff", [1, [2, 3], [4, 5]]],
    ["98 03 01 02 03", [1, 2, 3]],
    ["a0", {}],
    ["a2 61 61 01 61 62 82 02 03", { a: 1, b: [2, 3] }],
    ["bf 61 61 01 61 62 9f 02 03 ff ff", { a: 1, b: [2, 3] }],
    ["bf 7f 61 61 61 62 ff f5 ff", { ab: true }],
    ["b8 01 61 61 f6", { a: null }],
  ])("decodes %s", (hex, value) => {
    expect(decode(hex)).toEqual(value);
  });

  it.each([
    ["empty input", ""],
    ["a truncated argument", "19 03"],
    ["a truncated string", "62 61"],
    ["a truncated list", "82 01"],
    ["an indefinite list without a stop", "9f 01"],
    ["a length beyond the input", "5b ffffffffffffffff"],
    ["a reserved length", "1c"],
    ["an integer of indefinite length", "1f"],
    ["a stop outside of an indefinite item", "ff"],
    ["a chunk of another type", "5f 61 61 ff"],
    ["an indefinite chunk", "5f 5f ff ff"],
    ["a key that is not a text string", "a1 01 02"],
    ["a key without a value", "bf 61 61 ff"],
    ["invalid UTF-8", "62 c328"],
    ["a big number that is not a byte string", "c2 01"],
    ["a decimal fraction that is not a pair", "c4 01"],
    ["bytes after the end", "00 00"],
  ])("rejects %s", (_, hex) => {
    expect(() => decode(hex)).toThrow(/invalid CBOR/);
  });
});

describe("a client of rpcv2Cbor", () => {
  const described = operation(
    structure({ n: 1, t: 4, big: 17, dec: 19, b: 21, s: 0, list: 64, doc: 15 }),
  );
  const protocol = rpcv2Cbor(service);
  const read = async (hex: string) =>
    (
      await protocol.readResponse(described, {
        statusCode: 200,
        headers: { "smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor" },
        body: bytes(hex),
      })
    ).output;

  it.each<[what: string, hex: string, output: object]>([
    ["a number as a half-precision float", "a1 61 6e f9 3c00", { n: 1 }],
    [
      "a long beyond the precision of a double",
      "a1 61 6e 1b 7fffffffffffffff",
      { n: 9223372036854775807n },
    ],
    [
      "a timestamp in integer seconds",
      "a1 61 74 c1 1a 6AE5E8C0",
      { t: new Date(0x6ae5e8c0 * 1000) },
    ],
    ["a timestamp before 1970, with fractions", "a1 61 74 c1 f9 be00", { t: new Date(-1500) }],
    ["a small number for a big integer", "a1 63 626967 05", { big: 5n }],
    ["a number for a decimal", "a1 63 646563 fb 3ff8000000000000", { dec: new Decimal("1.5") }],
    ["null and undefined as absent members", "a2 61 6e f6 61 73 f7", {}],
    ["only known members", "a2 61 78 81 a1 61 79 f5 61 73 61 61", { s: "a" }],
    [
      "an indefinite map with indefinite parts",
      "bf 64 6c697374 9f 7f 61 61 61 62 ff ff ff",
      { list: ["ab"] },
    ],
    ["nulls in a dense list as absent items", "a1 64 6c697374 82 f6 61 61", { list: ["a"] }],
  ])("reads %s", async (_, hex, output) => {
    expect(await read(hex)).toEqual(output);
  });

  it("writes numbers, timestamps and big numbers with the tags and types of the protocol", () => {
    const { body } = protocol.writeRequest(described, {
      n: 9223372036854775807n,
      t: new Date(1500),
      big: -18446744073709551617n,
      dec: new Decimal("273.15"),
      b: new Uint8Array([1]),
    });
    if (!(body instanceof Uint8Array)) throw new TypeError("Expected bytes.");
    const hex = Buffer.from(body).toString("hex");
    for (const part of [
      "616e1b7fffffffffffffff", // n
      "6174c1fb3ff8000000000000", // t: tag 1, a double
      "63626967c349010000000000000000", // big: tag 3
      "63646563c48221196ab3", // dec: tag 4
      "61624101", // b
    ]) {
      expect(hex).toContain(part);
    }
  });
});
