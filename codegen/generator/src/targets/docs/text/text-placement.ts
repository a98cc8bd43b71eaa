/** How model text fits into the page around it. */
export interface TextPlacement {
  /**
   * The level of the text's topmost headings; the others keep their distance below it. Without it
   * headings become strong paragraphs, since text about a member must not enter the page's outline.
   */
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  /** Where inline code that names a shape leads, or `undefined` when it names none. */
  readonly linkTo?: ((name: string) => string | undefined) | undefined;
}
