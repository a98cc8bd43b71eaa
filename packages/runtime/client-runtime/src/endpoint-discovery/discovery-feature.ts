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
import { hasOwnEndpoint } from "../endpoints/own-endpoint.js";
import type { DiscoveredOperation } from "../client/operation-definition.js";
import { resolveDiscoveryConfig } from "./discovery-config.js";
import type {
  DiscoveryOutput,
  DiscoveryRequest,
  EndpointDiscoveryDefinition,
} from "./discovery-definition.js";
import { EndpointDiscoveryError, EndpointFinder } from "./endpoint-finder.js";

/** The status of a request that came to an endpoint which is not responsible for it (RFC 9110, 15.5.20). */
const MISDIRECTED = 421;

/**
 * Calls operations at the endpoints that the service names for them. Operations that need such an endpoint wait until
 * there is one; the others go to the regional endpoint meanwhile. An endpoint that the service no longer takes is
 * forgotten, and the call made once more.
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
        const finder = finderOf(stack);
        const { required } = operation;
        const isOutdated = (error: unknown): boolean =>
          error instanceof Error &&
          (error.name === definition.error || statusOf(error) === MISDIRECTED);
        return async (args) => {
          if (await hasOwnEndpoint(config)) return next(args);
          const enabled = await resolved.endpointDiscoveryEnabled();
          if (required && enabled === false) throw disabled(context);
          if (!required && !enabled) return next(args);

          const smithyContext = context[SMITHY_CONTEXT_KEY];
          const request = requestOf(definition, operation, args.input, context);
          const key = JSON.stringify([accessKeyOf(context), request]);
          const regional = context.endpointV2;
          const choose = async (): Promise<string | undefined> => {
            const address = required
              ? await untilAborted(finder.find(key, request), smithyContext?.abortSignal)
              : finder.known(key, request);
            if (regional) context.endpointV2 = address ? at(address, regional) : regional;
            return address;
          };
          const address = await choose();
          try {
            return await next(args);
          } catch (error) {
            if (address === undefined || !isOutdated(error)) throw error;
            finder.forget(key, address);
            // A stream is gone once it has been sent.
            if (hasStream(args.input)) throw error;
            await choose();
            return next(args);
          }
        };
      };

    let finder: EndpointFinder | undefined;
    const finderOf = (stack: MiddlewareStack<object, MetadataBearer>): EndpointFinder =>
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

const disabled = ({ clientName, commandName }: HandlerExecutionContext): Error =>
  new EndpointDiscoveryError(
    `${commandName} of ${clientName} can only be sent to an endpoint that the service names, and endpoint discovery is disabled. Set endpointDiscoveryEnabled, or give the client an endpoint.`,
  );

function requestOf(
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

/** Endpoints are named for whoever asks. */
function accessKeyOf(context: HandlerExecutionContext): unknown {
  const { identity } = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme ?? {};
  return identity && Reflect.get(identity, "accessKeyId");
}

/** The regional endpoint at another address: how it is signed for stays as it is. */
function at(address: string, regional: EndpointV2): EndpointV2 {
  const { protocol } = new URL(regional.url);
  return {
    ...regional,
    url: new URL(address.includes("://") ? address : `${protocol}//${address}`),
  };
}

const statusOf = (error: Error & { $metadata?: { httpStatusCode?: number } }): unknown =>
  error.$metadata?.httpStatusCode;

const hasStream = (input: object): boolean =>
  Object.values(input).some(
    (value) =>
      typeof value === "object" &&
      value !== null &&
      (value instanceof ReadableStream || Symbol.asyncIterator in value),
  );
