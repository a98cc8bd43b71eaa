import type { NodeValue, ShapeId } from "@tinsmith/smithy";
import type { AuthSchemePlan, SigningPlan } from "./auth-scheme-plan.js";
import type { FeaturePlan } from "./client/feature-plan.js";
import type { Documented } from "./documented.js";
import type { EndpointPlan } from "./endpoints/endpoint-plan.js";
import type { ProtocolName } from "./known-protocols.js";
import type { OperationPlan } from "./operation-plan.js";
import type { ProtocolExtension } from "./protocol-extension.js";
import type { ResourcePlan } from "./resource-plan.js";
import type { SchemaPlan } from "./schema-plan.js";
import type { ServiceSchemaPlan } from "./service-schema.js";
import type { ShapePlan, StructurePlan } from "./shape-plan.js";

/** A trait that is itself marked with `@protocolDefinition`, in the order in which a client prefers them. */
export interface ProtocolPlan {
  readonly id: ShapeId;
  /** Absent for a protocol that does not come with Tinsmith. */
  readonly name: ProtocolName | undefined;
  /** A protocol that does not come with Tinsmith; one without either is spoken by nobody. */
  readonly extension: ProtocolExtension | undefined;
  /** The value of the protocol's trait. */
  readonly settings: NodeValue;
  /** Whether members go where `@http` and its like say. */
  readonly hasHttpBindings: boolean;
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
  /** The name of the service in the documentation of AWS, with the version of the API. */
  readonly docId: string | undefined;
}

/**
 * Everything an emitter would otherwise decide about a service: names, files, order, protocols,
 * required-ness, recursion, errors. Pure data made from a {@link Model}: no text of a target
 * language beyond names, and nothing that depends on which targets are generated.
 *
 * Lists are sorted by name unless said otherwise; members keep the order of the model.
 */
export interface ServicePlan extends ClientPlan {
  /** Resources that its operations can make. */
  readonly resources: readonly ResourcePlan[];
  /** Every shape of the service's closure that data can have, sorted by TypeScript name. */
  readonly shapes: readonly ShapePlan[];
  readonly shapesById: ReadonlyMap<ShapeId, ShapePlan>;
  /** Whether any shape or member of the closure is `@sensitive`. */
  readonly sensitive: boolean;
}

/**
 * The part of a service's plan that its clients need to send calls: all but the shapes of data, which are the bulk of it.
 */
export interface ClientPlan extends Documented {
  readonly id: ShapeId;
  readonly namespace: string;
  /** The service shape's own name, for example `AWSMPMeteringService`. */
  readonly name: string;
  readonly version: string;
  /** `@title`, or else the SDK id, or else the service shape's name. */
  readonly title: string;
  /** The SDK id, or else the name of the service shape: what clients call the service in the user agent. */
  readonly serviceId: string;
  readonly names: ServiceNames;
  readonly aws: AwsServicePlan | undefined;
  readonly protocols: readonly ProtocolPlan[];
  /** What protocols have to know about the service. */
  readonly schema: ServiceSchemaPlan;
  /** The service's authentication schemes, best first. */
  readonly authSchemes: readonly AuthSchemePlan[];
  /** Schemes that a client needs besides: those of single operations and of endpoint rules. */
  readonly furtherAuthSchemes: readonly AuthSchemePlan[];
  /** How a server verifies AWS signatures; absent where the service has none. */
  readonly signing: SigningPlan | undefined;
  readonly endpoint: EndpointPlan;
  /** What clients have beyond what every client has, in the order of their pipeline. */
  readonly features: readonly FeaturePlan[];
  readonly operations: readonly OperationPlan[];
  /** Errors of any operation or of the service itself. */
  readonly errors: readonly StructurePlan[];
  /** Schema constants in an order in which each needs a thunk only where recursion asks for one. */
  readonly schemas: readonly SchemaPlan[];
}
