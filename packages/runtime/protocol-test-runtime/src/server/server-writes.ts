import { messageDifferences } from "../compare/messages.js";
import type { ResponseCase } from "../cases/message-cases.js";
import { failOn } from "../compare/protocol-test-failure.js";
import { requestOf } from "./operation-call.js";
import type { OperationCall } from "./operation-call.js";
import type { ServerUnderTest } from "./server-under-test.js";

/**
 * Calls an operation of a server, and compares its response with a case.
 *
 * @param server - a server whose handler returns the output of the case, or throws its error
 * @throws ProtocolTestFailure with all differences
 */
export async function serverWrites(
  server: ServerUnderTest,
  call: OperationCall,
  expected: ResponseCase,
): Promise<void> {
  const { statusCode, headers, body } = await server.handle(await requestOf(call));
  failOn([
    ...(statusCode === expected.code
      ? []
      : [`status: expected ${expected.code}, got ${statusCode}`]),
    ...(await messageDifferences({ headers, body }, expected, {
      ignoreHeaders: ["content-length"],
      ignoreRequestIds: true,
      datesInUtc: true,
    })),
  ]);
}
