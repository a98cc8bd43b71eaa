import type { HttpRequest } from "@smithy/types";
import type { RequestCase } from "../cases/message-cases.js";
import { messageDifferences } from "./messages.js";
import { queryDifferences } from "./queries.js";

/** Returns the differences between a client's request and a case. */
export async function requestDifferences(
  request: HttpRequest,
  expected: RequestCase,
): Promise<readonly string[]> {
  const [host] = (expected.resolvedHost ?? expected.host ?? request.hostname).split("/");
  const [path = ""] = expected.uri.split("?");
  return [
    ...difference("method", request.method, expected.method),
    ...difference("host", request.hostname, host),
    ...difference("uri", request.path, path),
    ...queryDifferences(request.query ?? {}, expected),
    ...(await messageDifferences(request, expected)),
  ];
}

const difference = (what: string, is: string, shouldBe: string | undefined): readonly string[] =>
  is === shouldBe ? [] : [`${what}: expected ${shouldBe}, got ${is}`];
