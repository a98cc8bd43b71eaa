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

/** A call that has been prepared. */
export interface BuiltRequest<Output> {
  /** The request as it would go over the wire now, signed. */
  readonly request: HttpRequestShape;
  /**
   * Makes the call. It is signed anew, as signatures do not last.
   * @throws ServiceException where the service answers with an error
   */
  send(options?: RequestOptions): Promise<Output>;
}

/**
 * Prepares a call without sending anything: the whole way of the client and its middleware up to the wire.
 *
 * @throws TypeError when the arguments are not a client and a command.
 * @throws whatever the call throws before it is sent, for example where there are no credentials
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
  // Nothing has happened yet that a log should tell of.
  const config: Config = Object.create(client.config, { logger: { value: undefined } });
  const handler = command.resolveMiddleware(client.middlewareStack, config, undefined);
  try {
    await handler(command);
  } catch (error) {
    if (!isStop(error)) throw error;
  } finally {
    command.middlewareStack.remove(name);
  }
  if (request === undefined) throw new Error("A middleware answered the call before it was sent.");
  return { request, send: (options) => client.send(command, options) };
}
