import type { ServiceError } from "../../service/service-error.js";
import type { Handler } from "../../service/handler.js";
import type { BrokenConnection } from "../../service/broken-connection.js";
import type { Quotas, ServiceFaults } from "./service-fault.js";

/** The faults of one request. */
export interface FaultPlan {
  /** The names of the faults, for the journal. */
  readonly names: readonly string[];
  readonly delayMs: number;
  /** The error that replaces the handler's response. */
  readonly error: ServiceError | undefined;
  /** True if the connection is reset before the handler runs. */
  readonly reset: boolean;
  /** The way in which the connection breaks after the handler has run. */
  readonly broken: BrokenConnection | undefined;
  /** Wrappers of the handler; the first one is the innermost. */
  readonly wrappers: readonly ((next: Handler) => Handler)[];
}

/** The facts about the service that its faults need. */
export interface FaultSettings {
  /** Names of the service's operations. */
  readonly operations: readonly string[];
  readonly quotas?: Quotas | undefined;
  readonly serviceFaults?: ServiceFaults | undefined;
  /** @throws TypeError if an input of the operation can never contain the partial input */
  readonly checkInput?: (operation: string, partial: unknown) => void;
}
