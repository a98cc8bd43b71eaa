import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model, ResourceShape, ServiceShape } from "../../../model/model.js";
import { shapeName } from "../../../model/shape-id.js";
import {
  arnTrait,
  hasTrait,
  noReplaceTrait,
  tagEnabledTrait,
  taggableTrait,
  trait,
} from "../../../traits/index.js";
import { danger, error, warning } from "../../event.js";
import { at, atTrait } from "../../rule.js";
import type { Rule, ValidationContext } from "../../rule.js";
import {
  configuredOperation,
  hasServiceTagOperations,
  isServiceWide,
  isTagsShape,
  isWellFormed,
  lifecycleTakesTags,
  serviceTagOperation,
  serviceTagOperations,
  tagsName,
  takesProperty,
} from "./tag-operations.js";

const messages = {
  missingOperation: warning(
    "ServiceTagging",
    (args: { name: string }) =>
      `Service marked \`aws.api#TagEnabled\` is missing an operation named '${args.name}.'`,
  ),
  invalidOperation: danger(
    "ServiceTagging",
    (args: { operation: string; name: string }) =>
      `Shape \`${args.operation}\` does not satisfy '${args.name}' operation requirements.`,
  ),
  noTaggable: error(
    "TagEnabledService",
    () =>
      "Service marked `aws.api#tagEnabled` trait must have at least one `aws.api#taggable` resource.",
  ),
  inconsistent: warning(
    "TagEnabledService",
    () =>
      "Service marked `aws.api#tagEnabled` trait does not have consistent tagging operations implemented: {TagResource, UntagResource, and ListTagsForResource}.",
  ),
  ambiguous: warning(
    "TagEnabledService",
    (args: { setting: string; operation: string; name: string }) =>
      `Service has \`apiConfig.${args.setting}\` set to \`${args.operation}\` but also has a service-bound operation named \`${args.name}\`. The default-named operation will be ignored for tagging API discovery. Remove either the \`apiConfig\` override or the \`${args.name}\` operation to avoid ambiguity.`,
  ),
  likelyMissing: warning(
    "TaggableResource",
    () => "Resource is likely missing `aws.api#taggable` trait.",
  ),
  noArn: error(
    "TaggableResource",
    () =>
      "Resource is taggable only via service-wide tag operations. It must use the `aws.api@arn` trait.",
  ),
  incompatible: danger(
    "TaggableResource",
    (args: { service: string }) =>
      `Resource does not have tagging CRUD operations and is not compatible with service-wide tagging operations for service \`${args.service}\`.`,
  ),
  serviceNotEnabled: warning(
    "TaggableResource",
    () =>
      "Service has resources with `aws.api#taggable` applied but does not have the `aws.api#tagEnabled` trait.",
  ),
  updatesTags: danger(
    "TaggableResource",
    () =>
      "Update and put resource lifecycle operations should not support updating tags because it is a privileged operation that modifies access.",
  ),
  propertyName: warning(
    "TagResourcePropertyName",
    () => "Suggested tag property name is '[T|t]ags'.",
  ),
  propertyType: error(
    "TagResourcePropertyType",
    () =>
      "Tag property must be a list shape targeting a member containing a pair of strings, or a Map shape targeting a string member.",
  ),
} as const;

const isTaggable = (resource: ResourceShape): boolean => hasTrait(resource, taggableTrait);

/** A taggable service has tagging operations and resources. */
export const serviceTagging: Rule = {
  name: "ServiceTagging",
  *check(context) {
    const { model, services } = context;
    for (const service of model.shapesOfType("service")) {
      if (!hasTrait(service, tagEnabledTrait)) continue;
      for (const one of serviceTagOperations) {
        const operation = serviceTagOperation(model, service, one);
        if (operation === undefined) {
          yield messages.missingOperation({ name: one.name }, atTrait(service, tagEnabledTrait));
        } else if (!isServiceWide(model, one.setting, operation)) {
          yield messages.invalidOperation({ operation: operation.id, name: one.name }, at(service));
        }
        yield* checkAmbiguity(model, service, one);
      }
      if (!services.resourcesOf(service).some(isTaggable)) {
        yield messages.noTaggable(undefined, at(service));
      }
      const { disableDefaultOperations } = trait(service, tagEnabledTrait) ?? {};
      if (disableDefaultOperations !== true && !hasServiceTagOperations(model, service)) {
        yield messages.inconsistent(undefined, at(service));
      }
    }
  },
};

