import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  EndpointV2,
  HandlerExecutionContext,
  MetadataBearer,
  MiddlewareStack,
  SerializeMiddleware,
} from "@smithy/types";
import { untilAborted } from "../http/abort.js";
import type { ClientFeature } from "../client/client-feature.js";
import { hasConfiguredEndpoint } from "../endpoints/configured-endpoint.js";
import type { DiscoveredOperation } from "../client/operation-definition.js";
import { resolveDiscoveryConfig } from "./discovery-config.js";
import type {
  DiscoveryOutput,
  DiscoveryRequest,
  EndpointDiscoveryDefinition,
} from "./discovery-definition.js";
import { EndpointDiscoveryError, EndpointFinder } from "./endpoint-finder.js";

/** The status for a request to an endpoint that is not responsible for it (RFC 9110, 15.5.20). */
const MISDIRECTED = 421;

/**
 * Sends operations to the endpoints that the service's discovery operation returns. Operations that
 * require discovery wait for their endpoint. Other operations use the regional endpoint until their
 * endpoint is known. When the service rejects an endpoint, the endpoint is removed from the cache
 * and the call is repeated once.
 * Smithy: https://smithy.io/2.0/aws/aws-core.html#client-endpoint-discovery
 */
export const endpointDiscovery =
  (definition: EndpointDiscoveryDefinition): ClientFeature =>
  (setup) => {
    const { config, definitionOf } = setup;
    const resolved = resolveDiscoveryConfig(setup);

    const middleware =
      (
        stack: MiddlewareStack<object, MetadataBearer>,
      ): SerializeMiddleware<object, MetadataBearer> =>
      (next, context) => {
        const operation = definitionOf(context).discovery;
        if (operation === undefined) return next;
        const finder = getFinder(stack);
        const { required } = operation;
        const isOutdated = (error: unknown): boolean =>
          error instanceof Error &&
          (error.name === definition.error || getStatus(error) === MISDIRECTED);
        return async (args) => {
          if (await hasConfiguredEndpoint(config)) return next(args);
          const enabled = await resolved.endpointDiscoveryEnabled();
          if (required && enabled === false) throw discoveryDisabled(context);
          if (!required && !enabled) return next(args);

          const smithyContext = context[SMITHY_CONTEXT_KEY];
          const request = toDiscoveryRequest(definition, operation, args.input, context);
          const key = JSON.stringify([getAccessKey(context), request]);
          const regional = context.endpointV2;
          const choose = async (): Promise<string | undefined> => {
            const address = required
              ? await untilAborted(finder.find(key, request), smithyContext?.abortSignal)
              : finder.known(key, request);
            if (regional) context.endpointV2 = address ? atAddress(address, regional) : regional;
            return address;
          };
          const address = await choose();
          try {
            return await next(args);
          } catch (error) {
            if (address === undefined || !isOutdated(error)) throw error;
            finder.forget(key, address);
            // A stream cannot be sent a second time.
            if (containsStream(args.input)) throw error;
            await choose();
            return next(args);
          }
        };
      };

    let finder: EndpointFinder | undefined;
    const getFinder = (stack: MiddlewareStack<object, MetadataBearer>): EndpointFinder =>
      (finder ??= new EndpointFinder(resolved.endpointCache, async (request) => {
        const command = new definition.command(request);
        const handle = command.resolveMiddleware(stack, config, undefined);
        const { output }: { output: DiscoveryOutput } = await handle(command);
        return output;
      }));

    return {
      applyToStack: (stack) =>
        stack.addRelativeTo(middleware(stack), {
          name: "endpointDiscoveryMiddleware",
          tags: ["ENDPOINT_DISCOVERY"],
          relation: "after",
          toMiddleware: "endpointV2Middleware",
          override: true,
        }),
    };
  };

const discoveryDisabled = ({ clientName, commandName }: HandlerExecutionContext): Error =>
  new EndpointDiscoveryError(
    `${commandName} of ${clientName} requires endpoint discovery, which is disabled. Set endpointDiscoveryEnabled, or pass an endpoint to the client.`,
  );

function toDiscoveryRequest(
  { takes }: EndpointDiscoveryDefinition,
  { identifiers = [] }: DiscoveredOperation,
  input: object,
  context: HandlerExecutionContext,
): DiscoveryRequest {
  const members = identifiers.map((name) => [name, String(Reflect.get(input, name))]);
  return {
    ...(takes.includes("Operation") && {
      Operation: String(context[SMITHY_CONTEXT_KEY]?.["operation"]),
    }),
    ...(takes.includes("Identifiers") &&
      members.length > 0 && { Identifiers: Object.fromEntries(members) }),
  };
}

/** Returns the caller's access key, because endpoints may differ by caller. */
function getAccessKey(context: HandlerExecutionContext): unknown {
  const { identity } = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme ?? {};
  return identity && Reflect.get(identity, "accessKeyId");
}

/** Returns the regional endpoint with another address and unchanged signing properties. */
function atAddress(address: string, regional: EndpointV2): EndpointV2 {
  const { protocol } = new URL(regional.url);
  return {
    ...regional,
    url: new URL(address.includes("://") ? address : `${protocol}//${address}`),
  };
}

const getStatus = (error: Error & { $metadata?: { httpStatusCode?: number } }): unknown =>
  error.$metadata?.httpStatusCode;

const containsStream = (input: object): boolean =>
  Object.values(input).some(
    (value) =>
      typeof value === "object" &&
      value !== null &&
      ("getReader" in value || Symbol.asyncIterator in value),
  );
