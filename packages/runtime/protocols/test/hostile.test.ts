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

/** Returns true if reading a request returns a value or throws a `MalformedRequest`. */
function isHandled(protocol: Protocol, request: HttpRequestMessage): boolean {
  try {
    return typeof protocol.readRequest(wash, request) === "object";
  } catch (error) {
    return error instanceof MalformedRequest;
  }
}

describe.each(protocols.map((protocol) => [protocol.id, protocol] as const))(
  "a server of %s",
  (_, protocol) => {
    const written = protocol.writeRequest(wash, {});

    it("reads random bytes as a value or throws a MalformedRequest", () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
          expect(isHandled(protocol, { ...written, body })).toBe(true);
        }),
      );
    });

    it("reads a damaged request as a value or throws a MalformedRequest", () => {
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
            expect(isHandled(protocol, { ...request, body: bytes })).toBe(true);
          },
        ),
      );
    });
  },
);

describe("a server of rpcv2Cbor", () => {
  const protocol = rpcv2Cbor(service);
  const malformed = (...bytes: number[]) => {
    const request = { ...protocol.writeRequest(wash, {}), body: Uint8Array.from(bytes) };
    return () => protocol.readRequest(wash, request);
  };

  it("rejects a list that is longer than the body", () => {
    expect(malformed(0x9a, 0x01, 0xff, 0xff, 0xff)).toThrow("invalid CBOR");
    expect(
      malformed(...Array.from({ length: 90 }, () => [0x9a, 0x01, 0xff, 0xff, 0xff]).flat()),
    ).toThrow("invalid CBOR");
  });

  it("rejects decimals with an exponent that would exhaust memory", () => {
    // {"bigDecimal": 4([2^28, 1])}
    const name = new TextEncoder().encode("bigDecimal");
    expect(malformed(0xa1, 0x6a, ...name, 0xc4, 0x82, 0x1a, 0x10, 0, 0, 0, 0x01)).toThrow(
      "invalid CBOR",
    );
  });

  it("rejects deep nesting and bytes after the end", () => {
    expect(malformed(...Array.from({ length: 100_000 }, () => 0x81), 0x01)).toThrow(
      "nests too deeply",
    );
    expect(malformed(0xa0, 0x00)).toThrow("position 1");
  });
});
