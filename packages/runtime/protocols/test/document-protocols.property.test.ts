import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds, service, sinkValue, wash } from "./kitchen-sink.js";
import type { Limits } from "./kitchen-sink.js";
import { awsQuery, restJson1, restXml } from "./protocols.js";

/** What the XML parser drops or changes: white space alone, and names that JavaScript objects have already. */
const text = fc
  .string({ unit: "grapheme" })
  .filter((value) => value.trim() === value && !/[\ud800-\udfff\ufffe\uffff]/u.test(value));
const key = text.filter((value) => value !== "");
const xmlLimits: Limits = { text, key };

describe("restJson1", () => {
  const protocol = restJson1(service, { constraints: kinds });

  it("a server reads the input that a client wrote", () => {
    fc.assert(
      fc.property(sinkValue(), (input) => {
        const request = protocol.writeRequest(wash, input);
        expect(protocol.router([wash])(request)).toBe(wash);
        expect(protocol.readRequest(wash, request)).toEqual(input);
      }),
    );
  });

  it("a client reads the output that a server wrote", () => {
    fc.assert(
      fc.property(sinkValue(), (output) => {
        expect(protocol.readResponse(wash, protocol.writeResponse(wash, output))).toEqual({
          output,
        });
      }),
    );
  });
});

describe("restXml", () => {
  const protocol = restXml(service, { constraints: kinds });

  it("a server reads the input that a client wrote", () => {
    fc.assert(
      fc.property(sinkValue(xmlLimits), (input) => {
        expect(protocol.readRequest(wash, protocol.writeRequest(wash, input))).toEqual(input);
      }),
    );
  });

  it("a client reads the output that a server wrote", () => {
    fc.assert(
      fc.property(sinkValue(xmlLimits), (output) => {
        expect(protocol.readResponse(wash, protocol.writeResponse(wash, output))).toEqual({
          output,
        });
      }),
    );
  });
});

describe("awsQuery", () => {
  const protocol = awsQuery(service, { constraints: kinds });
  /** A form has no way to say that a map, structure or null is there but empty. */
  const isComplete = (value: unknown): boolean =>
    value !== null &&
    (typeof value !== "object" ||
      value instanceof Date ||
      value instanceof Uint8Array ||
      Array.isArray(value) ||
      Object.keys(value).length > 0) &&
    (typeof value !== "object" ||
      Object.values(value).every((item) =>
        Array.isArray(item) ? item.every(isComplete) : isComplete(item),
      ));

  it("a server reads the input that a client wrote", () => {
    fc.assert(
      fc.property(sinkValue({ text: key, key }).filter(isComplete), (input) => {
        const request = protocol.writeRequest(wash, input);
        expect(protocol.router([wash])(request)).toBe(wash);
        expect(protocol.readRequest(wash, request)).toEqual(input);
      }),
    );
  });

  it("a client reads the output that a server wrote", () => {
    fc.assert(
      fc.property(sinkValue(xmlLimits), (output) => {
        expect(protocol.readResponse(wash, protocol.writeResponse(wash, output))).toEqual({
          output,
        });
      }),
    );
  });
});
