/** What the requests of a service are signed for: from the model's `aws.auth#sigv4`. */
export interface SigningScope {
  /** The signing name, for example `aws-marketplace`. */
  readonly name: string;
  /** Whether a path is percent-encoded once more in the canonical request. Default true; S3 does not. */
  readonly doubleEncodePath?: boolean;
  /** Operations that may be called without a signature (`@auth([])`, `@optionalAuth`). */
  readonly unsigned?: readonly string[];
}
