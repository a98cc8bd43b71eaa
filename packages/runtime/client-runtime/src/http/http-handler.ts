import type {
  FetchHttpHandlerOptions,
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
  MetricsRecorder,
  NodeHttpHandlerOptions,
} from "@smithy/types";

/**
 * What sends a request. Any of the handlers of `@smithy/*` is one, and so is
 * `{ handle: async (request) => ({ response }) }`.
 */
export interface HttpHandler<Options = HttpHandlerOptions> {
  readonly metadata?: { readonly handlerProtocol: string };
  handle(request: HttpRequest, options?: Options): Promise<{ response: HttpResponse }>;
  destroy?(): void;
  updateHttpClientConfig?(key: never, value: never): void;
  httpHandlerConfigs?(): object;
}

/** The options of Node's own handler. */
export interface NodeHandlerOptions extends NodeHttpHandlerOptions {
  /**
   * How long a request with the header `Expect: 100-continue` waits for the service to ask for its body, in
   * milliseconds; then the body is sent unasked. Default: 6000, or `requestTimeout` if that is more.
   */
  readonly continueTimeout?: number;
}

/** A handler, or the options of the platform's own one (`node:https` in Node, `fetch` elsewhere). */
export type RequestHandlerInput =
  | HttpHandler
  | NodeHandlerOptions
  | FetchHttpHandlerOptions
  | Record<string, unknown>;

/** Options of one call. */
export interface RequestOptions extends HttpHandlerOptions {
  /** Receives timings of the call's phases. */
  metricsRecorder?: MetricsRecorder<unknown>;
}

/** Whether this is a handler rather than the options of one. */
export const isHttpHandler = (input: RequestHandlerInput | undefined): input is HttpHandler =>
  typeof input === "object" && "handle" in input && typeof input.handle === "function";
