import type {
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
  NodeHttpHandlerOptions,
  Provider,
} from "@smithy/types";
import type { HttpHandler } from "../http/http-handler.js";
import { HttpRequest as HttpRequestClass, requireHttpRequest } from "../http/http-request.js";
import { chunksOf, isBuffered } from "../streaming/stream-body.js";
import { nodeStream } from "./builtins.js";
import { toStream } from "./streams.js";

/** A loaded handler for Node. */
interface NodeHandler {
  handle(
    request: HttpRequestClass,
    options?: HttpHandlerOptions,
  ): Promise<{ response: HttpResponse }>;
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): object;
  destroy(): void;
}

type NodeOptions = NodeHttpHandlerOptions | Provider<NodeHttpHandlerOptions>;

/** Loads a handler class. */
export type LoadHandler = () => Promise<new (options: NodeOptions) => NodeHandler>;

/**
 * A handler for Node that is loaded with the first request, because loading it takes as long as
 * loading the rest of the client.
 */
export class LazyHttpHandler implements HttpHandler {
  readonly metadata: { readonly handlerProtocol: string };
  readonly #load: LoadHandler;
  readonly #options: NodeOptions;
  readonly #updates: (readonly [key: never, value: never])[] = [];
  #handler: NodeHandler | undefined;
  #loading: Promise<NodeHandler> | undefined;

  constructor(options: NodeOptions, handlerProtocol: string, load: LoadHandler) {
    this.metadata = { handlerProtocol };
    this.#load = load;
    this.#options = options;
  }

  async handle(
    request: HttpRequest,
    options?: HttpHandlerOptions,
  ): Promise<{ response: HttpResponse }> {
    const handler = this.#handler ?? (await (this.#loading ??= this.#create()));
    return handler.handle(toSendable(requireHttpRequest(request)), options);
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

  async #create(): Promise<NodeHandler> {
    const Handler = await this.#load();
    const handler = new Handler(this.#options);
    for (const [key, value] of this.#updates) handler.updateHttpClientConfig(key, value);
    this.#handler = handler;
    return handler;
  }
}

/** Converts other streams to Node streams, the only kind that Node's handlers can send. */
function toSendable(request: HttpRequestClass): HttpRequestClass {
  const body: unknown = request.body;
  if (isBuffered(body) || body instanceof nodeStream().Readable) return request;
  const changed = HttpRequestClass.clone(request);
  changed.body = toStream(chunksOf(body));
  return changed;
}
