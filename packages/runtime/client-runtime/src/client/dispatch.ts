import type { Command, MetadataBearer } from "@smithy/types";
import type { ResolvedClientConfig } from "../config/client-config.js";
import type { RequestOptions } from "../http/http-handler.js";
import type { Callback, ServiceClient } from "./service-client.js";

/** Sends a command with the overload of `send` that matches the arguments. */
export function dispatch<
  Input extends object,
  Output extends MetadataBearer,
  Config extends ResolvedClientConfig,
  I extends Input,
  O extends Output,
>(
  client: ServiceClient<Input, Output, Config>,
  command: Command<Input, I, Output, O, Config>,
  optionsOrCallback: RequestOptions | Callback<O> | undefined,
  callback: Callback<O> | undefined,
): Promise<O> | void {
  if (typeof optionsOrCallback === "function") return client.send(command, optionsOrCallback);
  if (callback !== undefined) return client.send(command, optionsOrCallback ?? {}, callback);
  return client.send(command, optionsOrCallback);
}
