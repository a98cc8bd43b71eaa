/** A TSDoc comment. Print writes it; a comment without content takes its line with it. */
export class Doc {
  /** The model's own text, which is CommonMark or HTML. */
  readonly text: string | undefined;
  readonly options: DocOptions;

  constructor(text: string | undefined, options: DocOptions) {
    this.text = text;
    this.options = options;
  }
}

export interface DocOptions {
  /**
   * Sentences that the generator adds: TSDoc as it is, one paragraph each, after the model's text.
   */
  readonly notes?: readonly string[];
  /** Text of the model after `@deprecated`; an empty text leaves the bare tag. */
  readonly deprecated?: string | undefined;
  /** Further block tags of the generator's own, for example `@throws {@link Foo}`. */
  readonly tags?: readonly string[];
}

/**
 * A TSDoc comment from documentation of a model. The text is turned into Markdown without HTML and
 * cannot end the comment or start a tag.
 */
export function doc(text: string | undefined, options: DocOptions = {}): Doc {
  return new Doc(text, options);
}
