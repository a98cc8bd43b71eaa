import type {
  MemberShape,
  Model,
  OperationShape,
  ResourceShape,
  ServiceShape,
  Shape,
} from "../../../model/model.js";
import { isNodeObject } from "../../../model/node-value.js";
import { lifecycleOperation, structureOf } from "../../identifier-bindings.js";
import { nameOf } from "../../shape-text.js";
import { objectTrait, stringOf } from "../../trait-values.js";

/** The operations of a service that tag any of its resources: their names and their settings. */
export const serviceTagOperations = [
  { setting: "tagApi", name: "TagResource" },
  { setting: "untagApi", name: "UntagResource" },
  { setting: "listTagsApi", name: "ListTagsForResource" },
] as const;

export type TagSetting = (typeof serviceTagOperations)[number]["setting"];

/** An operation that tags, by its setting or, on a service, by its name. */
export function serviceTagOperation(
  model: Model,
  service: ServiceShape,
  { setting, name }: { readonly setting: TagSetting; readonly name: string },
): OperationShape | undefined {
  const configured = configuredOperation(model, service, "aws.api#tagEnabled", setting);
  if (configured !== undefined) return configured;
  const id = service.operations.find((operation) => nameOf(operation) === name);
  const operation = id === undefined ? undefined : model.getShape(id);
  return operation?.type === "operation" ? operation : undefined;
}

/** The operation that `apiConfig` of a trait names. */
export function configuredOperation(
  model: Model,
  shape: Shape,
  trait: string,
  setting: TagSetting,
): OperationShape | undefined {
  const { apiConfig } = objectTrait(shape, trait);
  const id = isNodeObject(apiConfig) ? stringOf(apiConfig[setting]) : undefined;
  const operation = id === undefined ? undefined : model.getShape(id);
  return operation?.type === "operation" ? operation : undefined;
}

/** Whether the service has all operations that tag any of its resources, in their usual form. */
export const hasServiceTagOperations = (model: Model, service: ServiceShape): boolean =>
  serviceTagOperations.every((one) => {
    const operation = serviceTagOperation(model, service, one);
    return operation !== undefined && isWellFormed(model, one.setting, operation);
  });

/** An operation that tags takes a resource's ARN or identifiers, and tags or their keys. */
export function isWellFormed(
  model: Model,
  setting: TagSetting,
  operation: OperationShape,
): boolean {
  const inputs = membersOf(model, operation.input);
  const outputs = membersOf(model, operation.output);
  switch (setting) {
    case "tagApi":
      return inputs.some((member) => isTags(model, member));
    case "untagApi":
      return inputs.some((member) => isTagKeys(model, member));
    case "listTagsApi":
      return outputs.some((member) => isTags(model, member));
  }
}

const membersOf = (model: Model, id: string): readonly MemberShape[] => [
  ...(structureOf(model.getShape(id))?.members.values() ?? []),
];

function isTags(model: Model, member: MemberShape): boolean {
  const target = model.getShape(member.target);
  return /^(?:.*[a-z])?[Tt]ags?(?:List|Map)?$/.test(member.name) && isTagsShape(model, target);
}

function isTagKeys(model: Model, member: MemberShape): boolean {
  const target = model.getShape(member.target);
  if (target?.type !== "list" || !/[Tt]ag.*[Kk]eys?|[Kk]eys/.test(member.name)) return false;
  return isString(model.getShape(target.member.target));
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

/** The operations of a resource that take its tags as they would any property. */
export function lifecycleTakesTags(
  model: Model,
  resource: ResourceShape,
  name: string,
  property: string,
): OperationShape | undefined {
  for (const id of lifecycleOperation(resource, name)) {
    const operation = model.getShape(id);
    if (operation?.type !== "operation") continue;
    const takes = membersOf(model, operation.input).some(
      (member) =>
        (stringOf(objectTrait(member, "smithy.api#property")["name"]) ?? member.name) === property,
    );
    if (takes) return operation;
  }
  return undefined;
}
