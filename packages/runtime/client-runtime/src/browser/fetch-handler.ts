import type {
  FetchHttpHandlerOptions,
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
  Provider,
  QueryParameterBag,
} from "@smithy/types";
import { encodeRfc3986 } from "@tinsmith/values";
import { abortError, untilAborted } from "../http/abort.js";
import type { HttpHandler } from "../http/http-handler.js";

type Options = FetchHttpHandlerOptions & {
  readonly customFetch?: (input: Request) => Promise<Response>;
};

/**
 * Sends requests with `fetch`. The handler of `@smithy/fetch-http-handler` has the same options and
 * errors, but brings the stream functions of `@smithy/core`.
 */
export class FetchHandler implements HttpHandler {
  #config: Promise<Options>;
  #known: Options = {};

  constructor(options: Options | Provider<Options | void> = {}) {
    if (typeof options !== "function") this.#known = options;
    this.#config =
      typeof options === "function"
        ? options().then((given) => (this.#known = given ?? {}))
        : Promise.resolve(options);
  }

  async handle(
    request: HttpRequest,
    { abortSignal, requestTimeout }: HttpHandlerOptions = {},
  ): Promise<{ response: HttpResponse }> {
    const config = await this.#config;
    if (abortSignal?.aborted) throw abortError();
    const { method, headers } = request;
    const milliseconds = requestTimeout ?? config.requestTimeout;
    // As in the AWS SDK, `undefined` has the meaning of an omitted option.
    const init = {
      method,
      headers,
      body: method === "GET" || method === "HEAD" ? undefined : request.body || undefined,
      duplex: "half",
      credentials: config.credentials,
      cache: config.cache,
      keepalive: config.keepAlive,
      signal: abortSignal && "addEventListener" in abortSignal ? abortSignal : undefined,
      ...config.requestInit?.(request),
    };
    const sent = (config.customFetch ?? fetch)(
      new Request(urlOf(request), init as RequestInit),
    ).then((response) => toResponse(response, milliseconds));
    const timed = milliseconds ? withTimeout(sent, milliseconds) : sent;
    return { response: await untilAborted(timed, abortSignal) };
  }

  updateHttpClientConfig(key: never, value: never): void {
    this.#config = this.#config.then((config) => (this.#known = { ...config, [key]: value }));
  }

  httpHandlerConfigs(): object {
    return this.#known;
  }
}

async function toResponse(
  response: Response,
  milliseconds: number | undefined,
): Promise<HttpResponse> {
  const { body } = response;
  return {
    statusCode: response.status,
    reason: response.statusText,
    headers: Object.fromEntries(response.headers),
    body: body
      ? limitPauses(body, response.headers, milliseconds)
      : await bytesIn(await response.blob()),
  };
}

/** The global class of browsers. Node does not have it. */
declare const FileReader: new () => EventTarget & {
  readonly result: unknown;
  readonly error: unknown;
  readAsDataURL(blob: Blob): void;
};

/** React Native has no streams, and reads the bytes of a blob only as a data URL. */
function bytesIn(blob: Blob): Blob | Promise<Uint8Array> {
  if ("stream" in blob) return blob;
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("error", () => reject(reader.error));
    reader.addEventListener("load", () => resolve(toBytes(String(reader.result))));
    reader.readAsDataURL(blob);
  });
}

const toBytes = (dataUrl: string): Uint8Array =>
  Uint8Array.from(atob(dataUrl.replace(/^.*,/, "")), (character) => character.charCodeAt(0));

/** Ends a body that stalls. Only streams of events may pause. */
function limitPauses(
  body: ReadableStream<Uint8Array>,
  headers: Headers,
  milliseconds: number | undefined,
): ReadableStream<Uint8Array> {
  if (!milliseconds || /event-?stream/.test(headers.get("content-type") ?? "")) return body;
  const reader = body.getReader();
  const cancel = (reason?: unknown) => reader.cancel(reason);
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await withTimeout(reader.read(), milliseconds, cancel);
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel,
    },
    // Reads only when the caller does, so that a slow caller does not count as a stalled body.
    { highWaterMark: 0 },
  );
}

// Requests with a login in their URL are rejected by `fetch`, and fragments are not sent.
function urlOf({ protocol, hostname, port, path, query }: HttpRequest): string {
  const search = searchOf(query ?? {});
  return `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}${search && `?${search}`}`;
}

function searchOf(query: QueryParameterBag): string {
  return Object.keys(query)
    .sort()
    .flatMap((name) => {
      const value = query[name];
      const key = encodeRfc3986(name);
      return Array.isArray(value)
        ? value.map((item) => `${key}=${encodeRfc3986(item)}`)
        : value === null || value === undefined
          ? key
          : `${key}=${encodeRfc3986(value)}`;
    })
    .join("&");
}

/** @param stop - called when the time is over */
async function withTimeout<Result>(
  sent: Promise<Result>,
  milliseconds: number,
  stop?: () => void,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const message = `Request did not complete within ${milliseconds} ms`;
      reject(Object.assign(new Error(message), { name: "TimeoutError" }));
      stop?.();
    }, milliseconds);
  });
  try {
    return await Promise.race([sent, late]);
  } finally {
    clearTimeout(timer);
  }
}
