import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model, ResourceShape, ServiceShape } from "../../../model/model.js";
import { isNodeObject } from "../../../model/node-value.js";
import { danger, error } from "../../event.js";
import { groupBy } from "../../group-by.js";
import { structureOf } from "../../identifier-bindings.js";
import { at, type Rule, type ValidationContext } from "../../rule.js";
import { nameOf, ticked } from "../../shape-text.js";
import { objectTrait, stringOf, stringsTrait, stringTrait } from "../../trait-values.js";

const messages = {
  actionConflict: (property: string) =>
    error(
      `IamAction.ConflictingProperty.${property}`,
      (args: { trait: string }) =>
        `Operation has the \`${property}\` property of the \`@aws.iam#iamAction\` trait set and the deprecated \`@${args.trait}\` trait applied.`,
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
  undefinedResolved: error(
    "ConditionKeys",
    (args: { service: string; keys: readonly string[]; known: readonly string[] }) =>
      `The condition keys resolved by the \`${args.service}\` service refer to undefined condition key(s) [${ticked(args.keys)}]. Expected one of the following defined condition keys: [${ticked(args.known)}]`,
  ),
} as const;

/** What an action is called is said once. */
export const iamAction: Rule = {
  name: "IamAction",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const action = objectTrait(operation, "aws.iam#iamAction");
      for (const [property, trait] of [
        ["name", "aws.iam#actionName"],
        ["documentation", "aws.iam#actionPermissionDescription"],
        ["requiredActions", "aws.iam#requiredActions"],
      ] as const) {
        if (action[property] === undefined || !operation.traits.has(trait)) continue;
        yield messages.actionConflict(property)({ trait }, at(operation));
      }
    }
  },
};

/** Resources are named in IAM as in their ARNs, and no two of a service alike. */
export const iamResource: Rule = {
  name: "IamResourceTrait",
  *check({ model, services }) {
    for (const resource of model.shapesOfType("resource")) yield* checkName(resource);
    for (const service of model.shapesOfType("service")) {
      const groups = groupBy(services.resourcesOf(service), (one) => iamName(one).toLowerCase());
      for (const [name, group] of groups) {
        if (group.length < 2 || !group.some(({ traits }) => traits.has("aws.iam#iamResource"))) {
          continue;
        }
        const resources = group.map(({ id }) => id);
        yield messages.sameName({ name, service: service.id, resources }, at(service));
      }
    }
  },
};

const iamName = (resource: ResourceShape): string =>
  stringOf(objectTrait(resource, "aws.iam#iamResource")["name"]) ?? nameOf(resource.id);

function* checkName(resource: ResourceShape): Iterable<Diagnostic> {
  const name = stringOf(objectTrait(resource, "aws.iam#iamResource")["name"]);
  const { template: text, absolute } = objectTrait(resource, "aws.api#arn");
  const template = stringOf(text);
  if (name === undefined || template === undefined || absolute === true) return;
  // The last literal of the template names the resource.
  const literals = template.split(/[/:]/).filter((part) => !/^\{.*\}$/.test(part));
  if (!literals.includes(name)) yield messages.resourceName({ name, template }, at(resource));
}

/** Condition keys are defined, and come from where they say. */
export const conditionKeys: Rule = {
  name: "ConditionKeys",
  *check(context) {
    for (const service of context.model.shapesOfType("service")) {
      yield* checkDefinitions(service);
      yield* checkMembers(context, service);
    }
  },
};

function* checkDefinitions(service: ServiceShape): Iterable<Diagnostic> {
  const defined = objectTrait(service, "aws.iam#defineConditionKeys");
  const resolved = stringsTrait(service, "aws.iam#serviceResolvedConditionKeys");
  for (const [key, definition] of Object.entries(defined)) {
    if (!isNodeObject(definition) || definition["required"] !== true) continue;
    if (!resolved.includes(key)) yield messages.required({ key }, at(service));
  }
  const keys = resolved.filter((key) => !Object.hasOwn(defined, key));
  if (keys.length > 0) {
    const known = Object.keys(defined);
    yield messages.undefinedResolved({ service: service.id, keys, known }, at(service));
  }
}

function* checkMembers(
  { model, services }: ValidationContext,
  service: ServiceShape,
): Iterable<Diagnostic> {
  const resolved = new Set(stringsTrait(service, "aws.iam#serviceResolvedConditionKeys"));
  if (resolved.size === 0) return;
  for (const operation of services.operationsOf(service)) {
    for (const member of inputMembers(model, operation.input)) {
      const key = stringTrait(member, "aws.iam#conditionKeyValue");
      if (key === undefined || !resolved.has(key)) continue;
      const args = { operation: operation.id, service: service.id, member: member.id, key };
      yield messages.alsoResolved(args, at(member));
    }
  }
}

const inputMembers = (model: Model, id: string) => [
  ...(structureOf(model.getShape(id))?.members.values() ?? []),
];
