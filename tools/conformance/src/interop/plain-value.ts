/**
 * Converts a value of either client to plain data for comparison. Metadata and absent members are
 * removed, bytes become `Uint8Array`, and streams and events are read to their end.
 */
export async function plainValue(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (isByteStream(value)) return new Uint8Array(await value.transformToByteArray());
  if (value instanceof Uint8Array) return new Uint8Array(value);
  // In the AWS client, a JSON string is an object of a subclass of `String`.
  if (Object.prototype.toString.call(value) === "[object String]") return String(value);
  if (isEventStream(value)) return readAll(value);
  if (Array.isArray(value)) return Promise.all(value.map(plainValue));
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    if (name !== "$metadata" && member !== undefined)
      members.push([name, await plainValue(member)]);
  }
  return Object.fromEntries(members);
}

interface ByteStream {
  transformToByteArray(): Promise<Uint8Array>;
}

const isByteStream = (value: object): value is ByteStream => "transformToByteArray" in value;

const isEventStream = (value: object): value is AsyncIterable<unknown> =>
  Symbol.asyncIterator in value;

async function readAll(events: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const event of events) all.push(await plainValue(event));
  return all;
}
