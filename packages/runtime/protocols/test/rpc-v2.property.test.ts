import * as fc from "fast-check";
import { expect, it } from "vitest";
import { kinds, service, sinkValue, wash } from "./kitchen-sink.js";
import { rpcv2Cbor, rpcv2Json } from "./protocols.js";

for (const factory of [rpcv2Cbor, rpcv2Json]) {
  const protocol = factory(service, { constraints: kinds });

  it(`${protocol.id}: a server reads the input that a client wrote`, () => {
    fc.assert(
      fc.property(sinkValue(), (input) => {
        const request = protocol.writeRequest(wash, input);
        expect(protocol.router([wash])(request)).toBe(wash);
        expect(protocol.readRequest(wash, request)).toEqual(input);
      }),
    );
  });

  it(`${protocol.id}: a client reads the output that a server wrote`, () => {
    fc.assert(
      fc.property(sinkValue(), (output) => {
        expect(protocol.readResponse(wash, protocol.writeResponse(wash, output))).toEqual({
          output,
        });
      }),
    );
  });
}
