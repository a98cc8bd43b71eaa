import type { HttpHandlerOptions, HttpRequest, HttpResponse } from "@smithy/types";
import type { HttpHandler, RequestHandlerInput } from "../http/http-handler.js";
import { isHttpHandler } from "../http/http-handler.js";
import { LazyHttpHandler } from "./lazy-http-handler.js";

/** Creates the HTTP/2 handler, unless the user passed a handler. */
export const http2Handler = (input: RequestHandlerInput | undefined): HttpHandler | undefined =>
  isHttpHandler(input) ? undefined : new Http2Handler(input ?? {});

class Http2Handler extends LazyHttpHandler {
  constructor(options: Exclude<RequestHandlerInput, HttpHandler>) {
    super(options, "h2", async () => (await import("./node-http2-handler.js")).NodeHttp2Handler);
  }

  /**
   * Event streams are long-lived, so each gets a separate session. The session ends with the
   * stream.
   */
  override handle(
    request: HttpRequest,
    options?: HttpHandlerOptions,
  ): Promise<{ response: HttpResponse }> {
    const streaming = { ...options, isEventStream: true };
    return super.handle(request, hasEventStream(request) ? streaming : options);
  }
}

const hasEventStream = ({ headers }: HttpRequest): boolean =>
  headers["content-type"] === "application/vnd.amazon.eventstream";
