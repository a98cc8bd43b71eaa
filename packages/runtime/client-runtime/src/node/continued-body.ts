import { ClientRequest } from "node:http";
import { Readable } from "node:stream";

/** What a service may be asked before it gets a body (RFC 9110, 10.1.1). */
const EXPECTATION = "100-continue";

/**
 * The header as the library's handler does not know it: the value counts in any case of its letters. The handler would
 * wait for six seconds or longer, and open a connection for each such request.
 */
export const UNNOTICED = "100-Continue";

/** The name under which a request asks whether it may send its body. */
export const expectationOf = (headers: Readonly<Record<string, string>>): string | undefined =>
  Object.keys(headers).find(
    (name) => name.toLowerCase() === "expect" && headers[name]?.toLowerCase() === EXPECTATION,
  );

/**
 * A body that is sent when the service asks for it, or when it has not answered for some time. One that it does not
 * want, because it has answered already, is not sent.
 */
export class ContinuedBody extends Readable {
  readonly #body: Readable;
  readonly #timeout: number;

  /** @param timeout - how long to wait for the service, in milliseconds */
  constructor(body: string | Uint8Array | Readable, timeout: number) {
    super();
    this.#body = body instanceof Readable ? body : Readable.from([Buffer.from(body)]);
    this.#timeout = timeout;
  }

  // Handlers pipe the body into the request. That is where both are at hand.
  override pipe<Target extends NodeJS.WritableStream>(target: Target): Target {
    if (!(target instanceof ClientRequest)) return this.#body.pipe(target);
    const send = (): void => {
      stop();
      this.#body.pipe(target);
    };
    const stop = (): void => {
      clearTimeout(timer);
      target.off("continue", send).off("response", refuse).off("close", stop);
    };
    const refuse = (response: Readable): void => {
      stop();
      // A request without its body leaves the connection of no use to others.
      response.once("close", () => target.destroy());
    };
    const timer = setTimeout(send, this.#timeout);
    target.once("continue", send).once("response", refuse).once("close", stop);
    return target;
  }
}
