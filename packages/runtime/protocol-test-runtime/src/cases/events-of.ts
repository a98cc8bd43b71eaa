import { isAsyncIterable } from "@tinsmith/values";

/**
 * A stream of events as a caller or a handler gives it. The events may be what their type does not allow, for cases
 * about what becomes of them.
 */
export function eventsOf<Event>(events: readonly object[]): AsyncIterable<Event>;
export async function* eventsOf(events: readonly object[]): AsyncIterable<object> {
  yield* events;
}

/** All events of a member that is a stream; none where it is absent. @throws whatever the stream ends with */
export const collect = async (value: object, member: string | undefined): Promise<unknown[]> => {
  const events: unknown = member === undefined ? undefined : Reflect.get(value, member);
  const collected: unknown[] = [];
  if (isAsyncIterable(events)) for await (const event of events) collected.push(event);
  return collected;
};

/** The other members. */
export const without = (value: object, member: string | undefined): object =>
  Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== member && name !== "$metadata"),
  );
