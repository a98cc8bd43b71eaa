/** A TSDoc comment. Without content, the comment and its line are omitted. */
export class Doc {
  /** The documentation from the model, in CommonMark or HTML. */
  readonly text: string | undefined;
  readonly options: DocOptions;

  constructor(text: string | undefined, options: DocOptions) {
    this.text = text;
    this.options = options;
  }
}

export interface DocOptions {
  /** Paragraphs in TSDoc that the generator adds after the model's documentation. */
  readonly notes?: readonly string[];
  /** The model's text for `@deprecated`; an empty text prints the tag alone. */
  readonly deprecated?: string | undefined;
  /** Block tags that the generator adds, for example `@throws {@link Foo}`. */
  readonly tags?: readonly string[];
}

/**
 * Creates a TSDoc comment from the documentation of a model. The text is converted to Markdown
 * without HTML, and can neither end the comment nor start a tag.
 */
export function doc(text: string | undefined, options: DocOptions = {}): Doc {
  return new Doc(text, options);
}
