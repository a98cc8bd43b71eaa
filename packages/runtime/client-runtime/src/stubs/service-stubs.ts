import { HttpRequest } from "@smithy/core/transport";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  DeserializeMiddleware,
  HandlerExecutionContext,
  HttpRequest as HttpRequestShape,
  MetadataBearer,
  MiddlewareStack,
} from "@smithy/types";
import type { OperationDescription, ServerProtocol } from "@tinsmith/protocols";
import { isObject } from "@tinsmith/values";
import { abortError } from "../http/abort.js";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { isOwnProtocol } from "../config/protocol-config.js";
import type { MiddlewarePlugin } from "../config/client-config.js";
import { openStack } from "../plugins/open-stack.js";
import { stubbedEndpoint, stubbedOptions } from "./stubbed-options.js";
import { StubQueue } from "./stub-queue.js";
import type { ApiRequest, StubbedService, StubContext } from "./stub-types.js";
import { toHttpResponse } from "./write-stub.js";
import { withoutUndefined } from "../config/without-undefined.js";

/** The stubs of a service, independent of its types. */
export class ServiceStubs implements MiddlewarePlugin {
  readonly apiRequests: ApiRequest[] = [];
  readonly #service: StubbedService;
  readonly #queues = new Map<string, StubQueue>();
  readonly #requestsByCall = new WeakMap<HandlerExecutionContext, HttpRequestShape[]>();
  readonly #protocols: readonly ServerProtocol[];

  /** @throws TypeError if data does not match the model */
  constructor(service: StubbedService, responses: Readonly<Record<string, unknown>>) {
    this.#service = service;
    this.#protocols = service.protocols.map((protocol) => protocol(service.schema));
    this.stubResponses(responses);
  }

  /** @throws TypeError if the responses are not an object, or one does not match the model */
  stubResponses(responses: Readonly<Record<string, unknown>>): void {
    if (!isObject(responses) || Array.isArray(responses)) {
      throw wrongArgument("Stubs must be an object with a response by operation", responses);
    }
    const queues = Object.entries(responses).flatMap(([name, stubs]) => {
      if (stubs === undefined) return [];
      const operation = requireOperation(this.#service, name);
      return [[name, new StubQueue(this.#service, operation, stubs)] as const];
    });
    // Runs after all stubs are checked, so that an error leaves the old stubs unchanged.
    for (const [name, queue] of queues) this.#queues.set(name, queue);
  }

  configure(options: object): object {
    return { ...stubbedOptions, ...withoutUndefined(options) };
  }

  applyToStack<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
    config?: ResolvedServiceClientConfig,
  ): void {
    // Clients of services outside AWS have only the endpoint that the code passes.
    if (config && !Object.hasOwn(config, "region")) {
      Object.assign(config, { endpoint: config.endpoint ?? stubbedEndpoint });
    }
    // Nothing is sent, so endpoint discovery is not needed.
    stack.remove("endpointDiscoveryMiddleware");
    // Comes last and replaces the call of the request handler.
    openStack(stack).add(this.#respond(config), {
      name: "stubResponsesMiddleware",
      step: "deserialize",
      priority: "low",
      tags: ["STUBS"],
      override: true,
    });
  }

  #respond(
    config: ResolvedServiceClientConfig | undefined,
  ): DeserializeMiddleware<object, MetadataBearer> {
    return (_next, context) =>
      async ({ input, request }) => {
        if (context[SMITHY_CONTEXT_KEY]?.abortSignal?.aborted) throw abortError();
        if (!HttpRequest.isInstance(request)) throw new TypeError("The request is missing.");
        const operationName = String(context[SMITHY_CONTEXT_KEY]?.["operation"]);
        this.#record({ operationName, params: input, request, handlerContext: context });
        const stubContext = { operationName, params: input, request, handlerContext: context };
        const outcome = await this.#getQueue(operationName).next(stubContext);
        if ("thrown" in outcome) throw outcome.thrown;
        const response = toHttpResponse(outcome.write(this.#findProtocol(config)));
        return { response, output: { $metadata: {} } };
      };
  }

  /** Returns the service's protocol that the client uses. */
  #findProtocol(config: ResolvedServiceClientConfig | undefined): ServerProtocol {
    const used = config?.protocol;
    const id = used && (isOwnProtocol(used) ? used.id : used.getShapeId());
    const [first] = this.#protocols;
    const found = this.#protocols.find((protocol) => protocol.id === id) ?? first;
    if (found === undefined) throw new TypeError("A service needs at least one protocol.");
    return found;
  }

  /** Records a request. All attempts of a call share its context. */
  #record({ operationName, params, request, handlerContext }: StubContext): void {
    const earlier = this.#requestsByCall.get(handlerContext);
    if (earlier !== undefined) {
      earlier.push(request);
      return;
    }
    const requests = [request];
    this.#requestsByCall.set(handlerContext, requests);
    this.apiRequests.push({ operationName, params, context: { requests, handlerContext } });
  }

  #getQueue(name: string): StubQueue {
    const known = this.#queues.get(name);
    if (known !== undefined) return known;
    const queue = new StubQueue(this.#service, requireOperation(this.#service, name), []);
    this.#queues.set(name, queue);
    return queue;
  }
}

/** @throws TypeError if the service has no such operation */
export function requireOperation(service: StubbedService, name: string): OperationDescription {
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  if (operation !== undefined) return operation;
  throw new TypeError(
    `Unknown operation "${name}" of ${service.schema.name}. Expected one of: ${Object.keys(service.operations).join(", ")}.`,
  );
}
