import type { ErrorMessage } from "@tinsmith/protocols";
import { isBytes } from "@tinsmith/values";
import type { Credential } from "../service/credential.js";
import type { Exchange } from "../service/exchange.js";
import type { ServedResponse } from "../service/broken-connection.js";

/** A request and its response. */
export class JournalEntry {
  /** The number of the request within its tenant, from 1. */
  readonly sequence: number;
  readonly tenant: string;
  /** Empty if no operation matches the request. */
  readonly operation: string;
  readonly requestId: string;
  /** Undefined if the request could not be read, or its input was not valid. */
  readonly input: unknown;
  /** The output of the handler, even if the response was lost afterwards. */
  readonly output: unknown;
  readonly error: ErrorMessage | undefined;
  /**
   * The HTTP status that was sent, or that would have been sent. 0 if the connection broke before
   * the response.
   */
  readonly status: number;
  /** The way in which a fault broke the connection. */
  readonly broken: "reset" | "truncate" | undefined;
  /** The milliseconds between the arrival of the request and its response. */
  readonly latencyMs: number;
  readonly credential: Credential | undefined;
  /** The id that all attempts of a call share. SDKs send it as `amz-sdk-invocation-id`. */
  readonly invocationId: string | undefined;
  /** The faults that were applied: kinds, or names of service faults. */
  readonly faults: readonly string[];
  /** Notes for the developer, for example about a signature for another service. */
  readonly warnings: readonly string[];
  /** The number of bytes in the request's body; 0 for a stream. */
  readonly bytes: number;
  readonly #receivedAt: number;
  readonly #clock: number;
  readonly #sdkRequest: string | undefined;

  constructor(sequence: number, exchange: Exchange, answer: ServedResponse, clock: number) {
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
    this.bytes = typeof body === "string" || isBytes(body) ? body.length : 0;
    this.#receivedAt = exchange.receivedAt.getTime();
    this.#clock = clock;
    this.#sdkRequest = headers["amz-sdk-request"];
  }

  /** The real time of the arrival. */
  get receivedAt(): Date {
    return new Date(this.#receivedAt);
  }

  /** The time of the tenant's clock. */
  get clock(): Date {
    return new Date(this.#clock);
  }

  /**
   * The number of the attempt within its call, from 1. SDKs send it as `amz-sdk-request`; without
   * this header it is 1.
   */
  get attempt(): number {
    const number = /(?:^|;)\s*attempt=(\d+)/.exec(this.#sdkRequest ?? "")?.[1];
    return number === undefined ? 1 : Number(number);
  }
}
