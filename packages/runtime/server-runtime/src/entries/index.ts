/**
 * The public entry of servers, their options, and the types that handlers and tests use.
 *
 * @packageDocumentation
 * @public
 */
export { createServer, Server } from "../server/server.js";
export type { ServerOptions } from "../server/server-options.js";
export type { Route, ServiceDescription } from "../service/operations.js";
export type { Fallback, Handler, InputOf, OutputOf } from "../service/handler.js";
export type { Clock } from "../service/clock.js";
export type { Exchange, HandlerContext } from "../service/exchange.js";
export type { ReplacementResponse, ServerHooks } from "../service/server-hooks.js";
export type { ServedResponse, BrokenConnection } from "../service/broken-connection.js";
export { ConnectionBroken } from "../service/broken-connection.js";
export type { Credential } from "../service/credential.js";
export { ServiceError } from "../service/service-error.js";
export type { ServiceErrorData, ServiceErrorDetails } from "../service/service-error.js";
export type { ListenOptions, TlsOptions } from "../http/node/listen-options.js";
export { ListenError } from "../http/node/listen-error.js";
export type { AuthDescription, AuthScheme } from "../service/auth-description.js";
export type { AuthOptions, PresentedCredentials } from "../auth/auth-options.js";
export type { CorsDescription } from "../service/cors-description.js";
export type { SigningScope } from "../service/signing-scope.js";
export type { SignatureOptions } from "../sigv4/signature-options.js";
export type { ControlOptions } from "../control/control-options.js";
export type { Behavior, BehaviorScope } from "../mock/behavior.js";
export type { Boundary } from "../mock/boundary.js";
export { createClock } from "../mock/controllable-clock.js";
export type { ControllableClock, Duration } from "../mock/controllable-clock.js";
export { parseInstant } from "../mock/instant.js";
export { coverageText } from "../mock/coverage-text.js";
export type {
  Coverage,
  CoverageReport,
  EnumCoverage,
  OperationCoverage,
  Share,
} from "../mock/coverage.js";
export type { ActiveFault, Fault, FaultConditions, FaultRule } from "../mock/faults/fault-rule.js";
export type { Faults } from "../mock/faults/faults.js";
export { defineServiceFault } from "../mock/faults/service-fault.js";
export type {
  Quotas,
  ServiceFault,
  ServiceFaultContext,
  ServiceFaults,
} from "../mock/faults/service-fault.js";
export type { Journal, JournalCall, JournalFilter, JournalOptions } from "../mock/journal.js";
export type { JournalEntry } from "../mock/journal-entry.js";
export type { DeepPartial } from "../mock/matching/deep-partial.js";
export type { Override, OverrideDescription } from "../mock/override.js";
export type { Overrides } from "../mock/overrides.js";
export { Tenant } from "../mock/tenant.js";
export type { TenantSetup } from "../mock/tenant.js";
export { defaultTenant } from "../mock/tenants.js";
export type { TenantOptions } from "../mock/tenants.js";
export { VerificationError } from "../mock/verify.js";
export type { Expectation, Verification } from "../mock/verify.js";
export type { Random } from "../sample/random.js";
export type { Bounds, Constraints, MemberConstraints } from "@tinsmith/validation";
