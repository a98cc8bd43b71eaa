/** The names of a client that guides use. */
export interface GuideNames {
  /** The npm name of the client's package. */
  readonly clientPackage: string;
  /** The class of the client. */
  readonly client: string;
  /** The class with a method for each operation. */
  readonly aggregatedClient: string;
  /** The class of errors that the model does not know. */
  readonly exception: string;
  /** The operation of the examples: its name, and its names in the client. */
  readonly operation: string;
  readonly command: string;
  readonly method: string;
}

/** A section of a guide: a table of features and their counterparts, with cells in Markdown. */
export interface GuideSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly (readonly [there: string, here: string])[];
}
