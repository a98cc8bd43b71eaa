import { shapeName, shapeNamespace } from "@tinsmith/smithy";
import type { Model, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { serviceTrait, titleTrait, trait } from "@tinsmith/smithy/traits";
import { planCors } from "./plan-cors.js";
import { planDiscovery, serviceDiscovery } from "./client/plan-discovery.js";
import { planFeatures } from "./client/plan-features.js";
import { resourcesOfOperations, serviceClosure } from "./closure.js";
import { planDocumentation } from "./documentation.js";
import { planEndpoint, planEndpointRules } from "./endpoints/plan-endpoint.js";
import type { EndpointRulesPlan } from "./endpoints/plan-endpoint.js";
import type { OperationPlan } from "./operation-plan.js";
import { planFurtherAuth, planServiceAuth, planSigning } from "./plan-auth.js";
import type { ServiceAuth } from "./plan-auth.js";
import { defaultsPlanner } from "./plan-defaults.js";
import { planNames } from "./plan-names.js";
import { operationErrors, planOperation } from "./plan-operations.js";
import type { OperationsContext } from "./plan-operations.js";
import { planProtocols } from "./plan-protocols.js";
import { planResources } from "./plan-resources.js";
import { planSchemas } from "./plan-schemas.js";
import { holdsSensitive, operationUses, planShapes } from "./plan-shapes.js";
import type { PlannedShapes } from "./plan-shapes.js";
import { refinementsOf, schemaTraitsOf } from "./protocol-extension.js";
import type { ProtocolExtension } from "./protocol-extension.js";
import type { AwsServicePlan, ClientPlan, ServicePlan } from "./service-plan.js";
import { planServiceSchema } from "./service-schema.js";
import { planWire } from "./wire-plan.js";

/** Options of `planService` and `planClient`. */
export interface PlanOptions {
  /** Protocols that do not ship with Tinsmith. */
  readonly protocols?: readonly ProtocolExtension[];
  /**
   * False to omit the endpoint tests. Planning them requires an evaluation of the endpoint rules,
   * which finds outdated tests.
   */
  readonly endpointTests?: boolean;
}

/**
 * Plans a service of a valid model.
 *
 * @throws RangeError if the model has no service with this id, or refers to a missing shape.
 */
export function planService(
  model: Model,
  serviceId: ShapeId,
  options: PlanOptions = {},
): ServicePlan {
  const service = model.expectShape(serviceId, "service");
  const { plan, planned } = planParts(model, service, options);
  const shapes = planned.all();
  return {
    cors: planCors(service.traits),
    resources: planResources(model, service, plan.operations),
    resourceOfOperation: resourcesOfOperations(model, service),
    shapes,
    shapesById: new Map(shapes.map((shape) => [shape.id, shape])),
    sensitive: shapes.some(holdsSensitive),
    ...plan,
  };
}

/**
 * Plans the part that clients of a service need to send calls. It takes two thirds of the time of
 * the whole plan.
 *
 * @throws RangeError if the model has no service with this id, or refers to a missing shape.
 */
export function planClient(
  model: Model,
  serviceId: ShapeId,
  options: PlanOptions = {},
): ClientPlan {
  return planParts(model, model.expectShape(serviceId, "service"), options).plan;
}

function planParts(
  model: Model,
  service: ServiceShape,
  { protocols: extensions = [], endpointTests = true }: PlanOptions,
): { readonly plan: ClientPlan; readonly planned: PlannedShapes } {
  const closure = serviceClosure(model, service);
  const names = planNames(service, closure);
  const furtherTraits = schemaTraitsOf(extensions, service.traits);
  const refinements = refinementsOf(extensions, service.traits);
  const schemas = planSchemas(model, closure, names, furtherTraits, refinements);
  const uses = operationUses(
    closure.operations.map((operation) => ({
      name: names.nameOf(operation.id),
      input: operation.input,
      output: operation.output,
      errors: operationErrors(service, operation, names),
    })),
  );
  const schemaNames = new Map(schemas.map((schema) => [schema.shape, schema.schemaName]));
  const shapesById = planShapes(model, closure, names, uses, schemaNames, refinements);
  const aws = planAws(service);
  const auth = planServiceAuth(model, service, aws);
  const endpoint = planEndpointRules(service, endpointTests);
  const discovery = serviceDiscovery(service, closure.operations);
  const planDefaults = defaultsPlanner(model, closure.shapes);
  const operations = closure.operations.map((operation) =>
    planOperation(
      { model, service, names, shapesById, planDefaults, auth, endpoint, discovery },
      operation,
    ),
  );
  const isAws = usesAws(aws, auth, operations, endpoint);
  const labels = operations.flatMap(({ labelInEndpoint }) => labelInEndpoint ?? []);
  const plan = {
    id: service.id,
    namespace: shapeNamespace(service.id),
    name: shapeName(service.id),
    version: service.version,
    title: trait(service, titleTrait) ?? aws?.sdkId ?? shapeName(service.id),
    serviceId: aws?.sdkId ?? shapeName(service.id),
    names: names.service,
    aws,
    isAws,
    wire: planWire(model, closure),
    schema: planServiceSchema(service, furtherTraits),
    endpoint: planEndpoint(endpoint, new Set(labels)),
    operations,
    errors: shapesById.errors(),
    schemas,
    ...planPipeline({
      model,
      service,
      extensions,
      auth,
      endpoint,
      aws,
      isAws,
      operations,
      shapesById,
      discovery,
    }),
    ...planDocumentation(service.traits),
  };
  return { plan, planned: shapesById };
}

interface PipelineContext extends Omit<OperationsContext, "names" | "planDefaults"> {
  readonly extensions: readonly ProtocolExtension[];
  readonly aws: AwsServicePlan | undefined;
  readonly isAws: boolean;
  readonly operations: readonly OperationPlan[];
}

/** Plans the parts that depend on all operations together: protocols, authentication, features. */
function planPipeline({
  model,
  service,
  extensions,
  auth,
  endpoint,
  aws,
  isAws,
  operations,
  shapesById,
  discovery,
}: PipelineContext): Pick<
  ServicePlan,
  "protocols" | "authSchemes" | "furtherAuthSchemes" | "signing" | "features"
> {
  const { ruleSet, bdd } = endpoint.source;
  const protocols = planProtocols(model, service.traits, extensions);
  const authSchemes = auth.schemes;
  const furtherAuthSchemes = planFurtherAuth(auth, operations, bdd ?? ruleSet);
  return {
    protocols,
    authSchemes,
    furtherAuthSchemes,
    signing: planSigning(authSchemes, operations, [ruleSet, bdd]),
    features: planFeatures({
      aws,
      isAws,
      operations,
      protocols,
      authSchemes,
      furtherAuthSchemes,
      parameters: endpoint.parameters,
      discovery: planDiscovery(discovery, operations, shapesById),
    }),
  };
}

/** Reports whether clients need settings of AWS. */
function usesAws(
  aws: AwsServicePlan | undefined,
  { schemes }: ServiceAuth,
  operations: readonly OperationPlan[],
  { parameters }: EndpointRulesPlan,
): boolean {
  const all = [schemes, ...operations.map(({ authSchemes }) => authSchemes)].flat();
  return (
    aws !== undefined ||
    all.some(({ kind }) => kind === "sigv4" || kind === "sigv4a") ||
    parameters.some(({ builtIn }) => builtIn?.startsWith("AWS::"))
  );
}

function planAws(service: ServiceShape): AwsServicePlan | undefined {
  const aws = trait(service, serviceTrait);
  if (aws === undefined) return undefined;
  const { arnNamespace = shapeName(service.id).toLowerCase() } = aws;
  return {
    sdkId: aws.sdkId,
    arnNamespace,
    endpointPrefix: aws.endpointPrefix ?? arnNamespace,
    cloudFormationName: aws.cloudFormationName,
    cloudTrailEventSource: aws.cloudTrailEventSource,
    docId: aws.docId,
  };
}
