/** One model file that ships with this package. */
export interface TraitSource {
  /** A name for messages, not a place on disk: `smithy.api/http.smithy`. */
  readonly path: string;
  /** Smithy IDL 2.0. */
  readonly text: string;
}
