import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AwsCredentialIdentity } from "@smithy/types";
import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { encodeRfc3986 } from "@tinsmith/values";

import { collect, plainBody } from "../http/message-body.js";
import { readCredential } from "../service/credential.js";
import { ServiceError } from "../service/service-error.js";
import { Sha256 } from "../sigv4/canonical-request.js";
import { unwrapBody } from "../sigv4/unwrap-body.js";

/** Where requests are forwarded to, and as whom. */
export interface EndpointOptions {
  /** The one endpoint that requests go to: `https://metering.marketplace.us-east-1.amazonaws.com`. */
  readonly endpoint: string;
  /**
   * Signs requests anew for the endpoint. Without them requests are passed on as they were signed,
   * which holds only where the client signed for the endpoint's own host: a signature covers it.
   */
  readonly credentials?: AwsCredentialIdentity;
  /** Of new signatures. Default: what the client signed for. */
  readonly region?: string;
  /** Milliseconds until an answer must be there. Default 30,000. */
  readonly timeoutMs?: number;
  /** Bytes that an answer may have. Default 64 MiB. */
  readonly maxResponseBytes?: number;
}

/** The real service: takes requests to one endpoint and nowhere else, and follows no redirect. */
export class Endpoint {
  readonly #options: EndpointOptions;
  readonly #url: URL;
  readonly #signingName: string | undefined;

  /** @throws TypeError where `endpoint` is no plain URL of HTTP */
  constructor(options: EndpointOptions, signingName: string | undefined) {
    this.#options = options;
    this.#signingName = signingName;
    this.#url = urlOf(options.endpoint);
  }

  /** The name that clients may call the recorder by, beside its own. */
  get hostname(): string {
    return this.#url.hostname;
  }

  /** Why the endpoint will refuse what a request is signed with, if it will. */
  warningFor({ headers }: HttpRequestMessage): string | undefined {
    const { authorization = "", host } = headers;
    if (this.#options.credentials || host === this.#url.host) return undefined;
    if (!/SignedHeaders=[^,]*\bhost\b/.test(authorization)) return undefined;
    return (
      `The request is signed for ${host ?? "another host"} and forwarded to ${this.#url.host}, ` +
      "which will refuse it: give the recorder credentials to sign with."
    );
  }

  /** @throws ServiceError where the endpoint does not answer in time, or not at all */
  async send(request: HttpRequestMessage): Promise<HttpResponseMessage> {
    // A request of a proxy's client names a host of its own; it is not gone to.
    if (!request.path.startsWith("/") || request.path.startsWith("//")) {
      throw new ServiceError({
        name: "ForwardingRefused",
        $fault: "client",
        message: `Requests are forwarded to ${this.#url.origin} only, by a path that begins with one slash.`,
      });
    }
    const { credentials } = this.#options;
    const plain = credentials ? unwrapBody(request) : request;
    const body = plainBody(plain.body);
    const bytes = body === undefined || body instanceof Uint8Array ? body : await collect(body);
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
              // By the name that the server would give it, so that there are not two.
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

const urlOf = (text: string): URL => {
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
};

const headersOf = (
  { headers }: HttpRequestMessage,
  isSignedAnew: boolean,
): Record<string, string> => {
  const kept = Object.entries(headers).filter(
    ([name]) => !connectionHeaders.has(name) && !(isSignedAnew && signatureHeaders.has(name)),
  );
  return Object.fromEntries(kept);
};

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

/** What is about one connection only (RFC 9110, 7.6.1). */
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
  // Of bodies that were sent in signed chunks.
  "x-amz-decoded-content-length",
  "x-amz-trailer",
]);

const unreachable = ({ origin }: URL, cause: Error): ServiceError => {
  const error = new ServiceError({
    name: "EndpointUnreachable",
    $fault: "server",
    statusCode: 502,
    message: `${origin} gave no answer: ${cause.message}`,
  });
  error.cause = cause;
  return error;
};
