import type { ErrorMessage } from "@tinsmith/protocols";
import type { Credential } from "../service/credential.js";
import type { Exchange } from "../service/exchange.js";
import type { Answer } from "../service/broken-connection.js";

/** One request that was answered. */
export class JournalEntry {
  /** Counts the requests of a tenant, from 1. */
  readonly sequence: number;
  readonly tenant: string;
  /** Empty where no operation takes the request. */
  readonly operation: string;
  readonly requestId: string;
  /** Absent where the request could not be read, or its input was not valid. */
  readonly input: unknown;
  /** What the handler answered; also where the answer then got lost. */
  readonly output: unknown;
  readonly error: ErrorMessage | undefined;
  /** The HTTP status that was sent, or would have been; 0 where the connection broke before. */
  readonly status: number;
  /** How the connection broke, where a fault wanted it. */
  readonly broken: "reset" | "truncate" | undefined;
  /** Milliseconds from the request's arrival until its answer was ready. */
  readonly latencyMs: number;
  readonly credential: Credential | undefined;
  /** The same for all attempts of one call; SDKs send it as `amz-sdk-invocation-id`. */
  readonly invocationId: string | undefined;
  /** What was done to the request on purpose: the kinds of faults, or names of the service's own. */
  readonly faults: readonly string[];
  /** What somebody should look at, such as a signature for another service. */
  readonly warnings: readonly string[];
  /** Bytes of the request's body, as far as it was not a stream. */
  readonly bytes: number;
  readonly #receivedAt: number;
  readonly #clock: number;
  readonly #sdkRequest: string | undefined;

  constructor(sequence: number, exchange: Exchange, answer: Answer, clock: number) {
    const { headers, body } = exchange.request;
    this.sequence = sequence;
    this.tenant = exchange.tenant;
    this.operation = exchange.operation;
    this.requestId = exchange.requestId;
    this.input = exchange.input;
    this.output = exchange.output;
    this.error = exchange.error;
    this.status = answer.statusCode;
    this.broken = answer.broken?.kind;
    this.latencyMs = exchange.elapsedMs;
    this.credential = exchange.credential;
    this.invocationId = headers["amz-sdk-invocation-id"];
    this.faults = exchange.faults;
    this.warnings = exchange.warnings;
    this.bytes = typeof body === "string" || body instanceof Uint8Array ? body.length : 0;
    this.#receivedAt = exchange.receivedAt.getTime();
    this.#clock = clock;
    this.#sdkRequest = headers["amz-sdk-request"];
  }

  /** The real time of its arrival. */
  get receivedAt(): Date {
    return new Date(this.#receivedAt);
  }

  /** What the tenant's clock said. */
  get clock(): Date {
    return new Date(this.#clock);
  }

  /** Which attempt of its call it is, from 1, as the SDK says (`amz-sdk-request`); 1 where it does not. */
  get attempt(): number {
    const number = /(?:^|;)\s*attempt=(\d+)/.exec(this.#sdkRequest ?? "")?.[1];
    return number === undefined ? 1 : Number(number);
  }
}
