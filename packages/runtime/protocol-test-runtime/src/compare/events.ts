import type { Message, MessageHeaderValue } from "@smithy/types";
import type { EventCase, EventHeaderCase } from "../cases/event-cases.js";
import { headerOf, messagesOf } from "./frames.js";
import { bodyDifferences } from "./bodies.js";
import { differences } from "./values.js";

/**
 * Returns the differences between an event stream and the events of a case. The event that opens a
 * stream of an RPC protocol is compared only if the case has it.
 */
export async function eventDifferences(
  stream: Uint8Array,
  expected: readonly EventCase[],
): Promise<readonly string[]> {
  const [first, ...rest] = messagesOf(stream);
  const isOpening = first !== undefined && isInitial(first.headers[":event-type"]?.value);
  const expectsOpening = isInitial(textOf(expected[0]?.headers?.[":event-type"]));
  const messages = first === undefined || (isOpening && !expectsOpening) ? rest : [first, ...rest];
  const found =
    messages.length === expected.length
      ? []
      : [`events: expected ${expected.length}, got ${messages.length}`];
  for (const [index, event] of expected.entries()) {
    const message = messages[index];
    if (message) found.push(...(await messageDifferences(message, event, `events[${index}]`)));
  }
  return found;
}

const isInitial = (type: unknown): boolean =>
  type === "initial-request" || type === "initial-response";

const textOf = (header: EventHeaderCase | undefined): string | undefined =>
  header && "string" in header ? header.string : undefined;

async function messageDifferences(
  { headers, body }: Message,
  expected: EventCase,
  path: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, header] of Object.entries(expected.headers ?? {})) {
    const is = headers[name];
    const at = `${path}: header ${name}`;
    if (is === undefined) found.push(`${at}: absent`);
    else found.push(...(await differences(plain(is), plain(headerOf(header)), at)));
  }
  for (const name of expected.forbidHeaders ?? [])
    if (headers[name] !== undefined) found.push(`${path}: header ${name}: must be absent`);
  for (const name of expected.requireHeaders ?? [])
    if (headers[name] === undefined) found.push(`${path}: header ${name}: absent`);
  if (expected.body === undefined) return found;
  const mediaType = expected.bodyMediaType ?? "";
  const inBody = await bodyDifferences(body, expected.body, { mediaType });
  return [...found, ...inBody.map((difference) => `${path}: ${difference}`)];
}

/** Returns a header with a comparable value. The library represents a long as bytes. */
const plain = (header: MessageHeaderValue): object =>
  header.type === "long" ? { type: header.type, value: header.value.valueOf() } : header;
