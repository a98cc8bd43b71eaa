import type {
  $OperationSchema,
  MetadataBearer,
  Pluggable,
  SerializeMiddleware,
  StaticOperationSchema,
} from "@smithy/types";
import { operationOf } from "../client/call-operation.js";
import { encodedTraitsOf, inputOf, nameOf, namespaceOf, outputOf } from "@tinsmith/schema";
import { toEndpoint } from "../endpoints/to-endpoint.js";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { isOwnProtocol } from "../config/protocol-config.js";
import { requestOf, requireEndpoint } from "../http/request-of.js";

/** Serializes the request of each call. */
export const serializerPlugin = (
  config: ResolvedServiceClientConfig,
): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.add(serializerMiddleware(config), {
      name: "serializerMiddleware",
      step: "serialize",
      tags: ["SERIALIZER"],
      override: true,
    }),
});

/** Converts a schema to the form that the AWS SDK's protocols expect. */
export const toSmithySchema = (schema: StaticOperationSchema): $OperationSchema => ({
  namespace: namespaceOf(schema),
  name: nameOf(schema),
  traits: encodedTraitsOf(schema),
  input: inputOf(schema),
  output: outputOf(schema),
});

const serializerMiddleware =
  (config: ResolvedServiceClientConfig): SerializeMiddleware<object, MetadataBearer> =>
  (next, context) => {
    const { description } = operationOf(context);
    return async (args) => {
      const { protocol } = config;
      const { defaults, schema } = description;
      const input = defaults?.input(schema, args.input) ?? args.input;
      if (isOwnProtocol(protocol)) {
        const message = protocol.writeRequest(description, input);
        const request = requestOf(message, requireEndpoint(context), config.disableHostPrefix);
        return next({ ...args, request });
      }
      const request = await protocol.serializeRequest(toSmithySchema(schema), input, {
        ...config,
        ...context,
        endpoint: async () => toEndpoint(requireEndpoint(context)),
      });
      return next({ ...args, request });
    };
  };
