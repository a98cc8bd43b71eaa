import type {
  FetchHttpHandlerOptions,
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
  MetricsRecorder,
  NodeHttpHandlerOptions,
} from "@smithy/types";

/**
 * Sends requests. The handlers of `@smithy/*` match this interface, and so does
 * `{ handle: async (request) => ({ response }) }`.
 */
export interface HttpHandler<Options = HttpHandlerOptions> {
  readonly metadata?: { readonly handlerProtocol: string };
  handle(request: HttpRequest, options?: Options): Promise<{ response: HttpResponse }>;
  destroy?(): void;
  updateHttpClientConfig?(key: never, value: never): void;
  httpHandlerConfigs?(): object;
}

/** The options of the default handler in Node. */
export interface NodeHandlerOptions extends NodeHttpHandlerOptions {
  /**
   * The time for which a request with the header `Expect: 100-continue` waits for the service's
   * permission to send the body, in milliseconds. After that, the body is sent anyway. Default:
   * 6000, or `requestTimeout` if that is longer.
   */
  readonly continueTimeout?: number | undefined;
}

/**
 * A handler, or options of the platform's default handler (`node:https` in Node, `fetch`
 * elsewhere).
 */
export type RequestHandlerInput =
  | HttpHandler
  | NodeHandlerOptions
  | FetchHttpHandlerOptions
  | Record<string, unknown>;

/** Options of a single call. */
export interface RequestOptions extends HttpHandlerOptions {
  /** Receives timings of the call's phases. */
  metricsRecorder?: MetricsRecorder<unknown>;
}

/** Returns true for a handler, false for options of one. */
export const isHttpHandler = (input: RequestHandlerInput | undefined): input is HttpHandler =>
  typeof input === "object" && "handle" in input && typeof input.handle === "function";
