import { differences } from "../compare/values.js";
import type { RequestCase } from "../message-cases.js";
import { failOn, ProtocolTestFailure } from "../protocol-test-failure.js";
import { readBody } from "../read-body.js";
import { toRequest } from "./server-under-test.js";
import type { ServerUnderTest } from "./server-under-test.js";

/** Takes the input of the operation under test; it gives no answer, for none is of interest. */
export type InputHandler = (input: object) => Promise<never>;

/**
 * Sends the request of a case to a server, and holds the input that reaches the handler against what the case says.
 *
 * @param createServer - makes the server, with the handler for the operation under test
 * @throws ProtocolTestFailure with all differences, or with the answer where the handler was never called
 */
export const serverReads = async (
  createServer: (handler: InputHandler) => ServerUnderTest,
  request: RequestCase,
  input: object,
): Promise<void> => {
  let capture: (input: object) => void = () => {};
  const captured = new Promise<object>((resolve) => {
    capture = resolve;
  });
  const server = createServer((actual) => {
    capture(actual);
    return new Promise<never>(() => {});
  });
  const answered = server.handle(toRequest(request)).then(async ({ statusCode, body }) => {
    const text = new TextDecoder().decode(await readBody(body));
    throw new ProtocolTestFailure([`the server answered with status ${statusCode}: ${text}`]);
  });
  failOn(await differences(await Promise.race([captured, answered]), input));
};
