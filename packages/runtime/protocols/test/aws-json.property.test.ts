import * as fc from "fast-check";
import { expect, it } from "vitest";
import { kinds, service, sinkValue, wash } from "./kitchen-sink.js";
import { awsJson1_0, awsJson1_1 } from "./protocols.js";

for (const factory of [awsJson1_0, awsJson1_1]) {
  const protocol = factory(service, { constraints: kinds });

  it(`${protocol.id}: a server reads the input that a client wrote`, () => {
    fc.assert(
      fc.property(sinkValue(), (input) => {
        expect(protocol.readRequest(wash, protocol.writeRequest(wash, input))).toEqual(input);
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
