import type { Handler, MetadataBearer, MiddlewareStack } from "@smithy/types";
import type { HttpHandler, RequestOptions } from "../http/http-handler.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { createStack } from "../middleware/middleware-stack.js";

/** The parts of a command that every client uses. */
interface SendableCommand<Config> {
  resolveMiddleware(
    stack: MiddlewareStack<object, MetadataBearer>,
    config: Config,
    options?: RequestOptions,
  ): Handler<object, MetadataBearer>;
  readonly input: object;
}

type Callback = (error: unknown, output?: MetadataBearer) => void;

/** The base class of all clients: a configuration, and middleware for every call. */
export abstract class Client<Config extends { readonly requestHandler: HttpHandler }> {
  readonly config: Config;
  middlewareStack: MiddlewareStack<object, MetadataBearer> = createStack();

  constructor(config: Config) {
    this.config = config;
  }

  /**
   * Sends a command. Returns a promise of its output, or passes the output to the callback.
   * @throws TypeError if the argument is not a command
   */
  send(
    command: SendableCommand<Config>,
    optionsOrCallback?: RequestOptions | Callback,
    givenCallback?: Callback,
  ): Promise<MetadataBearer> | void {
    const hasOptions = typeof optionsOrCallback !== "function";
    const options = (hasOptions && optionsOrCallback) || undefined;
    const callback = hasOptions ? givenCallback : optionsOrCallback;
    if (typeof command?.resolveMiddleware !== "function") {
      throw wrongArgument("send() requires a command", command);
    }
    const handler = command.resolveMiddleware(this.middlewareStack, this.config, options);
    const sent = handler(command).then(({ output }) => output);
    if (callback === undefined) return sent;
    // Errors that the callback throws are not errors of the call.
    sent.then((output) => callback(null, output), callback).catch(() => {});
  }

  /** Closes the connections. The client cannot be used afterwards. */
  destroy(): void {
    this.config.requestHandler.destroy?.();
  }
}
