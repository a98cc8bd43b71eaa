export type { AuthSchemePlan } from "./auth-scheme-plan.js";
export type {
  BatchList,
  BatchMatching,
  BatchNames,
  BatchOutcomePlan,
  BatchPlan,
} from "./batch-plan.js";
export { kebabCase } from "./casing.js";
export { unitId } from "./closure.js";
export type { Bounds, Constraints } from "./constraints.js";
export type { Deprecation, Documented } from "./documented.js";
export { endpointProperties } from "./endpoint-properties.js";
export { hostsBehindLabel, isLabelInEndpoint } from "./label-in-endpoint.js";
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
export { planService } from "./plan-service.js";
export type { LifecyclePlan, ResourcePlan } from "./resource-plan.js";
export type { SchemaMember, SchemaPlan, SchemaRef, SchemaTraits } from "./schema-plan.js";
export type {
  AwsServicePlan,
  ClientContextParamPlan,
  EndpointPlan,
  ProtocolPlan,
  ServiceNames,
  ServicePlan,
} from "./service-plan.js";
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
  UnionPlan,
} from "./shape-plan.js";
export {
  arrayOf,
  compareText,
  entriesOf,
  isNodeArray,
  isNodeObject,
  numberOf,
  propertyOf,
  stringOf,
  stringTrait,
  stringsOf,
} from "./trait-values.js";
export type { NodeObject } from "./trait-values.js";
export type { NamedKind, NumberType, PayloadSide, ValueType } from "./value-type.js";
export type {
  AcceptorPlan,
  MatcherPlan,
  PathComparator,
  WaiterNames,
  WaiterPlan,
} from "./waiter-plan.js";
