import { isAsyncIterable } from "@tinsmith/values";

/**
 * Returns an event stream as a caller or a handler passes it. The events may violate their type,
 * for cases about invalid values.
 */
export function eventsOf<Event>(events: readonly object[]): AsyncIterable<Event>;
export async function* eventsOf(events: readonly object[]): AsyncIterable<object> {
  yield* events;
}

/**
 * Reads all events of a member that is an event stream. Returns an empty list if the member is
 * absent.
 *
 * @throws the error that ends the stream
 */
export async function collect(value: object, member: string | undefined): Promise<unknown[]> {
  const events: unknown = member === undefined ? undefined : Reflect.get(value, member);
  const collected: unknown[] = [];
  if (isAsyncIterable(events)) for await (const event of events) collected.push(event);
  return collected;
}

/** Returns the other members. */
export const without = (value: object, member: string | undefined): object =>
  Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== member && name !== "$metadata"),
  );
