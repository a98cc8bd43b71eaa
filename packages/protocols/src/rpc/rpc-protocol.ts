import type {
  OperationDescription,
  Protocol,
  ProtocolOptions,
  Router,
  ServiceSchema,
} from "../protocol.js";
import { createRpcClient } from "./rpc-client.js";
import type { RpcStyle } from "./rpc-style.js";
import { createRpcServer } from "./rpc-server.js";

/** An RPC protocol of a service: POST, one body, one route an operation. */
export const createRpcProtocol = (
  style: RpcStyle,
  service: ServiceSchema,
  options: ProtocolOptions,
): Protocol => ({
  id: style.id,
  ...createRpcClient(style, service, options),
  ...createRpcServer(style, service, options),
  router: <Operation extends OperationDescription>(
    operations: readonly Operation[],
  ): Router<Operation> => {
    const routes = new Map(
      operations.map((operation) => [style.routeOf(service, operation.schema), operation]),
    );
    return (request) => {
      const route = style.routeOfRequest(request);
      return route === undefined ? undefined : routes.get(route);
    };
  },
});
