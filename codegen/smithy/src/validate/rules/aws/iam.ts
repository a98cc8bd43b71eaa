import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model, ResourceShape, ServiceShape } from "../../../model/model.js";
import { upperFirst } from "../../../model/casing.js";
import { structureMembers } from "../../../model/members.js";
import { shapeName } from "../../../model/shape-id.js";
import {
  actionNameTrait,
  actionPermissionDescriptionTrait,
  arnTrait,
  conditionKeysTrait,
  conditionKeyValueTrait,
  defineConditionKeysTrait,
  disableConditionKeyInferenceTrait,
  hasTrait,
  iamActionTrait,
  iamResourceTrait,
  requiredActionsTrait,
  serviceResolvedConditionKeysTrait,
  serviceTrait,
  trait,
} from "../../../traits/index.js";
import { danger, error } from "../../event.js";
import { groupBy } from "../../group-by.js";
import { at, atTrait } from "../../rule.js";
import type { Rule, ValidationContext } from "../../rule.js";
import { ticked } from "../../shape-text.js";
import { arnNamespaceOf } from "./service-trait.js";

const messages = {
  actionConflict: (property: string) =>
    error(
      `IamAction.ConflictingProperty.${property}`,
      (args: { trait: string }) =>
        `Operation has the \`${property}\` property of the \`@aws.iam#iamAction\` trait set and the deprecated \`@${args.trait}\` trait applied.`,
    ),
  duplicateResources: danger(
    "IamAction.Resources.DuplicateEntries",
    (args: { names: readonly string[] }) =>
      `Operation has the following resource names defined as both required and optional: [${args.names.join(", ")}]`,
  ),
  resourceName: danger(
    "IamResourceTrait",
    (args: { name: string; template: string }) =>
      `The \`@aws.iam#iamResource\` trait applied to the resource defines an IAM resource name, \`${args.name}\`, that does not match the \`@arn\` template, \`${args.template}\`, of the resource.`,
  ),
  sameName: error(
    "IamResourceTraitConflictingName",
    (args: { name: string; service: string; resources: readonly string[] }) =>
      `Multiple IAM resources defined with the same IAM resource name is not allowed in a service closure, but found multiple resources case-insensitively named \`${args.name}\` in the service \`${args.service}\`: [${ticked(args.resources)}]`,
  ),
  required: error(
    "DefineConditionKeysTrait",
    (args: { key: string }) =>
      `The \`${args.key}\` condition key is defined as required but is resolved from the request. This property is only valid for condition keys resolved by the service, it MUST also be specified in the \`@serviceResolvedConditionKeys\` trait or use the \`@required\` trait instead.`,
  ),
  alsoResolved: error(
    "ConditionKeys",
    (args: { operation: string; service: string; member: string; key: string }) =>
      `This operation \`${args.operation}\` scoped within the \`${args.service}\` service with member \`${args.member}\` refers to a condition key \`${args.key}\` that is also resolved by service.`,
  ),
  undefinedKey: error(
    "ConditionKeys",
    (args: { service: string; key: string; known: readonly string[] }) =>
      `This operation scoped within the \`${args.service}\` service refers to an undefined condition key \`${args.key}\`. Expected one of the following defined condition keys: [${ticked(args.known)}]`,
  ),
  undefinedValue: error(
    "ConditionKeys",
    (args: {
      operation: string;
      service: string;
      member: string;
      key: string;
      known: readonly string[];
    }) =>
      `This operation \`${args.operation}\` scoped within the \`${args.service}\` service with member \`${args.member}\` refers to an undefined condition key \`${args.key}\`. Expected one of the following defined condition keys: [${ticked(args.known)}]`,
  ),
  undefinedResolved: error(
    "ConditionKeys",
    (args: { service: string; keys: readonly string[]; known: readonly string[] }) =>
      `The condition keys resolved by the \`${args.service}\` service refer to undefined condition key(s) [${ticked(args.keys)}]. Expected one of the following defined condition keys: [${ticked(args.known)}]`,
  ),
} as const;

/** The name of an action is declared in one place only. */
export const iamAction: Rule = {
  name: "IamAction",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const action = trait(operation, iamActionTrait) ?? {};
      for (const [property, trait] of [
        ["name", actionNameTrait.id],
        ["documentation", actionPermissionDescriptionTrait.id],
        ["requiredActions", requiredActionsTrait.id],
      ] as const) {
        if (action[property] === undefined || !operation.traits.has(trait)) continue;
        yield messages.actionConflict(property)({ trait }, atTrait(operation, { id: trait }));
      }
      const { required, optional } = action.resources ?? {};
      const names = Object.keys(required ?? {}).filter((name) =>
        Object.hasOwn(optional ?? {}, name),
      );
      if (names.length > 0)
        yield messages.duplicateResources({ names }, atTrait(operation, iamActionTrait));
    }
  },
};

