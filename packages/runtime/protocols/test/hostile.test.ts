import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MalformedRequest } from "../src/index.js";
import type { HttpRequestMessage } from "../src/index.js";
import { kinds, service, sinkValue, wash } from "./kitchen-sink.js";
import {
  awsJson1_1,
  awsQuery,
  ec2Query,
  restJson1,
  restXml,
  rpcv2Cbor,
  rpcv2Json,
} from "./protocols.js";
import type { Protocol } from "./protocols.js";

const protocols = [awsJson1_1, restJson1, restXml, awsQuery, ec2Query, rpcv2Cbor, rpcv2Json].map(
  (factory) => factory(service, { constraints: kinds }),
);

/** Whether reading a request gives a value or a `MalformedRequest`: nothing else may come of it. */
function isAnswered(protocol: Protocol, request: HttpRequestMessage): boolean {
  try {
    return typeof protocol.readRequest(wash, request) === "object";
  } catch (error) {
    return error instanceof MalformedRequest;
  }
}

describe.each(protocols.map((protocol) => [protocol.id, protocol] as const))(
  "%s",
  (_, protocol) => {
    const written = protocol.writeRequest(wash, {});

    it("answers any bytes with a MalformedRequest or a value", () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
          expect(isAnswered(protocol, { ...written, body })).toBe(true);
        }),
      );
    });

    it("answers a damaged request with a MalformedRequest or a value", () => {
      fc.assert(
        fc.property(
          sinkValue(),
          fc.nat(),
          fc.integer({ min: 0, max: 255 }),
          (input, position, byte) => {
            const request = protocol.writeRequest(wash, input);
            const { body } = request;
            const bytes =
              typeof body === "string"
                ? new TextEncoder().encode(body)
                : new Uint8Array(body as Uint8Array);
            if (bytes.length > 0) bytes[position % bytes.length] = byte;
            expect(isAnswered(protocol, { ...request, body: bytes })).toBe(true);
          },
        ),
      );
    });
  },
);

describe("CBOR", () => {
  const protocol = rpcv2Cbor(service);
  const malformed = (...bytes: number[]) => {
    const request = { ...protocol.writeRequest(wash, {}), body: Uint8Array.from(bytes) };
    return () => protocol.readRequest(wash, request);
  };

  it("does not make room for a list that is not there", () => {
    expect(malformed(0x9a, 0x01, 0xff, 0xff, 0xff)).toThrow("not CBOR");
    expect(
      malformed(...Array.from({ length: 90 }, () => [0x9a, 0x01, 0xff, 0xff, 0xff]).flat()),
    ).toThrow("not CBOR");
  });

  it("refuses decimals whose exponent would fill the memory", () => {
    // {"bigDecimal": 4([2^28, 1])}
    const name = new TextEncoder().encode("bigDecimal");
    expect(malformed(0xa1, 0x6a, ...name, 0xc4, 0x82, 0x1a, 0x10, 0, 0, 0, 0x01)).toThrow(
      "not CBOR",
    );
  });

  it("refuses endless nesting and what comes after the end", () => {
    expect(malformed(...Array.from({ length: 100_000 }, () => 0x81), 0x01)).toThrow(
      "nests too deeply",
    );
    expect(malformed(0xa0, 0x00)).toThrow("position 1");
  });
});
