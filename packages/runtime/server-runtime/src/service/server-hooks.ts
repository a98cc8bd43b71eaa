import type { HttpResponseMessage } from "@tinsmith/protocols";
import type { Exchange } from "./exchange.js";
import type { ServedResponse } from "./broken-connection.js";
import type { Route } from "./operations.js";

/** A response that replaces that of the server, and the known parts of the exchange. */
export interface ReplacementResponse extends Partial<Pick<Exchange, "input" | "output" | "error">> {
  readonly response: HttpResponseMessage;
}

/**
 * Callbacks at the stages of each exchange, for logs, journals, delays and faults. A hook may be
 * asynchronous. An error of `onRequest`, `onOperation` or `onInput` has the same effect as an error
 * of the handler.
 */
export interface ServerHooks {
  /**
   * Called before routing. A returned response ends the exchange: nothing is read and no handler
   * runs.
   */
  onRequest?(exchange: Exchange): Awaitable<HttpResponseMessage | undefined | void>;
  /**
   * Called when the operation is known, before the input is read. A returned response ends the
   * exchange: faults are not applied and no handler runs. The other members of the result go into
   * the journal.
   */
  onOperation?(exchange: Exchange, route: Route): Awaitable<ReplacementResponse | undefined | void>;
  /** Called with a valid input, before the handler. */
  onInput?(exchange: Exchange): Awaitable<void>;
  /** Called before the response is sent. May return another response. */
  onResponse?(
    exchange: Exchange,
    response: ServedResponse,
  ): Awaitable<ServedResponse | undefined | void>;
}

type Awaitable<T> = T | Promise<T>;
