import type { RoutableRequest, ServerProtocolFactory } from "@tinsmith/protocols";
import { strictJsonReaders } from "@tinsmith/protocols/json/server";
import { createRestServer, withMessage } from "@tinsmith/protocols/rest/server";
import type { RestServerStyle } from "@tinsmith/protocols/rest/server";
import { endsWithSlash, errorHeaders, jsonStyle, restFormat } from "./format.js";

const style: RestServerStyle = {
  ...restFormat,
  strictReaders: /* @__PURE__ */ strictJsonReaders(/* @__PURE__ */ jsonStyle(true)),
  untypedBodies: true,
  errorHeaders: ({ code }) => Object.fromEntries(errorHeaders.map((name) => [name, code])),
  errorWriter: (_service, schema, document) => {
    const write = restFormat.codec.writer(withMessage(document, schema));
    return (_error, data) => write(data);
  },
};

/**
 * The server side of `alloy#simpleRestJson`.
 *
 * @public
 */
export const simpleRestJson: ServerProtocolFactory = (service, options = {}) => {
  const usual = createRestServer(style, service, options);
  return {
    ...usual,
    router: (operations) => {
      const route = usual.router(operations);
      return (request) => route(request) ?? route(withSlash(request));
    },
    readRequest: (operation, request) =>
      usual.readRequest(
        operation,
        endsWithSlash(operation.schema) && !request.path.endsWith("/")
          ? withSlash(request)
          : request,
      ),
  };
};

function withSlash<Request extends RoutableRequest>(request: Request): Request {
  return { ...request, path: `${request.path}/` };
}
