import type { $SchemaRef } from "@smithy/types";
import { chain } from "../http/collect-body.js";
import type { ProtocolFactory } from "../protocol.js";
import { once } from "../schema/once.js";
import { structureOf } from "../schema/operation.js";
import { createFillers, type Filling } from "./fill-defaults.js";

/**
 * A protocol that fills in what the model gives as a default, for services whose models have any.
 *
 * The default is the member's trait `default` in its schema, as a Smithy node value. A client leaves a member out that
 * has the trait `clientOptional`; what it reads it also corrects: required members that a server forgot become the zero
 * value of their type. Smithy: https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait and
 * https://smithy.io/2.0/spec/aggregate-types.html#client-error-correction
 */
export const withDefaults =
  (factory: ProtocolFactory): ProtocolFactory =>
  (service, options) => {
    const protocol = factory(service, options);
    return {
      ...protocol,
      writeRequest: (operation, input) =>
        protocol.writeRequest(operation, fillers.clientInput(operation.schema[4])(input)),
      readResponse: (operation, response) =>
        chain(protocol.readResponse(operation, response), (result) =>
          result.error
            ? result
            : { output: fillers.clientOutput(operation.schema[5])(result.output) },
        ),
      readRequest: (operation, request) =>
        chain(protocol.readRequest(operation, request), fillers.server(operation.schema[4])),
      writeResponse: (operation, output) =>
        protocol.writeResponse(operation, fillers.server(operation.schema[5])(output)),
    };
  };

type FillStructure = (value: object) => Record<string, unknown>;

const filler = (filling: Filling) => {
  const fill = createFillers(filling);
  const compiled = once((schema: ReturnType<typeof structureOf>): FillStructure => {
    const fillStructure = fill(schema);
    return (value) => {
      const filled = fillStructure(value);
      return typeof filled === "object" && filled !== null ? { ...filled } : {};
    };
  });
  return (reference: $SchemaRef): FillStructure => compiled(structureOf(reference));
};

const fillers = {
  clientInput: /* @__PURE__ */ filler({ clientOptional: false, correct: false }),
  clientOutput: /* @__PURE__ */ filler({ clientOptional: true, correct: true }),
  server: /* @__PURE__ */ filler({ clientOptional: true, correct: false }),
};
