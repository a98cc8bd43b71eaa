/** The documentation of an element, as the model has it: CommonMark, or HTML in AWS models. */
export interface Documented {
  readonly documentation: string | undefined;
  readonly deprecated: Deprecation | undefined;
  /** The version or date of `@since`. */
  readonly since: string | undefined;
  readonly internal: boolean;
  readonly unstable: boolean;
  /** `@tags`. */
  readonly tags: readonly string[];
  readonly externalDocumentation: readonly { readonly title: string; readonly url: string }[];
}

export interface Deprecation {
  readonly message: string | undefined;
  readonly since: string | undefined;
}
