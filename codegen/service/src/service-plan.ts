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
import type { WirePart } from "./wire-plan.js";

/**
 * A protocol of the service: a trait with `@protocolDefinition`. Listed in the order in which a
 * client prefers them.
 */
export interface ProtocolPlan {
  readonly id: ShapeId;
  /** Absent for a protocol that does not ship with Tinsmith. */
  readonly name: ProtocolName | undefined;
  /**
   * A supported protocol that does not ship with Tinsmith. A protocol without `name` and
   * `extension` is not supported.
   */
  readonly extension: ProtocolExtension | undefined;
  /** The value of the protocol's trait. */
  readonly settings: NodeValue;
  /** True if `@http` and related traits bind members to parts of the message. */
  readonly hasHttpBindings: boolean;
}

/**
 * The names of a service in generated packages. All are unique, and none equals the name of a
 * shape.
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
  /** The second parameter of paginators: `DynamoDBPaginationConfiguration`. */
  readonly paginationConfig: string;
  /** The class that every error of the service extends. */
  readonly exception: string;
}

/** The `aws.api#service` trait and related traits. */
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
 * Every decision about a service that emitters share: names, files, order, protocols, required
 * members, recursion, errors. Plain data derived from a {@link Model}: no text of a target language
 * except names, and nothing that depends on which targets are generated.
 *
 * Lists are sorted by name unless documented otherwise; members keep the order of the model.
 */
export interface ServicePlan extends ClientPlan {
  /** The access of web pages of other origins, from `@cors`. */
  readonly cors: CorsPlan | undefined;
  /** Resources that its operations can create. */
  readonly resources: readonly ResourcePlan[];
  /** The name of the resource that an operation is bound to, by the id of the operation. */
  readonly resourceOfOperation: Readonly<Record<ShapeId, string>>;
  /** All data shapes of the service's closure, sorted by TypeScript name. */
  readonly shapes: readonly ShapePlan[];
  readonly shapesById: ReadonlyMap<ShapeId, ShapePlan>;
  /** True if any shape or member of the closure is `@sensitive`. */
  readonly sensitive: boolean;
}

/** The access of web pages of other origins to a service. */
export interface CorsPlan {
  /** The allowed origins, of all stages; `*` stands for any. */
  readonly origins: readonly string[];
  /**
   * The number of seconds for which a browser may cache the response to a preflight request; -1
   * disables caching.
   */
  readonly maxAge: number | undefined;
  /** Request headers besides those of the model, the protocol and authentication. */
  readonly allowedHeaders: readonly string[];
  /** Response headers besides those of the model, the protocol and authentication. */
  readonly exposedHeaders: readonly string[];
}

/**
 * The part of a service's plan that its clients need to send calls: everything except the data
 * shapes, which make up most of a plan.
 */
export interface ClientPlan extends Documented {
  readonly id: ShapeId;
  readonly namespace: string;
  /** The name of the service shape, for example `AWSMPMeteringService`. */
  readonly name: string;
  readonly version: string;
  /** `@title`, or else the SDK id, or else the name of the service shape. */
  readonly title: string;
  /**
   * The SDK id, or else the name of the service shape, by which clients name the service in the
   * user agent.
   */
  readonly serviceId: string;
  readonly names: ServiceNames;
  readonly aws: AwsServicePlan | undefined;
  /**
   * True if clients have a region and the settings of AWS: the service has `aws.api#service`, AWS
   * signatures, or endpoint rules that read a setting of AWS.
   */
  readonly isAws: boolean;
  readonly protocols: readonly ProtocolPlan[];
  /** The kinds of content in the messages of the service, in a fixed order. */
  readonly wire: readonly WirePart[];
  /** The properties of the service that protocols need. */
  readonly schema: ServiceSchemaPlan;
  /** The service's authentication schemes in order of preference. */
  readonly authSchemes: readonly AuthSchemePlan[];
  /** Additional schemes that a client needs: those of single operations and of endpoint rules. */
  readonly furtherAuthSchemes: readonly AuthSchemePlan[];
  /** The verification of AWS signatures in a server; absent if the service does not use them. */
  readonly signing: SigningPlan | undefined;
  readonly endpoint: EndpointPlan;
  /** The optional features of clients, in the order of their pipeline. */
  readonly features: readonly FeaturePlan[];
  readonly operations: readonly OperationPlan[];
  /** Errors of any operation or of the service itself. */
  readonly errors: readonly StructurePlan[];
  /** Schema constants, ordered so that only recursion requires thunks. */
  readonly schemas: readonly SchemaPlan[];
}
