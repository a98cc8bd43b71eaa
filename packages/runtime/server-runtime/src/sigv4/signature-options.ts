/** Options of the verification of signatures. */
export interface SignatureOptions {
  /**
   * Secret access keys by access key id, or a function that returns them. Default: the pair `mock`,
   * `mock`, which the start-up banner also shows.
   */
  readonly credentials?:
    | Readonly<Record<string, string>>
    | ((accessKeyId: string) => string | undefined);
  /** The allowed regions of signatures. Default: any. */
  readonly regions?: readonly string[];
  /** The allowed deviation of the client's clock. Default 5; S3 allows 15. */
  readonly clockSkewMinutes?: number;
  /**
   * Returns the time for the verification. Default: the real time, independent of the mock's clock.
   */
  readonly now?: () => Date;
}
