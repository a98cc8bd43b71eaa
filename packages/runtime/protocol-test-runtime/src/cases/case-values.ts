import { NumericValue, sdkStreamMixin } from "@smithy/core/serde";
import type { StreamingBlobPayloadOutputTypes } from "@smithy/types";

/** Returns the UTF-8 bytes of a text, because protocol tests write blobs as text. */
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Returns a streaming blob with the bytes of a text, as in outputs. The stream can be read once.
 */
export const stream = (text: string): StreamingBlobPayloadOutputTypes =>
  sdkStreamMixin(new Blob([text]).stream());

/** Returns a bigDecimal with the digits. */
export const bigDecimal = (digits: string): NumericValue => new NumericValue(digits, "bigDecimal");

/**
 * Returns a value that its type does not allow, for cases about invalid values: a missing member,
 * or a `null` that is not allowed. A caller in JavaScript can pass such a value.
 */
export function untyped<Value>(value: object): Value;
export function untyped(value: object): object {
  return value;
}
