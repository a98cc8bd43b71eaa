import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AwsCredentialIdentity } from "@smithy/types";
import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { encodeRfc3986, isBytes } from "@tinsmith/values";
import { collect, plainBody } from "../http/message-body.js";
import { readCredential } from "../service/credential.js";
import { ServiceError } from "../service/service-error.js";
import { Sha256 } from "../sigv4/canonical-request.js";
import { unwrapBody } from "../sigv4/unwrap-body.js";

/** The endpoint that requests are forwarded to, and its credentials. */
export interface EndpointOptions {
  /** The endpoint that receives the requests: `https://metering.marketplace.us-east-1.amazonaws.com`. */
  readonly endpoint: string;
  /**
   * The credentials that sign forwarded requests. Without credentials, requests keep their
   * signature. It is valid only if the client signed for the host of the endpoint.
   */
  readonly credentials?: AwsCredentialIdentity;
  /** The region of new signatures. Default: the region that the client signed for. */
  readonly region?: string;
  /** The time limit for a response in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
  /** The maximum size of a response in bytes. Default 64 MiB. */
  readonly maxResponseBytes?: number;
}

/** The real service. Forwards requests to one endpoint only, and does not follow redirects. */
export class Endpoint {
  readonly #options: EndpointOptions;
  readonly #url: URL;
  readonly #signingName: string | undefined;

  /** @throws TypeError if `endpoint` is not a plain HTTP URL */
  constructor(options: EndpointOptions, signingName: string | undefined) {
    this.#options = options;
    this.#signingName = signingName;
    this.#url = urlOf(options.endpoint);
  }

  /** The additional host name that clients of the recorder may use. */
  get hostname(): string {
    return this.#url.hostname;
  }

