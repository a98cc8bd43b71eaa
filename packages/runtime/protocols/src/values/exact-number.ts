/**
 * A number that would lose digits as a JavaScript number. Keeps its text until a schema is known.
 */
export class ExactNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}
