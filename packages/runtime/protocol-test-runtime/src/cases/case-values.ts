import { NumericValue, sdkStreamMixin } from "@smithy/core/serde";
import type { StreamingBlobPayloadOutputTypes } from "@smithy/types";

/** Returns the UTF-8 bytes of a text: protocol tests write blobs as the text that they contain. */
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Returns a streaming blob of a text, as in outputs. It can be read once. */
export const stream = (text: string): StreamingBlobPayloadOutputTypes =>
  sdkStreamMixin(new Blob([text]).stream());

/** Returns a bigDecimal with the digits. */
export const bigDecimal = (digits: string): NumericValue => new NumericValue(digits, "bigDecimal");

/**
 * Returns a value that its type does not allow, for cases about invalid values: a missing member, a
 * `null` where it is not allowed. A caller without types can pass it.
 */
export function untyped<Value>(value: object): Value;
export function untyped(value: object): object {
  return value;
}
