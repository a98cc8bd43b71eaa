/** Options of the verification of signatures. */
export interface SignatureOptions {
  /**
   * Secret access keys by access key id, or a function that returns them. Default: the pair `mock`,
   * `mock`. The start-up banner also shows it.
   */
  readonly credentials?:
    | Readonly<Record<string, string>>
    | ((accessKeyId: string) => string | undefined);
  /** The allowed regions of signatures. Default: any. */
  readonly regions?: readonly string[];
  /** The maximum difference between the clocks of client and server. Default 5; S3 allows 15. */
  readonly clockSkewMinutes?: number;
  /**
   * Returns the time for the verification. Default: the real time, independent of the mock's clock.
   */
  readonly now?: () => Date;
}
