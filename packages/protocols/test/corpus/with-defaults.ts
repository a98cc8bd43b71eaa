import { clientDefaults, serverDefaults } from "../../src/defaults/index.js";
import { chain } from "../../src/http/collect-body.js";
import type { Protocol } from "../protocols.js";

/** A protocol with the defaults of the model filled in on both sides, as the runtimes do it. */
export const withDefaults = (protocol: Protocol): Protocol => ({
  ...protocol,
  writeRequest: (operation, input) =>
    protocol.writeRequest(operation, clientDefaults.input(operation.schema, input)),
  readResponse: (operation, response) =>
    chain(protocol.readResponse(operation, response), (result) => {
      if (!result.error) return { output: clientDefaults.output(operation.schema, result.output) };
      const { error } = result;
      return error.schema
        ? { error: { ...error, data: clientDefaults.error(error.schema, error.data) } }
        : result;
    }),
  readRequest: (operation, request) =>
    chain(protocol.readRequest(operation, request), (input) =>
      serverDefaults.input(operation.schema, input),
    ),
  writeResponse: (operation, output) =>
    protocol.writeResponse(operation, serverDefaults.output(operation.schema, output)),
  writeError: (operation, error) =>
    protocol.writeError(
      operation,
      error.schema
        ? { ...error, data: serverDefaults.error(error.schema, error.data ?? {}) }
        : error,
    ),
});
