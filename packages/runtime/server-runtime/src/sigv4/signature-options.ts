/** How signatures are verified. */
export interface SignatureOptions {
  /**
   * Secret access keys by access key id, or a function that knows them. Default: the pair `mock`, `mock`,
   * which is also what the start-up banner shows.
   */
  readonly credentials?:
    | Readonly<Record<string, string>>
    | ((accessKeyId: string) => string | undefined);
  /** Regions that a request may be signed for. Default: any. */
  readonly regions?: readonly string[];
  /** How far the client's clock may be off. Default 5; S3 allows 15. */
  readonly clockSkewMinutes?: number;
  /** The time that signatures are held against. Default: the real time, whatever a mock's clock says. */
  readonly now?: () => Date;
}
