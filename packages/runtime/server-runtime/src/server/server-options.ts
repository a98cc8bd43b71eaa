import type { ControllableClock } from "../mock/controllable-clock.js";
import type { ControlOptions } from "../control/control-options.js";
import type { Exchange } from "../service/exchange.js";
import type { ServerHooks } from "../service/server-hooks.js";
import type { Quotas, ServiceFaults } from "../mock/faults/service-fault.js";
import type { Fallback } from "../service/handler.js";
import type { JournalOptions } from "../mock/journal.js";
import type { ListenOptions } from "../http/node/listen-options.js";
import type { SignatureOptions } from "../sigv4/signature-options.js";
import type { Behavior, BehaviorScope } from "../mock/behavior.js";
import type { Tenant, TenantSetup } from "../mock/tenant.js";
import type { TenantOptions } from "../mock/tenants.js";
import type { Constraints } from "@tinsmith/validation";

export interface ServerOptions<Handlers extends object> extends ListenOptions {
  /** By operation name, for all tenants. They go before the behavior's. */
  readonly handlers?: Handlers;
  /** Makes what answers a tenant's operations, over a state of its own. */
  readonly behavior?: (scope: BehaviorScope) => Behavior<Handlers>;
  /** Makes tenants of a class of the service's own. Default: `Tenant` itself. */
  readonly createTenant?: (setup: TenantSetup<Handlers>) => Tenant<Handlers>;
  /** Answers operations that nobody handles. */
  readonly fallback?: Fallback;
  /** What inputs are held against, in place of the model's constraints. */
  readonly constraints?: Constraints;
  readonly hooks?: ServerHooks;
  /**
   * Hands `@streaming` blobs of inputs to handlers as they come, as Node's `Readable`s: of all operations, or of
   * those that are named. The limit of bodies holds: reading fails where it is passed. The journal, overrides and
   * expectations then know nothing of the blob, checksums behind it are no members of the input, and nobody
   * has to read it to its end. Default: blobs are read first. They are, too, where signatures are verified.
   */
  readonly streamBodies?: boolean | readonly string[];
  /**
   * Refuses requests whose signature is not right. Default: signatures are not verified; a credential
   * for another service is a warning in the journal.
   */
  readonly verifySignatures?: boolean | SignatureOptions;
  /** The time of the default tenant; the clocks of others follow it until they are told otherwise. */
  readonly clock?: ControllableClock;
  /** Whether the `Date` header tells the tenant's time. Default: the real one. */
  readonly clockInDateHeader?: boolean;
  /** How much is kept of the last requests, for each tenant. */
  readonly journal?: JournalOptions;
  readonly tenants?: TenantOptions;
  /** What the service's real quotas are, for faults that throttle at them. */
  readonly quotas?: Quotas;
  /** Faults that only this service can have, by name. */
  readonly serviceFaults?: ServiceFaults;
  /** Control over HTTP, below `/_mock`; `false` turns it off. */
  readonly control?: ControlOptions | false;
  /**
   * Told of what a handler threw that is no error of the service. The client gets an InternalFailure
   * without details. Default: `console.error`.
   */
  readonly onUnexpectedError?: (error: unknown, exchange: Exchange) => void;
}