function* checkAmbiguity(
  model: Model,
  service: ServiceShape,
  { setting, name }: (typeof serviceTagOperations)[number],
): Iterable<Diagnostic> {
  const configured = configuredOperation(
    model,
    trait(service, tagEnabledTrait)?.apiConfig,
    setting,
  );
  if (configured === undefined || shapeName(configured.id) === name) return;
  if (!service.operations.some((id) => shapeName(id) === name)) return;
  yield messages.ambiguous(
    { setting, operation: configured.id, name },
    atTrait(service, tagEnabledTrait),
  );
}

/** A taggable resource has operations that tag it. */
export const taggableResource: Rule = {
  name: "TaggableResource",
  *check(context) {
    for (const service of context.model.shapesOfType("service")) {
      yield* checkService(context, service);
    }
  },
};

function* checkService(
  { model, services }: ValidationContext,
  service: ServiceShape,
): Iterable<Diagnostic> {
  const isEnabled = hasTrait(service, tagEnabledTrait);
  const resources = services.resourcesOf(service);
  if (!isEnabled && resources.some(isTaggable)) {
    yield messages.serviceNotEnabled(undefined, at(service));
  }
  for (const resource of resources) {
    if (isTaggable(resource)) yield* checkResource(model, service, resource);
    else if (looksTaggable(model, service, resource)) {
      yield messages.likelyMissing(undefined, at(resource));
    }
  }
}

/** Returns whether a resource with an ARN can be tagged by the operations of its service. */
const looksTaggable = (model: Model, service: ServiceShape, resource: ResourceShape): boolean =>
  hasTrait(resource, arnTrait) && hasServiceTagOperations(model, service);

function* checkResource(
  model: Model,
  service: ServiceShape,
  resource: ResourceShape,
): Iterable<Diagnostic> {
  const { property, apiConfig } = trait(resource, taggableTrait) ?? {};
  const isReplaced = !hasTrait(resource, noReplaceTrait);
  for (const lifecycle of isReplaced ? ["put", "update"] : ["update"]) {
    const operation = property && lifecycleTakesTags(model, resource, lifecycle, property);
    if (operation) yield messages.updatesTags(undefined, at(operation));
  }
  const ownOperations =
    apiConfig !== undefined &&
    serviceTagOperations.every(({ setting }) => {
      const operation = configuredOperation(model, apiConfig, setting);
      if (operation === undefined || !isWellFormed(model, setting, operation)) return false;
      return setting !== "tagApi" || takesProperty(model, operation, property);
    });
  if (ownOperations) return;
  if (!hasServiceTagOperations(model, service)) {
    yield messages.incompatible({ service: service.id }, at(resource));
  } else if (!hasTrait(resource, arnTrait)) {
    yield messages.noArn(undefined, at(resource));
  }
}

/** The property that holds the tags has a matching name and type. */
export const tagResourceProperty: Rule = {
  name: "TagResourceProperty",
  *check({ model }) {
    for (const resource of model.shapesOfType("resource")) {
      const property = trait(resource, taggableTrait)?.property;
      if (property === undefined) continue;
      if (!tagsName.test(property)) {
        yield messages.propertyName(undefined, at(resource));
      }
      const target = model.getShape(resource.properties.get(property) ?? "");
      if (target !== undefined && !isTagsShape(model, target)) {
        yield messages.propertyType(undefined, at(resource));
      }
    }
  },
};
