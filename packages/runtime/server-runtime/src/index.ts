export { createServer, Server } from "./server.js";
export type { Fallback, ServerOptions } from "./server-options.js";
export type { Route, ServiceDescription } from "./operations.js";
export type { Handler, InputOf, OutputOf } from "./handler.js";
export type { Exchange, HandlerContext } from "./exchange.js";
export type { Answered, ServerHooks } from "./server-hooks.js";
export type { Override, OverrideDescription } from "./overrides/override.js";
export type { Overrides } from "./overrides/overrides.js";
export type { DeepPartial } from "./matching/deep-partial.js";
export {
  type Difference,
  describeDifference,
  describeValue,
  differencesOf,
} from "./matching/differences.js";
export { contains } from "./matching/contains.js";
export type { Credential } from "./credential.js";
export type { SignatureOptions, SigningScope } from "./sigv4/signature-options.js";
export {
  ServiceError,
  type ServiceErrorData,
  type ServiceErrorDetails,
} from "./errors/service-error.js";
export type { Behaviour, BehaviourScope } from "./tenants/behaviour.js";
export type { Boundary } from "./tenants/boundary.js";
export { Tenant, type TenantSetup } from "./tenants/tenant.js";
export { defaultTenant, type TenantOptions } from "./tenants/tenants.js";
export { FileError } from "./files/json-file.js";
export type { RecordOptions } from "./replay/recorder.js";
export type { ReplayOptions } from "./replay/replayer.js";
export { type Recording, type RecordingReport, recordingText } from "./replay/recording.js";
export type { DriftFinding } from "./replay/drift.js";
export type { Fixture } from "./replay/fixture.js";
export type { Journal, JournalCall, JournalFilter, JournalOptions } from "./journal/journal.js";
export type { JournalEntry } from "./journal/journal-entry.js";
export type { ActiveFault, Fault, FaultConditions, FaultRule } from "./faults/fault-rule.js";
export type { Faults } from "./faults/faults.js";
export {
  defineServiceFault,
  type Quotas,
  type ServiceFault,
  type ServiceFaultContext,
  type ServiceFaults,
} from "./faults/service-fault.js";
export {
  type Answer,
  type BrokenConnection,
  ConnectionBroken,
} from "./faults/broken-connection.js";
export type { Random } from "./sample/random.js";
export type {
  Coverage,
  CoverageReport,
  EnumCoverage,
  OperationCoverage,
  Share,
} from "./coverage/coverage.js";
export { coverageText } from "./coverage/coverage-text.js";
export { type Expectation, type Verification, VerificationError } from "./verification/verify.js";
export type { ControlOptions } from "./control/control-options.js";
export {
  type ControlCall,
  type ControlledTenant,
  ControlProblem,
  ControlReply,
  type ControlRoute,
  routeWithBody,
} from "./control/control-route.js";
export type { ListenOptions, TlsOptions } from "./node/listen-options.js";
export { ListenError } from "./node/listen-error.js";
export { type Clock, type ControllableClock, createClock, type Duration } from "./clock/clock.js";
export { parseInstant } from "./clock/instant.js";
export type { Bounds, Constraints, MemberConstraints } from "@tinsmith/validation";
export { compileValidator, type Validator } from "./validation/compile-validator.js";
export type { ValidationProblem } from "./validation/messages.js";
