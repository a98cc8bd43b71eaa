import type {
  Model,
  OperationShape,
  ResourceShape,
  ServiceShape,
  Shape,
  ShapeId,
} from "../model/model.js";
import { membersOf } from "../model/members.js";
import { traitValue } from "./compared-value.js";
import { typeOf } from "./shape-type.js";
import { traitsEqual } from "./traits-equal.js";
import { isBoxed } from "./zero-values.js";

const lifecycles = ["create", "put", "read", "update", "delete", "list"] as const;

/**
 * Returns whether a shape is the same in two models: type, members in their order, traits, mixins
 * and everything that it refers to by id.
 */
export function shapesEqual(
  before: Shape,
  oldModel: Model,
  after: Shape,
  newModel: Model,
): boolean {
  if (before === after) return true;
  return (
    typeOf(before) === typeOf(after) &&
    sameTraits(before, after) &&
    sameProperties(before, after) &&
    sameBox(before, oldModel, after, newModel) &&
    pairsEqual(membersOf(before), oldModel, membersOf(after), newModel) &&
    pairsEqual(mixinsOf(before, oldModel), oldModel, mixinsOf(after, newModel), newModel)
  );
}

const mixinsOf = (shape: Shape, model: Model): readonly Shape[] =>
  shape.mixins.flatMap((id) => model.getShape(id) ?? []);

function pairsEqual(
  before: readonly Shape[],
  oldModel: Model,
  after: readonly Shape[],
  newModel: Model,
): boolean {
  return (
    before.length === after.length &&
    before.every((one, index) => {
      const other = after[index];
      return (
        other !== undefined && one.id === other.id && shapesEqual(one, oldModel, other, newModel)
      );
    })
  );
}

const sameBox = (before: Shape, oldModel: Model, after: Shape, newModel: Model): boolean =>
  before.type !== "member" ||
  after.type !== "member" ||
  isBoxed(before, oldModel) === isBoxed(after, newModel);

function sameTraits(before: Shape, after: Shape): boolean {
  return (
    before.traits.size === after.traits.size &&
    [...before.traits.keys()].every((id) =>
      traitsEqual({ id, before: traitValue(before, id), after: traitValue(after, id) }),
    )
  );
}

/** Compares the properties of shapes of the same type, other than members, traits and mixins. */
function sameProperties(before: Shape, after: Shape): boolean {
  if (before.type === "member") return after.type === "member" && before.target === after.target;
  if (before.type === "operation") {
    return after.type === "operation" && sameOperation(before, after);
  }
  if (before.type === "service") return after.type === "service" && sameService(before, after);
  if (before.type === "resource") return after.type === "resource" && sameResource(before, after);
  return true;
}

const sameOperation = (before: OperationShape, after: OperationShape): boolean =>
  before.input === after.input &&
  before.output === after.output &&
  sameSet(before.errors, after.errors);

const sameService = (before: ServiceShape, after: ServiceShape): boolean =>
  before.version === after.version &&
  sameSet(before.operations, after.operations) &&
  sameSet(before.resources, after.resources) &&
  sameSet(before.errors, after.errors) &&
  sameMap(before.rename, after.rename);

const sameResource = (before: ResourceShape, after: ResourceShape): boolean =>
  sameMap(before.identifiers, after.identifiers) &&
  sameMap(before.properties, after.properties) &&
  lifecycles.every((name) => before[name] === after[name]) &&
  sameSet(before.operations, after.operations) &&
  sameSet(before.collectionOperations, after.collectionOperations) &&
  sameSet(before.resources, after.resources);

function sameSet(before: readonly ShapeId[], after: readonly ShapeId[]): boolean {
  const one = new Set(before);
  const other = new Set(after);
  return one.size === other.size && [...one].every((id) => other.has(id));
}

/** Returns whether two maps have the same entries, in any order. */
export function sameMap(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): boolean {
  return (
    before.size === after.size && [...before].every(([key, value]) => after.get(key) === value)
  );
}
