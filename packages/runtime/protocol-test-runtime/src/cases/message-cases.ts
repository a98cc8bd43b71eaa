/** What a message must look like, in the words of `smithy.test`. A part that is absent is not looked at. */
export interface MessageCase {
  /** Headers with exactly these values; others may be there. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  /** Compared as `bodyMediaType` says; `""` is no body at all. Of CBOR, in Base64. */
  readonly body?: string;
  /** Without it the header `Content-Type` says what the body is, that of the case before that of the message. */
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
  /** The endpoint that a client is given, without its scheme; it may have a path. */
  readonly host?: string;
  /** The host that a client calls in the end, where it is another. */
  readonly resolvedHost?: string;
  /** Parameters as they are sent: `name=value` or `name`; others may be there. */
  readonly queryParams?: readonly string[];
  readonly forbidQueryParams?: readonly string[];
  readonly requireQueryParams?: readonly string[];
}

/**
 * A response of `smithy.test#httpResponseTests`.
 * Smithy: https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html#httpresponsetests
 */
export interface ResponseCase extends MessageCase {
  /** The status. */
  readonly code: number;
}

/**
 * The answer that `smithy.test#httpMalformedRequestTests` asks for.
 * Smithy: https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html#httpmalformedrequesttests
 */
export interface RefusalCase {
  readonly code: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: {
    readonly mediaType: string;
    readonly assertion: {
      /** The whole body. */
      readonly contents?: string;
      /** A regular expression that the message of the error has a match of. */
      readonly messageRegex?: string;
    };
  };
}
