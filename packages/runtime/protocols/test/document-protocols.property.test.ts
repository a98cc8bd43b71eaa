import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds, service, sinkValue, wash } from "./kitchen-sink.js";
import type { Limits } from "./kitchen-sink.js";
import { awsQuery, restJson1, restXml } from "./protocols.js";

/** Texts that the XML parser does not change. */
const text = fc
  .string({ unit: "grapheme" })
  .filter((value) => value.trim() === value && !/[\ud800-\udfff\ufffe\uffff]/u.test(value));
const key = text.filter((value) => value !== "");
const xmlLimits: Limits = { text, key };

describe("restJson1", () => {
  const protocol = restJson1(service, { constraints: kinds });

  it("lets a server read the input that a client wrote", () => {
    fc.assert(
      fc.property(sinkValue(), (input) => {
        const request = protocol.writeRequest(wash, input);
        expect(protocol.router([wash])(request)).toBe(wash);
        expect(protocol.readRequest(wash, request)).toEqual(input);
      }),
    );
  });

  it("lets a client read the output that a server wrote", () => {
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

  it("lets a server read the input that a client wrote", () => {
    fc.assert(
      fc.property(sinkValue(xmlLimits), (input) => {
        expect(protocol.readRequest(wash, protocol.writeRequest(wash, input))).toEqual(input);
      }),
    );
  });

  it("lets a client read the output that a server wrote", () => {
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
  /** Returns false if a value contains nulls or empty objects: forms cannot represent them. */
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

  it("lets a server read the input that a client wrote", () => {
    fc.assert(
      fc.property(sinkValue({ text: key, key }).filter(isComplete), (input) => {
        const request = protocol.writeRequest(wash, input);
        expect(protocol.router([wash])(request)).toBe(wash);
        expect(protocol.readRequest(wash, request)).toEqual(input);
      }),
    );
  });

  it("lets a client read the output that a server wrote", () => {
    fc.assert(
      fc.property(sinkValue(xmlLimits), (output) => {
        expect(protocol.readResponse(wash, protocol.writeResponse(wash, output))).toEqual({
          output,
        });
      }),
    );
  });
});
