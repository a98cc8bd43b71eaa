import { randomUUID } from "node:crypto";
import type { ErrorMessage, HttpRequestMessage } from "@tinsmith/protocols";
import type { Clock } from "./clock.js";
import { readCredential } from "./credential.js";
import type { Credential } from "./credential.js";

/** What a handler is told beside its input. */
export interface HandlerContext {
  /** The operation's name in the model. */
  readonly operation: string;
  /** The value of `x-amzn-RequestId` in the answer. */
  readonly requestId: string;
  /** The request as it came, but for a label of the path that came in the host: it is in the path. */
  readonly request: HttpRequestMessage;
  /** The real time of its arrival; a mock's own clock may say otherwise. */
  readonly receivedAt: Date;
  /** Who signed the request and for which region; absent where nobody did. Not verified. */
  readonly credential: Credential | undefined;
  /** The tenant that the request belongs to: the access key, or `default`. */
  readonly tenant: string;
  /** The tenant's clock: what a handler goes by that wants to know the time. */
  readonly clock: Clock;
  /** Notes in the journal what somebody should look at. */
  warn(warning: string): void;
}

/** One request on its way through the server: what is known of it so far. */
export interface Exchange extends HandlerContext {
  /** Empty until the request is routed, and where no operation takes it. */
  readonly operation: string;
  /** Absent until the input is read and valid. */
  readonly input: unknown;
  /** What the handler answered. */
  readonly output: unknown;
  /** What is answered instead of an output. */
  readonly error: ErrorMessage | undefined;
  /** What was done to the request on purpose. */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  /** Milliseconds since the request arrived. */
  readonly elapsedMs: number;
}

/** The part of a tenant that its exchanges know. */
export interface ExchangeScope {
  readonly name: string;
  readonly clock: Clock;
}

/** The working copy: handlers and hooks see it through the interfaces above. */
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
