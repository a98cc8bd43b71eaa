import type { MessageDefaults } from "../protocol.js";
import { requireInitialResponse } from "./initial-response.js";
import { messageDefaults } from "./message-defaults.js";

/**
 * What a client fills in, for operations whose messages have defaults or required members in their answers.
 *
 * It sends the default of a member that the caller left out, unless the member is optional for clients
 * (`clientOptional`, which in schemas all members with a default of an operation's input are). It gives what it has read the defaults that are
 * missing, and corrects it: required members that a server forgot become the zero value of their type.
 *
 * Smithy: https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait and
 * https://smithy.io/2.0/spec/aggregate-types.html#client-error-correction
 *
 * @public
 */
export const clientDefaults: MessageDefaults = /* @__PURE__ */ messageDefaults(
  { clientOptional: false, correct: false },
  { clientOptional: true, correct: true },
);

/**
 * What a client fills in of operations that answer with a stream of events: the same, but for the members beside the
 * stream. They come before any event, so that one which is missing means that the stream did not begin as it must:
 * it is an error and not corrected.
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
 * What a server fills in: every default, in what it has read before that is validated, and in what it answers.
 *
 * @public
 */
export const serverDefaults: MessageDefaults = /* @__PURE__ */ messageDefaults(
  { clientOptional: true, correct: false },
  { clientOptional: true, correct: false },
);