  /**
   * Returns the reason why the endpoint will refuse the signature of a request; undefined if it
   * will not.
   */
  warningFor({ headers }: HttpRequestMessage): string | undefined {
    const { authorization = "", host } = headers;
    if (
      this.#options.credentials &&
      headers["x-amz-content-sha256"] === "STREAMING-AWS4-HMAC-SHA256-EVENTS"
    ) {
      return "The events of the request keep the client's signatures. A service that verifies them will refuse them.";
    }
    if (this.#options.credentials || host === this.#url.host) return undefined;
    if (!/SignedHeaders=[^,]*\bhost\b/.test(authorization)) return undefined;
    return (
      `The request is signed for ${host ?? "another host"} and forwarded to ${this.#url.host}, ` +
      "which will refuse it. Pass credentials to the recorder, so that it signs requests."
    );
  }

  /** @throws ServiceError if the endpoint does not respond in time */
  async send(request: HttpRequestMessage): Promise<HttpResponseMessage> {
    // Clients of a proxy send an absolute URL. It must not choose another host.
    if (!request.path.startsWith("/") || request.path.startsWith("//")) {
      throw new ServiceError({
        name: "ForwardingRefused",
        $fault: "client",
        message: `Requests are forwarded to ${this.#url.origin} only. Expected a path that begins with a single slash.`,
      });
    }
    const { credentials } = this.#options;
    const plain = credentials ? unwrapBody(request) : request;
    const body = plainBody(plain.body);
    const bytes = body === undefined || isBytes(body) ? body : await collect(body);
    const message = new HttpRequest({
      protocol: this.#url.protocol,
      hostname: this.#url.hostname,
      ...(this.#url.port !== "" && { port: Number(this.#url.port) }),
      method: plain.method,
      path: this.#url.pathname.replace(/\/$/, "") + plain.path,
      query: queryOf(plain, credentials !== undefined),
      headers: {
        ...headersOf(plain, credentials !== undefined),
        host: this.#url.host,
        ...(bytes && bytes.byteLength > 0 && { "content-length": String(bytes.byteLength) }),
      },
      ...(bytes && { body: bytes }),
    });
    return this.#exchange(credentials ? await this.#sign(message, request, credentials) : message);
  }

  async #sign(
    message: HttpRequest,
    original: HttpRequestMessage,
    credentials: AwsCredentialIdentity,
  ): Promise<HttpRequest> {
    const credential = readCredential(original);
    const service = credential?.service ?? this.#signingName;
    if (service === undefined) return message;
    const signer = new SignatureV4({
      credentials,
      region: this.#options.region ?? credential?.region ?? "us-east-1",
      service,
      sha256: Sha256,
      uriEscapePath: service !== "s3",
    });
    const signed = await signer.sign(message);
    return new HttpRequest({ ...message, headers: signed.headers });
  }

  #exchange(message: HttpRequest): Promise<HttpResponseMessage> {
    const { timeoutMs = 30_000, maxResponseBytes = 64 * 1024 * 1024 } = this.#options;
    const send = this.#url.protocol === "https:" ? requestHttps : requestHttp;
    const query = queryText(message.query);
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void => reject(unreachable(this.#url, error));
      const outgoing = send(
        {
          host: this.#url.hostname.replace(/^\[|\]$/g, ""),
          port: this.#url.port || undefined,
          method: message.method,
          path: message.path + (query === "" ? "" : `?${query}`),
          headers: message.headers,
          signal: AbortSignal.timeout(timeoutMs),
        },
        (incoming) => {
          collect(incoming, maxResponseBytes).then((body) => {
            const headers: Record<string, string> = {};
            for (const [name, value] of Object.entries(incoming.headers)) {
              if (value === undefined || connectionHeaders.has(name)) continue;
              // The server adds the header with this spelling. Another spelling would result in two
              // headers.
              const own = name === "x-amzn-requestid" ? "x-amzn-RequestId" : name;
              headers[own] = typeof value === "string" ? value : value.join(", ");
            }
            resolve({ statusCode: incoming.statusCode ?? 502, headers, body });
          }, fail);
        },
      );
      outgoing.on("error", fail);
      outgoing.end(message.body);
    });
  }
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url !== undefined &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    url.username === "" &&
    url.password === "" &&
    url.search === "" &&
    url.hash === "";
  if (isPlain) return url;
  throw new TypeError(
    `Cannot forward to ${JSON.stringify(text)}: expected a URL such as https://service.example, without user, query or fragment.`,
  );
}

function headersOf({ headers }: HttpRequestMessage, isSignedAnew: boolean): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !connectionHeaders.has(name) && !(isSignedAnew && signatureHeaders.has(name)),
  );
  return Object.fromEntries(kept);
}

const queryOf = (
  { query }: HttpRequestMessage,
  isSignedAnew: boolean,
): Record<string, string | string[] | null> =>
  Object.fromEntries(
    Object.entries(query).filter(([name]) => !isSignedAnew || !/^X-Amz-(?!Target)/.test(name)),
  );

const queryText = (query: Readonly<Record<string, string | string[] | null>>): string =>
  Object.entries(query)
    .flatMap(([name, value]) =>
      value === null
        ? [encodeRfc3986(name)]
        : [value].flat().map((one) => `${encodeRfc3986(name)}=${encodeRfc3986(one)}`),
    )
    .join("&");

/** Headers that concern a single connection (RFC 9110, 7.6.1). */
const connectionHeaders: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "expect",
]);

const signatureHeaders: ReadonlySet<string> = new Set([
  "authorization",
  "x-amz-date",
  "x-amz-security-token",
  "x-amz-content-sha256",
  // This header belongs to bodies that were sent in signed chunks.
  "x-amz-decoded-content-length",
  "x-amz-trailer",
]);

function unreachable({ origin }: URL, cause: Error): ServiceError {
  const error = new ServiceError({
    name: "EndpointUnreachable",
    $fault: "server",
    statusCode: 502,
    message: `${origin} did not answer: ${cause.message}`,
  });
  error.cause = cause;
  return error;
}
