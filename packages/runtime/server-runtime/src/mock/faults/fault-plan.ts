import type { ServiceError } from "../../service/service-error.js";
import type { Handler } from "../../service/handler.js";
import type { BrokenConnection } from "../../service/broken-connection.js";
import type { Quotas, ServiceFaults } from "./service-fault.js";

/** What is done to one request. */
export interface FaultPlan {
  /** In words, for the journal. */
  readonly names: readonly string[];
  readonly delayMs: number;
  /** In place of the handler's answer. */
  readonly error: ServiceError | undefined;
  /** Before the handler. */
  readonly reset: boolean;
  /** After the handler. */
  readonly broken: BrokenConnection | undefined;
  /** Around the handler; the first one is the innermost. */
  readonly wrappers: readonly ((next: Handler) => Handler)[];
}

/** What the faults of a service know of it. */
export interface FaultSettings {
  /** Names of the service's operations. */
  readonly operations: readonly string[];
  readonly quotas?: Quotas | undefined;
  readonly serviceFaults?: ServiceFaults | undefined;
}
