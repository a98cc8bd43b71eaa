/**
 * The expected parts of a message, with the member names of `smithy.test`. Omitted parts are not
 * compared.
 */
export interface MessageCase {
  /** Headers with exactly these values. Other headers are allowed. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  /** Compared according to `bodyMediaType`; `""` means no body. CBOR is in Base64. */
  readonly body?: string;
  /**
   * The media type of the body. Default: that of the header `Content-Type` of the case, then of the
   * message.
   */
  readonly bodyMediaType?: string;
}

/**
 * A request of `smithy.test#httpRequestTests`.
 * Smithy: https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html#httprequesttests
 */
export interface RequestCase extends MessageCase {
  readonly method: string;
  /** The path without the query, percent-encoded. */
  readonly uri: string;
  /** The endpoint of a client, without its scheme; it may have a path. */
  readonly host?: string;
  /** The host that a client finally calls, if it differs. */
  readonly resolvedHost?: string;
  /** Parameters as they are sent: `name=value` or `name`. Other parameters are allowed. */
  readonly queryParams?: readonly string[];
  readonly forbidQueryParams?: readonly string[];
  readonly requireQueryParams?: readonly string[];
}

/**
 * A response of `smithy.test#httpResponseTests`.
 * Smithy: https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html#httpresponsetests
 */
export interface ResponseCase extends MessageCase {
  /** The HTTP status. */
  readonly code: number;
}

/**
 * The response that `smithy.test#httpMalformedRequestTests` demands.
 * Smithy:
 * https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html#httpmalformedrequesttests
 */
export interface RefusalCase {
  readonly code: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: {
    readonly mediaType: string;
    readonly assertion: {
      /** The whole body. */
      readonly contents?: string;
      /** A regular expression that the message of the error must match. */
      readonly messageRegex?: string;
    };
  };
}
