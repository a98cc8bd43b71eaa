import { NumericValue, sdkStreamMixin } from "@smithy/core/serde";
import type { StreamingBlobPayloadOutputTypes } from "@smithy/types";

/** A blob of some text in UTF-8: protocol tests write blobs as the text that they hold. */
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A streaming blob of some text, as outputs have it. It can be read once. */
export const stream = (text: string): StreamingBlobPayloadOutputTypes =>
  sdkStreamMixin(new Blob([text]).stream());

/** A bigDecimal of these digits. */
export const bigDecimal = (digits: string): NumericValue => new NumericValue(digits, "bigDecimal");

/**
 * A value that its type does not allow, for cases about what becomes of it: a member that is missing, a `null` where
 * there cannot be one. A caller without types can write it.
 */
export function untyped<Value>(value: object): Value;
export function untyped(value: object): object {
  return value;
}
