/** What the model says about a thing, as the model wrote it: text is CommonMark, or HTML in AWS models. */
export interface Documented {
  readonly documentation: string | undefined;
  readonly deprecated: Deprecation | undefined;
  /** The version or date of `@since`. */
  readonly since: string | undefined;
  readonly internal: boolean;
  readonly unstable: boolean;
  readonly externalDocumentation: readonly { readonly title: string; readonly url: string }[];
}

export interface Deprecation {
  readonly message: string | undefined;
  readonly since: string | undefined;
}
