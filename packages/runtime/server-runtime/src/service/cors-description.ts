/** The access of web pages of other origins to a service, from `@cors`. */
export interface CorsDescription {
  /** The allowed origins. `*` allows any origin. */
  readonly origins: readonly string[];
  /** The seconds for which a browser may cache the response to a preflight request. */
  readonly maxAge?: number;
  /** Names of request headers that are allowed in addition to the requested ones. */
  readonly allowedHeaders?: readonly string[];
  /** Names of response headers that pages may read, in addition to the headers of the operation. */
  readonly exposedHeaders?: readonly string[];
}
