import type { HttpResponseMessage } from "@tinsmith/protocols";
import type { Exchange } from "./exchange.js";
import type { Answer } from "./broken-connection.js";
import type { Route } from "./operations.js";

/** An answer that was given in the place of the server, and what is known of the exchange. */
export interface Answered extends Partial<Pick<Exchange, "input" | "output" | "error">> {
  readonly response: HttpResponseMessage;
}

/**
 * Things to do at the stations of each exchange: the surface for logs, journals, delays and faults.
 * A hook may wait. What `onRequest`, `onOperation` and `onInput` throw is answered as if the handler had thrown it.
 */
export interface ServerHooks {
  /** Before routing. An answer ends the exchange: nothing is read and no handler runs. */
  onRequest?(exchange: Exchange): Awaitable<HttpResponseMessage | undefined | void>;
  /**
   * When it is known which operation is meant, before anything is read. An answer ends the exchange: no
   * fault is done and no handler runs. What else is told goes into the journal.
   */
  onOperation?(exchange: Exchange, route: Route): Awaitable<Answered | undefined | void>;
  /** With a valid input, before the handler. */
  onInput?(exchange: Exchange): Awaitable<void>;
  /** Before the answer leaves; may put another in its place. */
  onResponse?(exchange: Exchange, response: Answer): Awaitable<Answer | undefined | void>;
}

type Awaitable<T> = T | Promise<T>;
