import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds, service, sinkValue, wash } from "./kitchen-sink.js";
import { rpcv2Cbor, rpcv2Json } from "./protocols.js";

const protocols = [rpcv2Cbor, rpcv2Json].map((factory) => factory(service, { constraints: kinds }));

describe.each(protocols)("$id", (protocol) => {
  it("lets a server route and read the input that a client wrote", () => {
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
