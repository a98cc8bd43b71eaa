import { bodyDifferences } from "../compare/bodies.js";
import { messageDifferences } from "../compare/messages.js";
import type { RefusalCase, RequestCase } from "../cases/message-cases.js";
import { failOn } from "../compare/protocol-test-failure.js";
import { readBody } from "../cases/read-body.js";
import { toRequest } from "./server-under-test.js";
import type { ServerUnderTest } from "./server-under-test.js";

/**
 * Sends a malformed request to a server, and compares its response with a case.
 *
 * @throws ProtocolTestFailure with all differences
 */
export async function serverRefuses(
  server: ServerUnderTest,
  request: RequestCase,
  expected: RefusalCase,
): Promise<void> {
  const { statusCode, headers, body } = await server.handle(toRequest(request));
  const bytes = await readBody(body);
  failOn([
    ...(statusCode === expected.code
      ? []
      : [`status: expected ${expected.code}, got ${statusCode}`]),
    ...(await messageDifferences(
      { headers, body: bytes },
      { ...(expected.headers && { headers: expected.headers }) },
      { ignoreHeaders: ["content-length"] },
    )),
    ...(expected.body === undefined ? [] : await refusalDifferences(bytes, expected.body)),
  ]);
}

async function refusalDifferences(
  actual: Uint8Array,
  { mediaType, assertion }: NonNullable<RefusalCase["body"]>,
): Promise<readonly string[]> {
  const { contents, messageRegex } = assertion;
  if (contents !== undefined) return bodyDifferences(actual, contents, { mediaType });
  if (messageRegex === undefined) return [];
  const message = messageOf(new TextDecoder().decode(actual), mediaType);
  return new RegExp(messageRegex).test(message)
    ? []
    : [`message: expected a match of ${messageRegex} in ${message}`];
}

/** Returns the message of an error, or the whole body if it is not JSON. */
function messageOf(body: string, mediaType: string): string {
  if (!mediaType.endsWith("json")) return body;
  const error: unknown = JSON.parse(body);
  const message: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "message") : undefined;
  return typeof message === "string" ? message : body;
}
