import type { HttpResponseMessage } from "@tinsmith/protocols";
import type { Exchange, ExchangeRecord } from "../service/exchange.js";
import type { ServedResponse } from "../service/broken-connection.js";
import type { Route } from "../service/operations.js";
import type { ServerHooks } from "../service/server-hooks.js";

/** The hooks of a server, in the order in which they were added. */
export class HookChain {
  readonly #hooks = new Set<ServerHooks>();

  /** True without hooks. Most requests then skip the hooks without awaiting anything. */
  get isEmpty(): boolean {
    return this.#hooks.size === 0;
  }

  /** @returns a function that removes the hooks */
  add(hooks: ServerHooks): () => void {
    this.#hooks.add(hooks);
    return () => void this.#hooks.delete(hooks);
  }

  async request(exchange: Exchange): Promise<HttpResponseMessage | undefined> {
    for (const hooks of this.#hooks) {
      const response = await hooks.onRequest?.(exchange);
      if (response) return response;
    }
    return undefined;
  }

  async operation(
    exchange: ExchangeRecord,
    route: Route,
  ): Promise<HttpResponseMessage | undefined> {
    for (const hooks of this.#hooks) {
      const answered = await hooks.onOperation?.(exchange, route);
      if (!answered) continue;
      const { response, ...known } = answered;
      Object.assign(exchange, known);
      return response;
    }
    return undefined;
  }

  async input(exchange: Exchange): Promise<void> {
    for (const hooks of this.#hooks) await hooks.onInput?.(exchange);
  }

  /** @param onFailure - receives the errors of hooks; they do not prevent the response */
  async response(
    exchange: Exchange,
    response: ServedResponse,
    onFailure: (thrown: unknown) => void,
  ): Promise<ServedResponse> {
    let answer = response;
    for (const hooks of this.#hooks) {
      try {
        answer = (await hooks.onResponse?.(exchange, answer)) ?? answer;
      } catch (thrown) {
        onFailure(thrown);
      }
    }
    return answer;
  }
}
