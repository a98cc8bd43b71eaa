import { lowerCaseNames } from "@tinsmith/values";
import type { MessageCase } from "../cases/message-cases.js";
import { readBody } from "../cases/read-body.js";
import { bodyDifferences } from "./bodies.js";
import { sameText } from "./same-text.js";

/** A message as it was sent. */
export interface SentMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface MessageComparison {
  /** Headers, in lower case, that the code under test leaves to the transport. */
  readonly ignoreHeaders?: readonly string[];
  readonly ignoreRequestIds?: boolean;
  /** See `BodyComparison`. */
  readonly datesInUtc?: boolean;
}

/** Headers with the request id. Servers generate it. */
const requestIdHeaders = new Set(["x-amzn-requestid", "x-amz-request-id"]);

/** Returns the differences between the headers and body of a message and those of a case. */
export async function messageDifferences(
  { headers, body }: SentMessage,
  expected: MessageCase,
  { ignoreHeaders = [], ignoreRequestIds = false, datesInUtc = false }: MessageComparison = {},
): Promise<readonly string[]> {
  const is = lowerCaseNames(headers);
  const counts = (name: string): boolean => !ignoreHeaders.includes(name.toLowerCase());
  const wrong = Object.entries(expected.headers ?? {})
    .filter(([name]) => counts(name))
    .flatMap(([name, value]) => {
      const sent = is[name.toLowerCase()];
      const isId = ignoreRequestIds && requestIdHeaders.has(name.toLowerCase());
      return isId && sent !== undefined ? [] : headerDifference(name, sent, value);
    });
  const forbidden = (expected.forbidHeaders ?? [])
    .filter((name) => is[name.toLowerCase()] !== undefined)
    .map((name) => `header ${name}: must be absent, got ${is[name.toLowerCase()]}`);
  const missing = (expected.requireHeaders ?? [])
    .filter((name) => counts(name) && is[name.toLowerCase()] === undefined)
    .map((name) => `header ${name}: absent`);
  const found = [...wrong, ...forbidden, ...missing];
  if (expected.body === undefined) return found;
  const mediaType = mediaTypeOf(expected) || mediaTypeOf({ headers });
  return [
    ...found,
    ...(await bodyDifferences(await readBody(body), expected.body, {
      mediaType,
      ignoreRequestIds,
      datesInUtc,
    })),
  ];
}

/**
 * Returns the media type of a case's body: `bodyMediaType`, or else the media type of its header.
 * Empty if both are missing.
 */
export function mediaTypeOf({ bodyMediaType, headers = {} }: MessageCase): string {
  if (bodyMediaType !== undefined) return bodyMediaType;
  const [type = ""] = (lowerCaseNames(headers)["content-type"] ?? "").split(";");
  return type.trim();
}

const headerDifference = (
  name: string,
  is: string | undefined,
  shouldBe: string,
): readonly string[] =>
  is !== undefined && sameText(is, shouldBe)
    ? []
    : [`header ${name}: expected ${JSON.stringify(shouldBe)}, got ${JSON.stringify(is)}`];
