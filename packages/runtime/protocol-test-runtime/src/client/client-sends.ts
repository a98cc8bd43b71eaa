import { requestDifferences } from "../compare/requests.js";
import type { RequestCase } from "../cases/message-cases.js";
import { failOn } from "../compare/protocol-test-failure.js";
import { capture } from "./capture.js";
import { clientConfig } from "./client-config.js";
import type { ClientCall } from "./client-config.js";

/**
 * Compares the request of a call with a case. The client performs all of its steps: endpoint,
 * headers, signature.
 *
 * @throws ProtocolTestFailure with all differences
 * @throws the error of the call before it sends a request
 */
export async function clientSends(call: ClientCall, expected: RequestCase): Promise<void> {
  const request = await capture(call, (handle) => clientConfig(handle, expected.host));
  failOn(await requestDifferences(request, expected));
}
