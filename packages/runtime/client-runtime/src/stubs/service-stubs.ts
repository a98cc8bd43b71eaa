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
import { stubbedOptions } from "./stubbed-options.js";
import { StubQueue } from "./stub-queue.js";
import type { ApiRequest, StubbedService, StubContext } from "./stub-types.js";
import { toHttpResponse } from "./write-stub.js";

/** Stubs of one service, whichever it is; the functions that make them know its types. */
export class ServiceStubs implements MiddlewarePlugin {
  readonly apiRequests: ApiRequest[] = [];
  readonly #service: StubbedService;
  readonly #queues = new Map<string, StubQueue>();
  readonly #requestsOfCall = new WeakMap<HandlerExecutionContext, HttpRequestShape[]>();
  readonly #protocols: readonly ServerProtocol[];

  /** @throws TypeError where data does not fit the model */
  constructor(service: StubbedService, responses: Readonly<Record<string, unknown>>) {
    this.#service = service;
    this.#protocols = service.protocols.map((protocol) => protocol(service.schema));
    this.stubResponses(responses);
  }

  /** @throws TypeError when the responses are not an object by operation, or one fits nothing. */
  stubResponses(responses: Readonly<Record<string, unknown>>): void {
    if (!isObject(responses) || Array.isArray(responses)) {
      throw wrongArgument("Stubs must be an object with a response by operation", responses);
    }
    const queues = Object.entries(responses).flatMap(([name, stubs]) => {
      if (stubs === undefined) return [];
      const operation = operationNamed(this.#service, name);
      return [[name, new StubQueue(this.#service, operation, stubs)] as const];
    });
    // Either all are in order, or nothing changes.
    for (const [name, queue] of queues) this.#queues.set(name, queue);
  }

  configure(options: object): object {
    return { ...stubbedOptions, ...withoutUndefined(options) };
  }

  applyToStack<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
    config?: ResolvedServiceClientConfig,
  ): void {
    // Where nothing is sent, no endpoint has to be found out.
    stack.remove("endpointDiscoveryMiddleware");
    // Nothing comes after it: it stands where the request would go to the handler.
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
        if (!HttpRequest.isInstance(request)) throw new TypeError("There is no request to answer.");
        const operationName = String(context[SMITHY_CONTEXT_KEY]?.["operation"]);
        this.#record({ operationName, params: input, request, handlerContext: context });
        const stubContext = { operationName, params: input, request, handlerContext: context };
        const answer = await this.#queueOf(operationName).next(stubContext);
        if ("thrown" in answer) throw answer.thrown;
        const response = toHttpResponse(answer.write(this.#protocolOf(config)));
        return { response, output: { $metadata: {} } };
      };
  }

  /** The protocol of the service that the client speaks. */
  #protocolOf(config: ResolvedServiceClientConfig | undefined): ServerProtocol {
    const spoken = config?.protocol;
    const id = spoken && (isOwnProtocol(spoken) ? spoken.id : spoken.getShapeId());
    const [first] = this.#protocols;
    const found = this.#protocols.find((protocol) => protocol.id === id) ?? first;
    if (found === undefined) throw new TypeError("A service needs at least one protocol.");
    return found;
  }

  /** The attempts of a call share its context. */
  #record({ operationName, params, request, handlerContext }: StubContext): void {
    const earlier = this.#requestsOfCall.get(handlerContext);
    if (earlier !== undefined) {
      earlier.push(request);
      return;
    }
    const requests = [request];
    this.#requestsOfCall.set(handlerContext, requests);
    this.apiRequests.push({ operationName, params, context: { requests, handlerContext } });
  }

  #queueOf(name: string): StubQueue {
    const known = this.#queues.get(name);
    if (known !== undefined) return known;
    const queue = new StubQueue(this.#service, operationNamed(this.#service, name), []);
    this.#queues.set(name, queue);
    return queue;
  }
}

/** @throws TypeError where the service has no operation of that name */
export function operationNamed(service: StubbedService, name: string): OperationDescription {
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  if (operation !== undefined) return operation;
  throw new TypeError(
    `${service.schema.name} has no operation ${name}. It has: ${Object.keys(service.operations).join(", ")}.`,
  );
}

const withoutUndefined = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
