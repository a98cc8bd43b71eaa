import { IncomingMessage } from "node:http";
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
    options?: HttpHandlerOptions,
  ): Promise<{ response: HttpResponse }> {
    const given = await (typeof this.#options === "function" ? this.#options() : this.#options);
    const result = await this.#send(request, options, given ?? {});
    const { body }: { readonly body?: unknown } = result.response;
    if (
      options?.requestTimeout &&
      given?.throwOnRequestTimeout &&
      body instanceof IncomingMessage
    ) {
      limitPauses(body, options.requestTimeout);
    }
    return result;
  }

  #send(
    request: HttpRequest,
    options: HttpHandlerOptions | undefined,
    { continueTimeout }: NodeHandlerOptions,
  ): Promise<{ response: HttpResponse }> {
    const name = findExpectHeader(request.headers);
    if (name === undefined) return super.handle(request, options);
    const body: unknown = request.body;
    const isBody = typeof body === "string" || isBytes(body) || body instanceof Readable;
    if (continueTimeout === undefined || !isBody) return super.handle(request, options);
    const changed: HttpRequest = Object.assign(
      Object.create(Object.getPrototypeOf(request)),
      request,
      {
        headers: { ...request.headers, [name]: UNRECOGNIZED_EXPECTATION },
        body: new ContinuedBody(body, continueTimeout),
      },
    );
    return super.handle(changed, options);
  }
}

/** Ends a response whose body pauses for longer than the call allows. */
function limitPauses(body: IncomingMessage, milliseconds: number): void {
  const { socket } = body;
  const end = (): void => {
    const message = `The response paused for more than ${milliseconds} ms.`;
    body.destroy(Object.assign(new Error(message), { name: "TimeoutError" }));
  };
  const before = socket.timeout ?? 0;
  socket.setTimeout(milliseconds).once("timeout", end);
  // The connection may be used again.
  body.once("close", () => socket.off("timeout", end).setTimeout(before));
}

/**
 * Ends a response whose body stalls. The library's `requestTimeout` only covers the time until the
 * response begins, so where it is an error, it also limits the pauses of the body.
 */
const coverBody = <Options extends NodeHandlerOptions | void>(options: Options) =>
  options?.throwOnRequestTimeout ? { socketTimeout: options.requestTimeout, ...options } : options;
