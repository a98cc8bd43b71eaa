import * as fc from "fast-check";

/**
 * Tokens that are not values in JSON, XML, queries and CBOR, or that are values of another type.
 */
const tokens = [
  "",
  "null",
  "true",
  "-1",
  "1e999",
  "9".repeat(400),
  '"text"',
  "[]",
  "{}",
  '{"__proto__":{"a":1}}',
  "<a>",
  "</a>",
  "<![CDATA[",
  "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
  "&",
  "=",
  "%zz",
  "\u0000",
  "\ud800",
  "\u{1f600}",
  "__proto__",
  "9999-99-99T99:99:99Z",
];

/**
 * Corrupts a valid body: alters bytes, truncates or repeats the body, or replaces a part with
 * another part.
 */
export function spoiledBody(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: Math.max(0, good.length - 1) });
  const altered = fc
    .array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 })
    .map((edits) => {
      const bytes = Buffer.from(good);
      for (const [at, byte] of edits) bytes[at] = byte;
      return bytes;
    });
  const replaced = fc
    .tuple(fc.constantFrom(...partsOf(good)), fc.constantFrom(...tokens))
    .map(([[begin, end], token]) =>
      Buffer.concat([good.subarray(0, begin), Buffer.from(token), good.subarray(end)]),
    );
  return fc.oneof(
    { arbitrary: replaced, weight: 4 },
    altered,
    place.map((length) => good.subarray(0, length)),
    fc.constant(Buffer.concat([good, good])),
    fc.uint8Array({ maxLength: 64 }),
    fc.json({ maxDepth: 3 }).map((text) => Buffer.from(text)),
  );
}

/** Finds the ranges of words, numbers and strings in a text. */
function partsOf(bytes: Uint8Array): readonly (readonly [begin: number, end: number])[] {
  const text = Buffer.from(bytes).toString("latin1");
  const parts = Array.from(
    text.matchAll(/"[^"]*"|[\w.+-]+|[[\]{}<>=&]/g),
    ({ index, 0: part }) => [index, index + part.length] as const,
  );
  return parts.length === 0 ? [[0, bytes.length]] : parts;
}
