/**
 * A value of the form as plain data, in the notation of the JSON AST; `undefined` if it is absent.
 */
export type FieldValue = unknown;

export type FieldPath = readonly (string | number)[];

/** A part of the form. */
export interface Field {
  readonly element: HTMLElement;
  read(): FieldValue;
  write(value: FieldValue): void;
  /** Shows a problem at the part of the field that the path names. */
  report(path: FieldPath, message: string): void;
  /** Removes the problems that are shown. */
  clear(): void;
}

/** The texts that describe a field to the user. */
export interface FieldText {
  readonly label: string;
  readonly required: boolean;
  /** The values that the model allows, such as "1–255 characters". */
  readonly hint: string;
}
