import { ClientRequest } from "node:http";
import { Readable } from "node:stream";

/** The expectation with which a client asks for permission to send the body (RFC 9110, 10.1.1). */
const EXPECTATION = "100-continue";

/**
 * The header value in a spelling that the handler of `@smithy/node-http-handler` does not
 * recognize. Header values are case-insensitive for services, but the handler would wait six
 * seconds or longer and open a new connection for each such request.
 */
export const UNRECOGNIZED_EXPECTATION = "100-Continue";

/** Returns the name of the request's `Expect: 100-continue` header, if it has one. */
export const findExpectHeader = (headers: Readonly<Record<string, string>>): string | undefined =>
  Object.keys(headers).find(
    (name) => name.toLowerCase() === "expect" && headers[name]?.toLowerCase() === EXPECTATION,
  );

/**
 * A body that is sent when the service permits it, or after a timeout. If the service has already
 * responded, the body is not sent.
 */
export class ContinuedBody extends Readable {
  readonly #body: Readable;
  readonly #timeout: number;

  /** @param timeout - the maximum wait for the service's permission, in milliseconds */
  constructor(body: string | Uint8Array | Readable, timeout: number) {
    super();
    this.#body = body instanceof Readable ? body : Readable.from([Buffer.from(body)]);
    this.#timeout = timeout;
  }

  // Handlers pipe the body into the request, so both are accessible here.
  override pipe<Target extends NodeJS.WritableStream>(target: Target): Target {
    if (!(target instanceof ClientRequest)) return this.#body.pipe(target);
    const send = (): void => {
      stop();
      this.#body.pipe(target);
    };
    const stop = (): void => {
      clearTimeout(timer);
      target.off("continue", send).off("response", skip).off("close", stop);
    };
    const skip = (response: Readable): void => {
      stop();
      // After a request without its body, the connection cannot be reused.
      response.once("close", () => target.destroy());
    };
    const timer = setTimeout(send, this.#timeout);
    target.once("continue", send).once("response", skip).once("close", stop);
    return target;
  }
}
