/** The scope of the signatures of a service, from the model's `aws.auth#sigv4`. */
export interface SigningScope {
  /** The signing name, for example `aws-marketplace`. */
  readonly name: string;
  /**
   * True if a path is percent-encoded a second time in the canonical request. Default true; false
   * for S3.
   */
  readonly doubleEncodePath?: boolean;
  /** Operations that may be called without a signature (`@auth([])`, `@optionalAuth`). */
  readonly unsigned?: readonly string[];
}
