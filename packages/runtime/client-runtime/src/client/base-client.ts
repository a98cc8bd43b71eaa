import type { Handler, MetadataBearer, MiddlewareStack } from "@smithy/types";
import type { HttpHandler, RequestOptions } from "../http/http-handler.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { createStack } from "../middleware/middleware-stack.js";

/** What a client asks of a command, whichever service it is for. */
interface SendableCommand<Config> {
  resolveMiddleware(
    stack: MiddlewareStack<object, MetadataBearer>,
    config: Config,
    options?: RequestOptions,
  ): Handler<object, MetadataBearer>;
  readonly input: object;
}

type Callback = (error: unknown, output?: MetadataBearer) => void;

/** The base of all clients of Smithy services: a configuration, and middleware for every call. */
export abstract class Client<Config extends { readonly requestHandler: HttpHandler }> {
  readonly config: Config;
  middlewareStack: MiddlewareStack<object, MetadataBearer> = createStack();

  constructor(config: Config) {
    this.config = config;
  }

  /**
   * Sends a command, and promises its output or hands it to the callback.
   * @throws TypeError when it is not a command.
   */
  send(
    command: SendableCommand<Config>,
    optionsOrCallback?: RequestOptions | Callback,
    givenCallback?: Callback,
  ): Promise<MetadataBearer> | void {
    const hasOptions = typeof optionsOrCallback !== "function";
    const options = hasOptions ? optionsOrCallback : undefined;
    const callback = hasOptions ? givenCallback : optionsOrCallback;
    if (typeof command?.resolveMiddleware !== "function") {
      throw wrongArgument("send() takes a command", command);
    }
    const handler = command.resolveMiddleware(this.middlewareStack, this.config, options);
    const sent = handler(command).then(({ output }) => output);
    if (callback === undefined) return sent;
    // What a callback throws is its own affair.
    sent.then((output) => callback(null, output), callback).catch(() => {});
  }

  /** Lets go of the connections. The client is of no use afterwards. */
  destroy(): void {
    this.config.requestHandler.destroy?.();
  }
}
