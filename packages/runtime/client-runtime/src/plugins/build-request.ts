import { HttpRequest } from "@smithy/core/transport";
import type {
  Command,
  DeserializeMiddleware,
  HttpRequest as HttpRequestShape,
  MetadataBearer,
} from "@smithy/types";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import type { RequestOptions } from "../http/http-handler.js";
import type { ServiceClient } from "../client/service-client.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { BuildRequestStop, isStop } from "./build-request-stop.js";

/** A request that has been built but not sent. */
export interface BuiltRequest<Output> {
  /** The signed request, as it would be sent now. */
  readonly request: HttpRequestShape;
  /**
   * Sends the call. It is signed again, because signatures expire.
   * @throws ServiceException if the service responds with an error
   */
  send(options?: RequestOptions): Promise<Output>;
}

/**
 * Builds the request of a call without sending it. The call passes through all middleware of client
 * and command.
 *
 * @throws TypeError if the arguments are not a client and a command
 * @throws whatever the call throws before it is sent, for example if credentials are missing
 */
export async function buildRequest<
  Input extends object,
  Output extends MetadataBearer,
  Config extends ResolvedServiceClientConfig,
  I extends Input,
  O extends Output,
>(
  client: ServiceClient<Input, Output, Config>,
  command: Command<Input, I, Output, O, Config>,
): Promise<BuiltRequest<O>> {
  if (typeof client?.send !== "function") {
    throw wrongArgument("The first argument of buildRequest must be a client", client);
  }
  if (typeof command?.resolveMiddleware !== "function") {
    throw wrongArgument("The second argument of buildRequest must be a command", command);
  }
  let request: HttpRequestShape | undefined;
  const stop: DeserializeMiddleware<I, O> = () => async (args) => {
    if (HttpRequest.isInstance(args.request)) request = args.request;
    throw new BuildRequestStop();
  };
  const name = "buildRequestMiddleware";
  command.middlewareStack.add(stop, { name, step: "deserialize", priority: "high" });
  // Suppresses the log entry of a call that is not made.
  const config: Config = Object.create(client.config, { logger: { value: undefined } });
  const handler = command.resolveMiddleware(client.middlewareStack, config, undefined);
  try {
    await handler(command);
  } catch (error) {
    if (!isStop(error)) throw error;
  } finally {
    command.middlewareStack.remove(name);
  }
  if (request === undefined)
    throw new Error("A middleware returned a response before the request was built.");
  return { request, send: (options) => client.send(command, options) };
}
