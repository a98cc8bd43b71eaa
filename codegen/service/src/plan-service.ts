import type { Model, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { serviceClosure } from "./closure.js";
import { planDocumentation } from "./documentation.js";
import { planProtocols, planServiceAuth } from "./plan-auth.js";
import { planNames } from "./plan-names.js";
import { operationErrors, planOperation } from "./plan-operations.js";
import { planResources } from "./plan-resources.js";
import { planSchemas } from "./plan-schemas.js";
import { errorsOf, holdsSensitive, operationUses, planShapes } from "./plan-shapes.js";
import type { AwsServicePlan, EndpointPlan, ServicePlan } from "./service-plan.js";
import {
  entriesOf,
  objectTrait,
  propertyOf,
  shapeName,
  shapeNamespace,
  stringOf,
  stringTrait,
} from "./trait-values.js";

/**
 * Plans a service of a valid model.
 *
 * @throws RangeError where the model has no service with this id, or refers to a shape it lacks.
 */
export function planService(model: Model, serviceId: ShapeId): ServicePlan {
  const service = model.expectShape(serviceId, "service");
  const closure = serviceClosure(model, service);
  const names = planNames(service, closure);
  const authSchemes = planServiceAuth(model, service.traits);
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
  const operations = closure.operations.map((operation) =>
    planOperation(model, service, authSchemes, operation, names, shapesById),
  );
  return {
    ...planDocumentation(service.traits),
    id: service.id,
    namespace: shapeNamespace(service.id),
    name: shapeName(service.id),
    version: service.version,
    title: stringTrait(service.traits, "smithy.api#title") ?? aws?.sdkId ?? shapeName(service.id),
    names: names.service,
    aws,
    protocols: planProtocols(model, service.traits),
    authSchemes,
    endpoint: planEndpoint(service),
    xmlNamespace: planXmlNamespace(service),
    cors: service.traits.get("smithy.api#cors"),
    operations,
    resources: planResources(model, service, operations),
    shapes,
    shapesById,
    sensitive: shapes.some(holdsSensitive),
    errors: errorsOf(shapes),
    schemas,
    traits: service.traits,
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
  };
}

function planEndpoint(service: ServiceShape): EndpointPlan {
  const { traits } = service;
  return {
    ruleSet: traits.get("smithy.rules#endpointRuleSet"),
    bdd: traits.get("smithy.rules#endpointBdd"),
    tests: traits.get("smithy.rules#endpointTests"),
    clientContextParams: entriesOf(traits.get("smithy.rules#clientContextParams")).map(
      ([name, param]) => ({
        name,
        type: stringOf(propertyOf(param, "type")) ?? "string",
        documentation: stringOf(propertyOf(param, "documentation")),
      }),
    ),
  };
}

function planXmlNamespace(service: ServiceShape): readonly [string, string] | undefined {
  const trait = objectTrait(service.traits, "smithy.api#xmlNamespace");
  const uri = stringOf(trait?.["uri"]);
  return uri === undefined ? undefined : [stringOf(trait?.["prefix"]) ?? "", uri];
}
