import type { TimestampStyle } from "../values/timestamps.js";
import type { JsonForms } from "./json-forms.js";

/** What the protocols that speak JSON do in different ways. */
export interface JsonStyle extends TimestampStyle {
  /** Whether `@jsonName` counts. */
  readonly jsonName: boolean;
  /** Whether bigInteger and bigDecimal are strings. */
  readonly bigNumbersAsStrings: boolean;
  /** Replaces forms of shapes, for protocols with traits of their own. */
  readonly forms?: JsonForms;
}
