export type { AuthSchemePlan, SigningPlan } from "./auth-scheme-plan.js";
export type {
  BatchList,
  BatchMatching,
  BatchNames,
  BatchOutcomePlan,
  BatchPlan,
} from "./batch-plan.js";
export { kebabCase } from "./casing.js";
export { errorIdsOfCall, errorsOfCall } from "./client/client-errors.js";
export type {
  EndpointDiscoveryFeature,
  FeaturePlan,
  PlainFeature,
  ServiceFeature,
} from "./client/feature-plan.js";
export type { ChecksumPlan, DiscoveredOperationPlan } from "./client/operation-features.js";
export { textShapes } from "./client/text-shapes.js";
export type { TextShapes } from "./client/text-shapes.js";
export { unboundOperations, unitId } from "./closure.js";
export { planConsole } from "./console-plan.js";
export type { ConsoleOperation, ConsolePlan, ConsoleProtocol } from "./console-plan.js";
export { farTimestamps } from "./far-timestamps.js";
export type { FarTimestamp } from "./far-timestamps.js";
export type { Bounds, Constraints } from "./constraints.js";
export type { Deprecation, Documented } from "./documented.js";
export { builtInOptions, optionName } from "./endpoints/built-in-options.js";
export type { ContextPath } from "./endpoints/context-path.js";
export { branchesOf } from "./endpoints/decision-diagram.js";
export type { DecisionDiagram, DiagramEdge, DiagramNode } from "./endpoints/decision-diagram.js";
export type {
  EndpointCall,
  EndpointCase,
  EndpointExpectation,
} from "./endpoints/endpoint-cases.js";
export type {
  ClientContextParamPlan,
  EndpointOption,
  EndpointParameterPlan,
  EndpointPlan,
  OperationEndpointParameter,
} from "./endpoints/endpoint-plan.js";
export type { EndpointRules } from "./endpoints/endpoint-rules.js";
export type {
  ParameterType,
  Rule,
  RuleCondition,
  RuleEndpoint,
  RuleExpression,
  RuleOutcome,
  RuleParameter,
  RuleProperties,
  RuleProperty,
  RuleSet,
} from "./endpoints/rule-set.js";
export { settledStates } from "./settled-states.js";
export type { SettledState } from "./settled-states.js";
export { protocolIds, protocolName, protocolNames } from "./known-protocols.js";
export type { ProtocolName } from "./known-protocols.js";
export { NameScope, safeTypeName } from "./names.js";
export { hasEventStreams } from "./operation-plan.js";
export type {
  EventStreamPlan,
  ExamplePlan,
  HttpOperationPlan,
  OperationData,
  OperationNames,
  OperationPlan,
  PaginationPlan,
} from "./operation-plan.js";
export { planClient, planService } from "./plan-service.js";
export type { PlanOptions } from "./plan-service.js";
export type {
  FactoryReference,
  ProtocolExtension,
  ProtocolFactories,
} from "./protocol-extension.js";
export type {
  EventInCase,
  EventStreamTestCase,
  MalformedRequestCase,
  MessageCase,
  ProtocolTestsPlan,
} from "./protocol-tests/protocol-case.js";
export type { LifecyclePlan, ResourcePlan } from "./resource-plan.js";
export type {
  RecordedBody,
  RecordedEvent,
  RecordedHeader,
  RecordedRequest,
  RecordedResponse,
  Recorder,
  Recording,
  RecordingOrder,
  Recordings,
  UnrecordedCall,
} from "./recording.js";
export type { SchemaMember, SchemaPlan, SchemaRef, SchemaTraits } from "./schema-plan.js";
export type {
  AwsServicePlan,
  ClientPlan,
  CorsPlan,
  ProtocolPlan,
  ServiceNames,
  ServicePlan,
} from "./service-plan.js";
export { constrainedMembers, constraintsNode, isConstrained, planServer } from "./server-plan.js";
export type { ServerPlan } from "./server-plan.js";
export type { ServiceSchemaPlan } from "./service-schema.js";
export { dataMembers, membersOf } from "./shape-members.js";
export type {
  EnumPlan,
  EnumValuePlan,
  ErrorPlan,
  HttpBinding,
  IntEnumPlan,
  ListPlan,
  MapPlan,
  MemberPlan,
  Roles,
  ShapePlan,
  ShapePlanOfKind,
  SimplePlan,
  StructurePlan,
  TimestampFormat,
  UnionPlan,
} from "./shape-plan.js";
export type { TraitRefinements } from "./trait-refinements.js";
export type { NamedKind, NumberType, PayloadSide, ValueType } from "./value-type.js";
export type {
  AcceptorPlan,
  MatcherPlan,
  PathComparator,
  WaiterNames,
  WaiterPlan,
} from "./waiter-plan.js";
export type { WirePart } from "./wire-plan.js";
export { hasOnlyScheme } from "./plan-auth.js";
