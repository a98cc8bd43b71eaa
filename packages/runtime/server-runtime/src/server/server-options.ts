import type { ControllableClock } from "../mock/controllable-clock.js";
import type { ControlOptions } from "../control/control-options.js";
import type { Exchange } from "../service/exchange.js";
import type { ServerHooks } from "../service/server-hooks.js";
import type { Quotas, ServiceFaults } from "../mock/faults/service-fault.js";
import type { Fallback } from "../service/handler.js";
import type { JournalOptions } from "../mock/journal.js";
import type { ListenOptions } from "../http/node/listen-options.js";
import type { AuthOptions } from "../auth/auth-options.js";
import type { SignatureOptions } from "../sigv4/signature-options.js";
import type { Behavior, BehaviorScope } from "../mock/behavior.js";
import type { Tenant, TenantSetup } from "../mock/tenant.js";
import type { TenantOptions } from "../mock/tenants.js";
import type { Constraints } from "@tinsmith/validation";

export interface ServerOptions<Handlers extends object> extends ListenOptions {
  /**
   * Handlers by operation name, for all tenants. They take precedence over handlers of the
   * behavior.
   */
  readonly handlers?: Handlers;
  /** Creates the handlers of a tenant over its state. */
  readonly behavior?: (scope: BehaviorScope) => Behavior<Handlers>;
  /** Creates tenants of a subclass that the service defines. Default: `Tenant`. */
  readonly createTenant?: (setup: TenantSetup<Handlers>) => Tenant<Handlers>;
  /** Responds to operations without a handler. */
  readonly fallback?: Fallback;
  /** The constraints for inputs. Default: those of the model. */
  readonly constraints?: Constraints;
  readonly hooks?: ServerHooks;
  /**
   * Passes `@streaming` blobs of inputs to handlers as they arrive, as Node's `Readable`: for all
   * operations, or for the named ones. Reading fails when the limit for bodies is exceeded. The
   * blob is then unknown to the journal, to overrides and to expectations. Checksums that follow
   * the blob are not members of the input. Handlers need not read the blob to its end. Default:
   * blobs are read first. They are also read first if signatures are verified.
   */
  readonly streamBodies?: boolean | readonly string[];
  /**
   * Refuses requests with a wrong signature. Default: signatures are not verified, and a credential
   * for another service is a warning in the journal.
   */
  readonly verifySignatures?: boolean | SignatureOptions;
  /**
   * Refuses requests without credentials of a scheme that their operation accepts. The response has
   * the status 401 and a message that states what is missing. Only the form of credentials is
   * verified; see `accepts` and `verifySignatures`. Default: credentials are not required.
   */
  readonly auth?: boolean | AuthOptions;
  /**
   * The origins of web pages that may call operations: `"*"` or true for any, false for none.
   * Default: the origins in the model's `@cors`. The control API refuses pages of other origins.
   */
  readonly cors?: boolean | string | readonly string[];
  /** The clock of the default tenant. The clocks of other tenants follow it until they are set. */
  readonly clock?: ControllableClock;
  /** Sends the tenant's time in the `Date` header. Default: the real time. */
  readonly clockInDateHeader?: boolean;
  /** The limits of the journal, for each tenant. */
  readonly journal?: JournalOptions;
  readonly tenants?: TenantOptions;
  /** The quotas of the real service, for faults that throttle. */
  readonly quotas?: Quotas;
  /** Faults that only this service can have, by name. */
  readonly serviceFaults?: ServiceFaults;
  /** Settings of the control API below `/_mock`; `false` turns it off. */
  readonly control?: ControlOptions | false;
  /**
   * Called for an error of a handler that is not an error of the service. The client receives
   * InternalFailure without details. Default: `console.error`.
   */
  readonly onUnexpectedError?: (error: unknown, exchange: Exchange) => void;
}
