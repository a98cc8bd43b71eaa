/** The credentials that a request presents. Only their form is verified. */
export interface PresentedCredentials {
  /** The operation's name in the model. */
  readonly operation: string;
  /** The id of the scheme, such as `smithy.api#httpBearerAuth`. */
  readonly scheme: string;
  /** The token, API key, or access key id; the user name of HTTP Basic and Digest. */
  readonly identity: string;
  /** The password of HTTP Basic. */
  readonly password?: string;
}

/** Options of the enforcement of authentication. */
export interface AuthOptions {
  /** Returns true for valid credentials. Default: all credentials in the right form. */
  readonly accepts?: (presented: PresentedCredentials) => boolean | Promise<boolean>;
}