/** Resources have the same name in IAM as in their ARNs, and the names are unique in a service. */
export const iamResource: Rule = {
  name: "IamResourceTrait",
  *check({ model, services }) {
    for (const resource of model.shapesOfType("resource")) yield* checkName(resource);
    for (const service of model.shapesOfType("service")) {
      const groups = groupBy(services.resourcesOf(service), (one) => iamName(one).toLowerCase());
      for (const [name, group] of groups) {
        if (group.length < 2 || !group.some(({ traits }) => hasTrait(traits, iamResourceTrait))) {
          continue;
        }
        const resources = group.map(({ id }) => id);
        yield messages.sameName({ name, service: service.id, resources }, at(service));
      }
    }
  },
};

const iamName = (resource: ResourceShape): string =>
  trait(resource, iamResourceTrait)?.name ?? shapeName(resource.id);

function* checkName(resource: ResourceShape): Iterable<Diagnostic> {
  const name = trait(resource, iamResourceTrait)?.name;
  const { template, absolute } = trait(resource, arnTrait) ?? {};
  if (name === undefined || template === undefined || absolute === true) return;
  // The last literal of the template is the name of the resource.
  const literals = template.split(/[/:]/).filter((part) => !/^\{.*\}$/.test(part));
  if (!literals.includes(name)) yield messages.resourceName({ name, template }, at(resource));
}

/** Condition keys to resolve have to be defined by the service. */
export const defineConditionKeys: Rule = {
  name: "DefineConditionKeysTrait",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      if (!hasTrait(service, serviceTrait)) continue;
      const full = fullKeyOf(service);
      const resolved = (trait(service, serviceResolvedConditionKeysTrait) ?? []).map(full);
      const defined = trait(service, defineConditionKeysTrait) ?? {};
      for (const [name, definition] of Object.entries(defined)) {
        if (definition.required !== true) continue;
        const key = full(name);
        if (!resolved.includes(key))
          yield messages.required({ key }, atTrait(service, defineConditionKeysTrait));
      }
    }
  },
};

/** Returns the key with its prefix. Keys without a prefix belong to the service. */
const fullKeyOf =
  (service: ServiceShape) =>
  (key: string): string =>
    key.includes(":") ? key : `${arnNamespaceOf(service)}:${key}`;

/** Condition keys are defined, and their sources are valid. */
export const conditionKeys: Rule = {
  name: "ConditionKeys",
  *check(context) {
    for (const service of context.model.shapesOfType("service")) {
      if (hasTrait(service, serviceTrait)) yield* checkKeys(context, service);
    }
  },
};

function* checkKeys(
  { model, services }: ValidationContext,
  service: ServiceShape,
): Iterable<Diagnostic> {
  const full = fullKeyOf(service);
  const known = [
    ...Object.keys(trait(service, defineConditionKeysTrait) ?? {}).map(full),
    ...service.resources.flatMap((id) => inferredKeys(model, service, id, new Set())),
  ];
  const resolved = (trait(service, serviceResolvedConditionKeysTrait) ?? []).map(full);
  const keys = resolved.filter((key) => !known.includes(key));
  if (keys.length > 0) {
    yield messages.undefinedResolved(
      { service: service.id, keys, known },
      atTrait(service, serviceResolvedConditionKeysTrait),
    );
  }
  for (const operation of services.operationsOf(service)) {
    for (const key of new Set((trait(operation, conditionKeysTrait) ?? []).map(full))) {
      if (known.includes(key) || key.startsWith("aws:")) continue;
      yield messages.undefinedKey({ service: service.id, key, known }, at(operation));
    }
    for (const member of structureMembers(model, operation.input)) {
      const value = trait(member, conditionKeyValueTrait);
      if (value === undefined) continue;
      const key = full(value);
      const args = { operation: operation.id, service: service.id, member: member.id, key };
      if (!known.includes(key))
        yield messages.undefinedValue({ ...args, known }, atTrait(member, conditionKeyValueTrait));
      if (resolved.includes(key))
        yield messages.alsoResolved(args, atTrait(member, conditionKeyValueTrait));
    }
  }
}

/** The condition keys derived from the identifiers of a resource and of the resources below it. */
function inferredKeys(
  model: Model,
  service: ServiceShape,
  id: string,
  inherited: ReadonlySet<string>,
): readonly string[] {
  const resource = model.getShape(id);
  if (resource?.type !== "resource") return [];
  const names = [...resource.identifiers.keys()];
  const isInferred = ![service, resource].some(({ traits }) =>
    hasTrait(traits, disableConditionKeyInferenceTrait),
  );
  const own = names
    .filter((name) => isInferred && !inherited.has(name))
    .map((name) => `${arnNamespaceOf(service)}:${iamName(resource)}${upperFirst(name)}`);
  const below = resource.resources.flatMap((child) =>
    inferredKeys(model, service, child, new Set(names)),
  );
  return [...own, ...below];
}
