import { describe, expect, it } from "vitest";
import { MalformedRequest } from "../src/index.js";
import { rpcv2Cbor } from "./protocols.js";
import { operation, service, structure } from "./shapes.js";

const protocol = rpcv2Cbor(service, { maxDepth: 8 });
const document = operation(structure({ a: 15 }));
const text = operation(structure({ a: 0 }));
const float = operation(structure({ a: 1 }, "Measured"));

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));

const read = async (described: typeof document, hex: string, from = protocol) =>
  from.readRequest(described, {
    ...from.writeRequest(described, {}),
    headers: {
      "content-type": "application/cbor",
      accept: "application/cbor",
      "smithy-protocol": "rpc-v2-cbor",
    },
    body: bytes(hex),
  });

/** Returns a map with one entry: the key `a` and the given value. */
const inA = (hex: string): string => `a1 61 61 ${hex}`;

describe("a document in CBOR", () => {
  it.each<[what: string, hex: string, value: unknown]>([
    ["a list", "83 01 61 78 f5", [1, "x", true]],
    ["a map", "a2 61 78 01 61 79 82 02 03", { x: 1, y: [2, 3] }],
    ["lists in maps in lists", "81 a1 61 78 81 a1 61 79 f4", [{ x: [{ y: false }] }]],
    ["null within a list", "82 f6 01", [null, 1]],
    ["bytes", "42 0102", bytes("0102")],
    ["bytes within a map", "a1 61 78 42 0102", { x: bytes("0102") }],
    ["a timestamp within a list", "81 c1 1a 65920080", [new Date(0x65920080 * 1000)]],
    ["a key that objects inherit", "a1 69 5f5f70726f746f5f5f 01", JSON.parse('{"__proto__":1}')],
    ["an empty list", "80", []],
    ["an empty map", "a0", {}],
  ])("is read with %s", async (_, hex, value) => {
    expect(await read(document, inA(hex))).toEqual({ a: value });
  });

  it("is refused if it is nested too deeply", async () => {
    await expect(read(document, inA("81".repeat(20) + "01"))).rejects.toThrow(MalformedRequest);
  });

  it("does not share memory with the body", async () => {
    const { a } = await read(document, inA("42 0102"));
    expect(a).toBeInstanceOf(Uint8Array);
    expect(a instanceof Uint8Array && a.buffer.byteLength).toBe(2);
  });
});

describe("an unknown member in CBOR", () => {
  it.each([
    ["a list", "83 01 02 03"],
    ["a map", "a1 61 78 01"],
    ["a text", "61 78"],
    ["null", "f6"],
  ])("is ignored without affecting other members if it is %s", async (_, hex) => {
    expect(await read(text, `a3 61 79 ${hex} 61 61 62 6869 61 7a ${hex}`)).toEqual({ a: "hi" });
  });
});

describe("a number in CBOR", () => {
  const kinded = rpcv2Cbor(service, {
    constraints: { Measured: { a: { number: "double" } } },
  });

  it("is read as a number for a double, even if it is an integer of more than 53 bits", async () => {
    const { a } = await read(float, inA("1b 0020000000000001"), kinded);
    expect(typeof a).toBe("number");
  });
});
