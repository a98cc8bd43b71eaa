/** The credentials that a service requires, from its authentication traits. */
export interface AuthDescription {
  /** All schemes, in order of preference. */
  readonly schemes: readonly AuthScheme[];
  /**
   * The ids of the schemes of operations whose schemes differ from those of the service. An
   * operation with an empty list, or with `smithy.api#noAuth`, does not require credentials.
   */
  readonly operations?: Readonly<Record<string, readonly string[]>>;
  /** The ids of the schemes of all other operations. Default: all. */
  readonly service?: readonly string[];
}

/** A scheme. Includes the position of its credentials if the model chooses it. */
export type AuthScheme =
  | {
      readonly id: string;
      readonly kind: "sigv4" | "sigv4a" | "httpBasicAuth" | "httpBearerAuth" | "httpDigestAuth";
    }
  | {
      readonly id: string;
      readonly kind: "httpApiKeyAuth";
      /** The name of the header or of the query parameter. */
      readonly name: string;
      readonly in: "header" | "query";
      /** The prefix of the key in the header. */
      readonly scheme?: string;
    }
  /**
   * A scheme that the model defines. The form of its credentials is unknown, so every request
   * counts as having them.
   */
  | { readonly id: string; readonly kind: "custom" };
