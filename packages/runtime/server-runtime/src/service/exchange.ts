import { randomUUID } from "node:crypto";
import type { ErrorMessage, HttpRequestMessage } from "@tinsmith/protocols";
import type { Clock } from "./clock.js";
import { readCredential } from "./credential.js";
import type { Credential } from "./credential.js";

/** The context of a handler. */
export interface HandlerContext {
  /** The operation's name in the model. */
  readonly operation: string;
  /** The value of `x-amzn-RequestId` in the response. */
  readonly requestId: string;
  /**
   * The request as received. If its host contains a label of the path, the label is moved to the
   * path.
   */
  readonly request: HttpRequestMessage;
  /** The real time of the arrival. The clock of a mock may show another time. */
  readonly receivedAt: Date;
  /**
   * The signing access key, with its region and service; undefined for unsigned requests. The
   * signature is not verified.
   */
  readonly credential: Credential | undefined;
  /** The tenant that the request belongs to: the access key, or `default`. */
  readonly tenant: string;
  /** The tenant's clock, from which handlers read the time. */
  readonly clock: Clock;
  /** Adds a note for the developer to the journal. */
  warn(warning: string): void;
}

/** A request that the server processes. */
export interface Exchange extends HandlerContext {
  /** Empty until the request is routed, and if it does not match any operation. */
  readonly operation: string;
  /** Undefined until the input is read and valid. */
  readonly input: unknown;
  /** The output of the handler. */
  readonly output: unknown;
  /** The error that the server responds with. */
  readonly error: ErrorMessage | undefined;
  /** The faults that were applied. */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  /** Milliseconds since the request arrived. */
  readonly elapsedMs: number;
}

/** The parts of a tenant that its exchanges use. */
export interface ExchangeScope {
  readonly name: string;
  readonly clock: Clock;
}

/** The mutable exchange. Handlers and hooks see it through the interfaces above. */
export class ExchangeRecord implements HandlerContext, Exchange {
  readonly request: HttpRequestMessage;
  operation = "";
  input: unknown = undefined;
  output: unknown = undefined;
  error: ErrorMessage | undefined = undefined;
  faults: readonly string[] = none;
  warnings: readonly string[] = none;
  readonly #scope: ExchangeScope;
  readonly #receivedAt = Date.now();
  readonly #start = performance.now();
  #requestId: string | undefined;
  #credential: Credential | undefined | null = null;

  constructor(request: HttpRequestMessage, scope: ExchangeScope) {
    this.request = request;
    this.#scope = scope;
  }

  get requestId(): string {
    this.#requestId ??= randomUUID();
    return this.#requestId;
  }

  get receivedAt(): Date {
    return new Date(this.#receivedAt);
  }

  get elapsedMs(): number {
    return performance.now() - this.#start;
  }

  get tenant(): string {
    return this.#scope.name;
  }

  get clock(): Clock {
    return this.#scope.clock;
  }

  get credential(): Credential | undefined {
    if (this.#credential === null) this.#credential = readCredential(this.request);
    return this.#credential;
  }

  warn(warning: string): void {
    this.warnings = [...this.warnings, warning];
  }
}

const none: readonly string[] = [];
