import type { TimestampStyle } from "../values/timestamps.js";

/** What the protocols that speak JSON do in different ways. */
export interface JsonStyle extends TimestampStyle {
  /** Whether `@jsonName` counts. */
  readonly jsonName: boolean;
  /** Whether bigInteger and bigDecimal are strings. */
  readonly bigNumbersAsStrings: boolean;
}
