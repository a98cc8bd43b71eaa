import type { HttpRequest } from "@smithy/types";
import { messageDifferences } from "../compare/messages.js";
import { queryDifferences } from "../compare/queries.js";
import type { RequestCase } from "../message-cases.js";
import { failOn } from "../protocol-test-failure.js";
import { clientConfig } from "./client-config.js";
import type { ClientCall } from "./client-config.js";

/**
 * Holds the request that a call leads to against a case. The client goes all its way: endpoint, headers, signature.
 *
 * @throws ProtocolTestFailure with all differences
 * @throws whatever the call throws before it sends anything
 */
export const clientSends = async (call: ClientCall, expected: RequestCase): Promise<void> => {
  const request = await capture(call, expected.host);
  const [host] = (expected.resolvedHost ?? expected.host ?? request.hostname).split("/");
  const [path = ""] = expected.uri.split("?");
  failOn([
    ...difference("method", request.method, expected.method),
    ...difference("host", request.hostname, host),
    ...difference("uri", request.path, path),
    ...queryDifferences(request.query ?? {}, expected),
    ...(await messageDifferences(request, expected)),
  ]);
};

const capture = async (call: ClientCall, host: string | undefined): Promise<HttpRequest> => {
  let request: HttpRequest | undefined;
  const config = clientConfig((sent) => {
    request = sent;
    throw new Error("The request was captured, and is not answered.");
  }, host);
  try {
    await call(config);
  } catch (error) {
    if (request === undefined) throw error;
  }
  if (request === undefined) throw new Error("The call sent no request.");
  return request;
};

const difference = (what: string, is: string, shouldBe: string | undefined): readonly string[] =>
  is === shouldBe ? [] : [`${what}: expected ${shouldBe}, got ${is}`];
