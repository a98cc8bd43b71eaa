import { requestDifferences } from "../compare/requests.js";
import type { RequestCase } from "../cases/message-cases.js";
import { failOn } from "../compare/protocol-test-failure.js";
import { capture } from "./capture.js";
import { clientConfig } from "./client-config.js";
import type { ClientCall } from "./client-config.js";

/**
 * Holds the request that a call leads to against a case. The client goes all its way: endpoint, headers, signature.
 *
 * @throws ProtocolTestFailure with all differences
 * @throws whatever the call throws before it sends anything
 */
export async function clientSends(call: ClientCall, expected: RequestCase): Promise<void> {
  const request = await capture(call, (handle) => clientConfig(handle, expected.host));
  failOn(await requestDifferences(request, expected));
}
