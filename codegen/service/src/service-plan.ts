import type { NodeValue, ShapeId, Traits } from "@tinsmith/smithy";
import type { AuthSchemePlan } from "./auth-scheme-plan.js";
import type { Documented } from "./documented.js";
import type { OperationPlan } from "./operation-plan.js";
import type { ResourcePlan } from "./resource-plan.js";
import type { SchemaPlan } from "./schema-plan.js";
import type { ShapePlan, StructurePlan } from "./shape-plan.js";

/** A trait that is itself marked with `@protocolDefinition`, in the order in which a client prefers them. */
export interface ProtocolPlan {
  readonly id: ShapeId;
  readonly settings: NodeValue;
}

/** The endpoint traits of the `smithy.rules` namespace as plain node values. */
export interface EndpointPlan {
  readonly ruleSet: NodeValue | undefined;
  /** The binary decision diagram form of the rules, where the model carries one. */
  readonly bdd: NodeValue | undefined;
  readonly tests: NodeValue | undefined;
  readonly clientContextParams: readonly ClientContextParamPlan[];
}

export interface ClientContextParamPlan {
  readonly name: string;
  readonly type: string;
  readonly documentation: string | undefined;
}

/**
 * The names which generated packages give to the things of a service. All are distinct, and none
 * equals the name of a shape.
 */
export interface ServiceNames {
  /** `MarketplaceMetering`: the SDK id without spaces, or else the name of the service shape. */
  readonly base: string;
  /** `marketplace-metering` */
  readonly file: string;
  readonly aggregatedClient: string;
  readonly client: string;
  readonly clientConfig: string;
  readonly clientResolvedConfig: string;
  /** What paginators take beside the input: `DynamoDBPaginationConfiguration`. */
  readonly paginationConfig: string;
  /** The class that every error of the service extends. */
  readonly exception: string;
}

/** What the `aws.api#service` trait and its neighbours say. */
export interface AwsServicePlan {
  readonly sdkId: string;
  readonly endpointPrefix: string;
  readonly arnNamespace: string;
  readonly cloudFormationName: string | undefined;
  readonly cloudTrailEventSource: string | undefined;
}

/**
 * Everything an emitter would otherwise decide about a service: names, files, order, protocols,
 * required-ness, recursion, errors. Pure data made from a {@link Model}: no text of a target
 * language beyond names, and nothing that depends on which targets are generated.
 *
 * Lists are sorted by name unless said otherwise; members keep the order of the model.
 */
export interface ServicePlan extends Documented {
  readonly id: ShapeId;
  readonly namespace: string;
  /** The service shape's own name, for example `AWSMPMeteringService`. */
  readonly name: string;
  readonly version: string;
  /** `@title`, or else the SDK id, or else the service shape's name. */
  readonly title: string;
  readonly names: ServiceNames;
  readonly aws: AwsServicePlan | undefined;
  readonly protocols: readonly ProtocolPlan[];
  readonly authSchemes: readonly AuthSchemePlan[];
  readonly endpoint: EndpointPlan;
  /** `@xmlNamespace` of the service as `[prefix, uri]`. */
  readonly xmlNamespace: readonly [prefix: string, uri: string] | undefined;
  readonly cors: NodeValue | undefined;
  readonly operations: readonly OperationPlan[];
  /** Resources that its operations can make. */
  readonly resources: readonly ResourcePlan[];
  /** Every shape of the service's closure that data can have, sorted by TypeScript name. */
  readonly shapes: readonly ShapePlan[];
  readonly shapesById: ReadonlyMap<ShapeId, ShapePlan>;
  /** Whether any shape or member of the closure is `@sensitive`. */
  readonly sensitive: boolean;
  /** Errors of any operation or of the service itself. */
  readonly errors: readonly StructurePlan[];
  /** Schema constants in an order in which each needs a thunk only where recursion asks for one. */
  readonly schemas: readonly SchemaPlan[];
  readonly traits: Traits;
}
