import type { HttpHandlerOptions, HttpRequest, HttpResponse } from "@smithy/types";
import type { HttpHandler, RequestHandlerInput } from "../http/http-handler.js";
import { isHttpHandler } from "../http/http-handler.js";
import { LazyHttpHandler } from "./lazy-http-handler.js";

/** What sends requests over HTTP/2 where the user has no handler of their own. */
export const http2Handler = (input: RequestHandlerInput | undefined): HttpHandler | undefined =>
  isHttpHandler(input) ? undefined : new Http2Handler(input ?? {});

class Http2Handler extends LazyHttpHandler {
  constructor(options: Exclude<RequestHandlerInput, HttpHandler>) {
    super(options, "h2", async () => (await import("./node-http2-handler.js")).NodeHttp2Handler);
  }

  /** A stream of events lasts: it gets a session of its own, which ends with it. */
  override handle(
    request: HttpRequest,
    options?: HttpHandlerOptions,
  ): Promise<{ response: HttpResponse }> {
    const streaming = { ...options, isEventStream: true };
    return super.handle(request, hasEvents(request) ? streaming : options);
  }
}

const hasEvents = ({ headers }: HttpRequest): boolean =>
  headers["content-type"] === "application/vnd.amazon.eventstream";
