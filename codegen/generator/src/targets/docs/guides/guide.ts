/** What a guide calls the things of a client. */
export interface GuideNames {
  /** The npm name of the client's package. */
  readonly clientPackage: string;
  /** The class of the client. */
  readonly client: string;
  /** The class with a method for each operation. */
  readonly aggregatedClient: string;
  /** The class of errors that the model does not know. */
  readonly exception: string;
  /** An operation to show things with: its name, and what the client makes of it. */
  readonly operation: string;
  readonly command: string;
  readonly method: string;
}

/** A part of a guide: a table of what it is there and what it is here, cells in Markdown. */
export interface GuideSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly (readonly [there: string, here: string])[];
}
