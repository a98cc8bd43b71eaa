import type { Model } from "@tinsmith/smithy";
import { withClient } from "./run-client.js";

/** A request that the handler received. */
export interface SentRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

export interface StubResponse {
  readonly statusCode?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Makes calls with a client and records its requests. */
interface Calls {
  readonly requests: SentRequest[];
  readonly config: object;
  send(method: string, input: object): Promise<unknown>;
}

interface Caller {
  /** The class of the aggregated client. */
  readonly Class: unknown;
  client(Class: unknown, options: object, responses?: readonly StubResponse[]): Calls;
  /** Makes one call with a new client. An error is returned, not thrown. */
  call(
    method: string,
    input: object,
    options: object,
    responses?: readonly StubResponse[],
  ): Promise<{
    readonly requests: readonly SentRequest[];
    readonly output: unknown;
    readonly error: unknown;
  }>;
}

/** Generates the client of a model, and makes calls with stubbed responses. */
export const caller = (
  model: Model,
  use: (caller: Caller) => Promise<void>,
  name = "Demo",
): Promise<void> =>
  withClient(model, async (importModule) => {
    const Class = (await importModule("index.js"))[name];
    await use({
      Class,
      client: clientOf,
      async call(method, input, options, responses) {
        const { send, requests } = clientOf(Class, options, responses);
        try {
          return { requests, output: await send(method, input), error: undefined };
        } catch (error) {
          return { requests, output: undefined, error };
        }
      },
    });
  });

const clientOf: Caller["client"] = (Class, options, responses = [{}]) => {
  if (typeof Class !== "function") throw new TypeError("The module has no class of this client.");
  const requests: SentRequest[] = [];
  const requestHandler = {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async (request: SentRequest) => {
      const {
        statusCode = 200,
        headers = {},
        body,
      } = responses[Math.min(requests.length, responses.length - 1)] ?? {};
      requests.push({ ...request, headers: { ...request.headers } });
      return {
        response: { statusCode, headers: { ...headers }, body: body ?? new Uint8Array() },
      };
    },
  };
  const endpoint = "https://demo.example";
  const client = Reflect.construct(Class, [
    { endpoint, maxAttempts: 1, requestHandler, ...options },
  ]);
  return {
    requests,
    config: client.config,
    send: async (method, input) => client[method](input),
  };
};
