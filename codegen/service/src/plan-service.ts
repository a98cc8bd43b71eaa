import type { Model, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { planDiscovery, serviceDiscovery } from "./client/plan-discovery.js";
import { planFeatures } from "./client/plan-features.js";
import { serviceClosure } from "./closure.js";
import { planDocumentation } from "./documentation.js";
import { planEndpoint, planEndpointRules } from "./endpoints/plan-endpoint.js";
import type { OperationPlan } from "./operation-plan.js";
import { planFurtherAuth, planProtocols, planServiceAuth, planSigning } from "./plan-auth.js";
import { planNames } from "./plan-names.js";
import { operationErrors, planOperation } from "./plan-operations.js";
import type { OperationsContext } from "./plan-operations.js";
import { planResources } from "./plan-resources.js";
import { planSchemas } from "./plan-schemas.js";
import { errorsOf, holdsSensitive, operationUses, planShapes } from "./plan-shapes.js";
import type { AwsServicePlan, ServicePlan } from "./service-plan.js";
import { planServiceSchema } from "./service-schema.js";
import { objectTrait, shapeName, shapeNamespace, stringOf, stringTrait } from "./trait-values.js";

export interface PlanOptions {
  /** False where nobody reads the endpoint tests, which are evaluated to leave out outdated ones. */
  readonly endpointTests?: boolean;
}

/**
 * Plans a service of a valid model.
 *
 * @throws RangeError where the model has no service with this id, or refers to a shape it lacks.
 */
export function planService(
  model: Model,
  serviceId: ShapeId,
  { endpointTests = true }: PlanOptions = {},
): ServicePlan {
  const service = model.expectShape(serviceId, "service");
  const closure = serviceClosure(model, service);
  const names = planNames(service, closure);
  const schemas = planSchemas(model, closure, names);
  const uses = operationUses(
    closure.operations.map((operation) => ({
      name: names.nameOf(operation.id),
      input: operation.input,
      output: operation.output,
      errors: operationErrors(service, operation, names),
    })),
  );
  const schemaNames = new Map(schemas.map((schema) => [schema.shape, schema.schemaName]));
  const shapes = planShapes(model, closure, names, uses, schemaNames);
  const shapesById = new Map(shapes.map((shape) => [shape.id, shape]));
  const aws = planAws(service);
  const auth = planServiceAuth(model, service, aws);
  const endpoint = planEndpointRules(service, endpointTests);
  const discovery = serviceDiscovery(service, closure.operations);
  const operations = closure.operations.map((operation) =>
    planOperation({ model, service, names, shapesById, auth, endpoint, discovery }, operation),
  );
  const labels = operations.flatMap(({ labelInEndpoint }) => labelInEndpoint ?? []);
  return {
    ...planDocumentation(service.traits),
    id: service.id,
    namespace: shapeNamespace(service.id),
    name: shapeName(service.id),
    version: service.version,
    title: stringTrait(service.traits, "smithy.api#title") ?? aws?.sdkId ?? shapeName(service.id),
    serviceId: aws?.sdkId ?? shapeName(service.id),
    names: names.service,
    aws,
    schema: planServiceSchema(service),
    endpoint: planEndpoint(endpoint, new Set(labels)),
    operations,
    ...planClient({ model, service, auth, endpoint, aws, operations, shapesById, discovery }),
    resources: planResources(model, service, operations),
    shapes,
    shapesById,
    sensitive: shapes.some(holdsSensitive),
    errors: errorsOf(shapes),
    schemas,
  };
}

interface ClientContext extends Omit<OperationsContext, "names"> {
  readonly aws: AwsServicePlan | undefined;
  readonly operations: readonly OperationPlan[];
}

/** What follows from all operations together: protocols, authentication, features. */
function planClient({
  model,
  service,
  auth,
  endpoint,
  aws,
  operations,
  shapesById,
  discovery,
}: ClientContext): Pick<
  ServicePlan,
  "protocols" | "authSchemes" | "furtherAuthSchemes" | "signing" | "features"
> {
  const { ruleSet, bdd } = endpoint.source;
  const protocols = planProtocols(model, service.traits);
  const authSchemes = auth.schemes;
  const furtherAuthSchemes = planFurtherAuth(auth, operations, bdd ?? ruleSet);
  return {
    protocols,
    authSchemes,
    furtherAuthSchemes,
    signing: planSigning(authSchemes, operations, [ruleSet, bdd]),
    features: planFeatures({
      aws,
      operations,
      protocols,
      authSchemes,
      furtherAuthSchemes,
      parameters: endpoint.parameters,
      discovery: planDiscovery(discovery, operations, shapesById),
    }),
  };
}

function planAws(service: ServiceShape): AwsServicePlan | undefined {
  const trait = objectTrait(service.traits, "aws.api#service");
  const sdkId = stringOf(trait?.["sdkId"]);
  if (trait === undefined || sdkId === undefined) return undefined;
  const arnNamespace = stringOf(trait["arnNamespace"]) ?? shapeName(service.id).toLowerCase();
  return {
    sdkId,
    arnNamespace,
    endpointPrefix: stringOf(trait["endpointPrefix"]) ?? arnNamespace,
    cloudFormationName: stringOf(trait["cloudFormationName"]),
    cloudTrailEventSource: stringOf(trait["cloudTrailEventSource"]),
    docId: stringOf(trait["docId"]),
  };
}
