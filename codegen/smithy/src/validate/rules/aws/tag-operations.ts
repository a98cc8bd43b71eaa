import type {
  MemberShape,
  Model,
  OperationShape,
  ResourceShape,
  ServiceShape,
  Shape,
} from "../../../model/model.js";
import { structureMembers } from "../../../model/members.js";
import { shapeName } from "../../../model/shape-id.js";
import { hasTrait, propertyTrait, tagEnabledTrait, trait } from "../../../traits/index.js";
import type {
  AwsApiTaggableApiConfig,
  AwsApiTaggableServiceApiConfig,
} from "../../../traits/index.js";
import { lifecycleOperation, structureOf } from "../../identifier-bindings.js";

/**
 * The operations with which a service tags any of its resources: their names, and the settings that
 * replace these.
 */
export const serviceTagOperations = [
  { setting: "tagApi", name: "TagResource" },
  { setting: "untagApi", name: "UntagResource" },
  { setting: "listTagsApi", name: "ListTagsForResource" },
] as const;

export type TagSetting = (typeof serviceTagOperations)[number]["setting"];

/** Finds a tagging operation by its setting or, on a service, by its name. */
export function serviceTagOperation(
  model: Model,
  service: ServiceShape,
  { setting, name }: { readonly setting: TagSetting; readonly name: string },
): OperationShape | undefined {
  const configured = configuredOperation(
    model,
    trait(service, tagEnabledTrait)?.apiConfig,
    setting,
  );
  if (configured !== undefined) return configured;
  const id = service.operations.find((operation) => shapeName(operation) === name);
  const operation = id === undefined ? undefined : model.getShape(id);
  return operation?.type === "operation" ? operation : undefined;
}

/** The operation that the `apiConfig` of a trait names. */
export function configuredOperation(
  model: Model,
  apiConfig: AwsApiTaggableServiceApiConfig | AwsApiTaggableApiConfig | undefined,
  setting: TagSetting,
): OperationShape | undefined {
  const id = apiConfig?.[setting];
  const operation = id === undefined ? undefined : model.getShape(id);
  return operation?.type === "operation" ? operation : undefined;
}

/** Returns whether the service has all operations to tag any of its resources by ARN. */
export const hasServiceTagOperations = (model: Model, service: ServiceShape): boolean =>
  hasTrait(service, tagEnabledTrait) &&
  serviceTagOperations.every((one) => {
    const operation = serviceTagOperation(model, service, one);
    return operation !== undefined && isServiceWide(model, one.setting, operation);
  });

/** Returns whether an operation tags any resource, which requires an ARN in its input. */
export const isServiceWide = (
  model: Model,
  setting: TagSetting,
  operation: OperationShape,
): boolean =>
  isWellFormed(model, setting, operation) &&
  structureMembers(model, operation.input).some(
    ({ name, target }) => arnName.test(name) && isString(model.getShape(target)),
  );

/** A tagging operation takes or returns one member with tags or tag keys. */
export function isWellFormed(
  model: Model,
  setting: TagSetting,
  operation: OperationShape,
): boolean {
  const members = structureMembers(
    model,
    setting === "listTagsApi" ? operation.output : operation.input,
  );
  const holds = setting === "untagApi" ? isTagKeys : isTags;
  return members.filter((member) => holds(model, member)).length === 1;
}

const arnName = /^(?:[Rr]esource)?(?:[Aa]rn|ARN)$/;

/** The names of members and properties that hold tags. */
export const tagsName = /^[Tt]ag(?:s|[Ll]ist)$/;

const isTags = (model: Model, { name, target }: MemberShape): boolean =>
  tagsName.test(name) && isTagsShape(model, model.getShape(target));

function isTagKeys(model: Model, { name, target }: MemberShape): boolean {
  const shape = model.getShape(target);
  if (shape?.type !== "list" || !/^[Tt]ag[Kk]eys$/.test(name)) return false;
  return isString(model.getShape(shape.member.target));
}

/** A list of pairs of strings or a map of strings. */
export function isTagsShape(model: Model, shape: Shape | undefined): boolean {
  if (shape?.type === "map") return isString(model.getShape(shape.value.target));
  if (shape?.type !== "list") return false;
  const item = structureOf(model.getShape(shape.member.target));
  return (
    item?.members.size === 2 &&
    [...item.members.values()].every(({ target }) => isString(model.getShape(target)))
  );
}

const isString = (shape: Shape | undefined): boolean =>
  shape?.type === "string" || shape?.type === "enum";

/** Returns whether an operation takes the property of a resource. */
export const takesProperty = (
  model: Model,
  operation: OperationShape,
  property: string | undefined,
): boolean =>
  property !== undefined &&
  structureMembers(model, operation.input).some(
    (member) => (trait(member, propertyTrait)?.name ?? member.name) === property,
  );

/** The lifecycle operation of a resource that takes its tags. */
export function lifecycleTakesTags(
  model: Model,
  resource: ResourceShape,
  lifecycle: string,
  property: string,
): OperationShape | undefined {
  const [operation] = lifecycleOperation(resource, lifecycle).map((id) => model.getShape(id));
  return operation?.type === "operation" && takesProperty(model, operation, property)
    ? operation
    : undefined;
}
