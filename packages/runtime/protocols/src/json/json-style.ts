import type { JsonValueStyle } from "../value-types/value-type.js";
import type { JsonForms } from "./json-forms.js";

/** The differences between the protocols with JSON bodies. */
export interface JsonStyle extends JsonValueStyle {
  /** True if the trait `@jsonName` is used. */
  readonly jsonName: boolean;
  /** Changes the JSON form of shapes, for protocols with custom traits. */
  readonly forms?: JsonForms;
}
