/** The placement of model text in a page. */
export interface TextPlacement {
  /**
   * The level of the text's topmost headings; the others keep their distance below it. Without it,
   * headings become strong paragraphs, because text about a member must not enter the page's
   * outline.
   */
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  /**
   * Returns the link target for inline code that names a shape, or `undefined` if it names none.
   */
  readonly linkTo?: ((name: string) => string | undefined) | undefined;
  /** Returns the target of a relative link, which only guides have. */
  readonly relativeLink?: ((href: string) => string | undefined) | undefined;
}
