import type {
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
  NodeHttpHandlerOptions,
  Provider,
} from "@smithy/types";
import type { NodeHttpHandler } from "@smithy/node-http-handler";
import type { HttpHandler } from "../http-handler.js";
import { requireHttpRequest } from "../http-request.js";

/** The handler of `node:https`, loaded with the first request: to load it takes as long as all the rest. */
export class LazyHttpHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "http/1.1" };
  readonly #options: NodeHttpHandlerOptions | Provider<NodeHttpHandlerOptions>;
  readonly #updates: (readonly [key: never, value: never])[] = [];
  #handler: NodeHttpHandler | undefined;
  #loading: Promise<NodeHttpHandler> | undefined;

  constructor(options: NodeHttpHandlerOptions | Provider<NodeHttpHandlerOptions>) {
    this.#options = options;
  }

  async handle(
    request: HttpRequest,
    options?: HttpHandlerOptions,
  ): Promise<{ response: HttpResponse }> {
    const handler = this.#handler ?? (await (this.#loading ??= this.#load()));
    return handler.handle(requireHttpRequest(request), options);
  }

  updateHttpClientConfig(key: never, value: never): void {
    if (this.#handler) this.#handler.updateHttpClientConfig(key, value);
    else this.#updates.push([key, value]);
  }

  httpHandlerConfigs(): object {
    return this.#handler?.httpHandlerConfigs() ?? {};
  }

  destroy(): void {
    this.#handler?.destroy();
  }

  async #load(): Promise<NodeHttpHandler> {
    const { NodeHttpHandler: Handler } = await import("./node-http-handler.js");
    const handler = new Handler(this.#options);
    for (const [key, value] of this.#updates) handler.updateHttpClientConfig(key, value);
    this.#handler = handler;
    return handler;
  }
}
