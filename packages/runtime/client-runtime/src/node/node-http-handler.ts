import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { NodeHttpHandler as LibraryHandler } from "@smithy/node-http-handler";
import type { HttpHandlerOptions, HttpResponse, Provider } from "@smithy/types";
import { isBytes } from "@tinsmith/values";
import type { NodeHandlerOptions } from "../http/http-handler.js";
import type { HttpRequest } from "../http/http-request.js";
import { ContinuedBody, findExpectHeader, UNRECOGNIZED_EXPECTATION } from "./continued-body.js";

/**
 * The handler for `node:https`: the one of `@smithy/node-http-handler` with the additional option
 * `continueTimeout`. A separate file in the build, loaded with the first request.
 */
export class NodeHttpHandler extends LibraryHandler {
  readonly #options: NodeHandlerOptions | Provider<NodeHandlerOptions | void> | undefined;

  constructor(options?: NodeHandlerOptions | Provider<NodeHandlerOptions | void>) {
    super(
      typeof options === "function" ? async () => coverBody(await options()) : coverBody(options),
    );
    this.#options = options;
  }

  override async handle(
    request: HttpRequest,
    options: HttpHandlerOptions = {},
  ): Promise<{ response: HttpResponse }> {
    const given = this.#options;
    const config = (await (typeof given === "function" ? given() : given)) ?? {};
    const result = await super.handle(continued(request, config), options);
    if (options.requestTimeout && config.throwOnRequestTimeout) {
      limitPauses(result.response.body, options.requestTimeout);
    }
    return result;
  }
}

/** Lets the body wait for the service's permission, if the request asks for it. */
function continued(request: HttpRequest, { continueTimeout }: NodeHandlerOptions): HttpRequest {
  const name = findExpectHeader(request.headers);
  const body: unknown = request.body;
  const isBody = typeof body === "string" || isBytes(body) || body instanceof Readable;
  if (name === undefined || continueTimeout === undefined || !isBody) return request;
  return Object.assign(Object.create(Object.getPrototypeOf(request)), request, {
    headers: { ...request.headers, [name]: UNRECOGNIZED_EXPECTATION },
    body: new ContinuedBody(body, continueTimeout),
  });
}

/** Ends a response whose body pauses for longer than the call allows. */
function limitPauses(body: IncomingMessage, milliseconds: number): void {
  const { socket } = body;
  const end = (): void => {
    const message = `No data for ${milliseconds} ms`;
    body.destroy(Object.assign(new Error(message), { name: "TimeoutError" }));
  };
  socket.setTimeout(milliseconds, end);
  // The connection may be used again. Zero also removes the listener.
  body.once("close", () => socket.setTimeout(0, end));
}

/**
 * Ends a response whose body stalls. The library's `requestTimeout` only covers the time until the
 * response begins, so if exceeding it is an error, it also limits the pauses of the body.
 */
const coverBody = <Options extends NodeHandlerOptions | void>(options: Options) =>
  options?.throwOnRequestTimeout ? { socketTimeout: options.requestTimeout, ...options } : options;
