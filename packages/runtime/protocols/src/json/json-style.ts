import type { TimestampStyle } from "../values/timestamps.js";
import type { JsonForms } from "./json-forms.js";

/** The differences between the protocols with JSON bodies. */
export interface JsonStyle extends TimestampStyle {
  /** True if the trait `@jsonName` is used. */
  readonly jsonName: boolean;
  /** True if bigInteger and bigDecimal are strings. */
  readonly bigNumbersAsStrings: boolean;
  /** Changes the JSON form of shapes, for protocols with custom traits. */
  readonly forms?: JsonForms;
}
