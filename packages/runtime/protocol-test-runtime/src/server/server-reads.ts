import { gzipSync } from "node:zlib";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { differences } from "../compare/values.js";
import type { RequestCase } from "../cases/message-cases.js";
import { failOn, ProtocolTestFailure } from "../compare/protocol-test-failure.js";
import { readBody } from "../cases/read-body.js";
import { requestOf } from "./operation-call.js";
import type { OperationCall } from "./operation-call.js";
import { toRequest } from "./server-under-test.js";
import type { ServerUnderTest } from "./server-under-test.js";

/**
 * Receives the input of the operation under test. It returns nothing, because the response is not
 * compared.
 */
export type InputHandler = (input: object) => Promise<never>;

/**
 * Sends the request of a case to a server, and compares the input of the handler with the case.
 *
 * @param createServer - creates the server with the handler for the operation under test
 * @param call - the same call, for a case that omits its body because compressed bytes differ
 *   between machines: the body is then written by a client and compressed as the headers of the
 *   case demand
 * @throws ProtocolTestFailure with all differences, or with the response if the handler was never
 *   called
 */
export async function serverReads(
  createServer: (handler: InputHandler) => ServerUnderTest,
  request: RequestCase,
  input: object,
  call?: OperationCall,
): Promise<void> {
  let capture: (input: object) => void = () => {};
  const captured = new Promise<object>((resolve) => {
    capture = resolve;
  });
  const server = createServer((actual) => {
    capture(actual);
    return new Promise<never>(() => {});
  });
  const sent = toRequest(request);
  const whole = call === undefined ? sent : await withBody(sent, call);
  const answered = server.handle(whole).then(async ({ statusCode, body }) => {
    const text = new TextDecoder().decode(await readBody(body));
    throw new ProtocolTestFailure([`the server answered with status ${statusCode}: ${text}`]);
  });
  failOn(await differences(await Promise.race([captured, answered]), input));
}

async function withBody(
  request: HttpRequestMessage,
  call: OperationCall,
): Promise<HttpRequestMessage> {
  const { headers, body } = await requestOf(call);
  const isCompressed = /\bgzip$/.test(request.headers["content-encoding"] ?? "");
  return {
    ...request,
    headers: { ...headers, ...request.headers },
    body: isCompressed ? gzipSync(body) : body,
  };
}
