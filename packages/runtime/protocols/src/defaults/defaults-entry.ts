import type { MessageDefaults } from "../protocol.js";
import { allTypes } from "../value-types/all-types.js";
import { requireInitialResponse } from "./initial-response.js";
import { messageDefaults } from "./message-defaults.js";

/**
 * Fills in missing members on a client, for operations with defaults or with required members in
 * their output.
 *
 * In inputs, it fills in the defaults of members, except for members that are optional for clients
 * (`clientOptional`). In schemas, all members of an operation's input with a default are optional
 * for clients. In outputs, it fills in defaults, and sets required members that the server omitted
 * to the zero value of their type (client error correction).
 *
 * Smithy: https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait and
 * https://smithy.io/2.0/spec/aggregate-types.html#client-error-correction
 *
 * @public
 */
export const clientDefaults: MessageDefaults = /* @__PURE__ */ messageDefaults(
  { clientOptional: false, correct: false },
  { clientOptional: true, correct: true },
  allTypes,
);

/**
 * Fills in missing members on a client, for operations that return an event stream. It differs from
 * {@link clientDefaults} for members other than the stream. The server sends these members before
 * any event, so a missing required member is an error and is not corrected.
 *
 * @public
 */
export const clientStreamDefaults: MessageDefaults = {
  input: (operation, value) => clientDefaults.input(operation, value),
  output: (operation, value) => {
    requireInitialResponse(operation, value);
    return clientDefaults.output(operation, value);
  },
  error: (reference, value) => clientDefaults.error(reference, value),
};

/**
 * Fills in all defaults on a server: in inputs before they are validated, and in outputs.
 *
 * @public
 */
export const serverDefaults: MessageDefaults = /* @__PURE__ */ messageDefaults(
  { clientOptional: true, correct: false },
  { clientOptional: true, correct: false },
  allTypes,
);
