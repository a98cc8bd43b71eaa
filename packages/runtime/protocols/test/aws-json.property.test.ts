import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds, service, sinkValue, wash } from "./kitchen-sink.js";
import { awsJson1_0, awsJson1_1 } from "./protocols.js";

const protocols = [awsJson1_0, awsJson1_1].map((factory) =>
  factory(service, { constraints: kinds }),
);

describe.each(protocols)("$id", (protocol) => {
  it("lets a server read the input that a client wrote", () => {
    fc.assert(
      fc.property(sinkValue(), (input) => {
        expect(protocol.readRequest(wash, protocol.writeRequest(wash, input))).toEqual(input);
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
