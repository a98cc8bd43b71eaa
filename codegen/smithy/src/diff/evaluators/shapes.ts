import type { Model, Shape } from "../../model/model.js";
import { enumTrait, hasTrait, privateTrait, traitTrait } from "../../traits/index.js";
import { traitSpan } from "../../model/trait-origins.js";
import { at } from "../../validate/rule.js";
import type { Differences } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { typeOf } from "../shape-type.js";

/** Notes new shapes. The members of a new shape belong to it. */
export const addedShape: Evaluator = {
  name: "AddedShape",
  *evaluate(differences) {
    for (const shape of differences.added) {
      if (belongsToAbsent(shape, differences.oldModel)) continue;
      if (belongsToConvertedEnum(shape, differences)) continue;
      yield event("NOTE", "AddedShape", `Added ${typeOf(shape)} \`${shape.id}\``, at(shape));
    }
  },
};

/** Reports removed shapes. The members of a removed shape belong to it. */
export const removedShape: Evaluator = {
  name: "RemovedShape",
  *evaluate({ removed, newModel }) {
    for (const shape of removed) {
      if (hasTrait(shape, privateTrait) || belongsToAbsent(shape, newModel)) continue;
      const text = `Removed ${typeOf(shape)} \`${shape.id}\``;
      yield isScalar(shape)
        ? event("WARNING", "RemovedShape.ScalarShape", text, at(shape))
        : event("ERROR", "RemovedShape", text, at(shape));
    }
  },
};

/** Notes new traits. */
export const addedTraitDefinition: Evaluator = {
  name: "AddedTraitDefinition",
  *evaluate({ added }) {
    for (const shape of added) {
      if (!hasTrait(shape, traitTrait)) continue;
      const text = `Trait definition \`${shape.id}\` was added`;
      yield event("NOTE", "AddedTraitDefinition", text, at(shape));
    }
  },
};

/** Reports removed traits. */
export const removedTraitDefinition: Evaluator = {
  name: "RemovedTraitDefinition",
  *evaluate({ removed }) {
    for (const shape of removed) {
      if (!hasTrait(shape, traitTrait)) continue;
      const text = `Trait definition \`${shape.id}\` was removed`;
      const place = { shapeId: shape.id, span: traitSpan(shape, traitTrait.id) };
      yield event("ERROR", "RemovedTraitDefinition", text, place);
    }
  },
};

const belongsToAbsent = (shape: Shape, model: Model): boolean =>
  shape.type === "member" && model.getShape(shape.container) === undefined;

/**
 * Returns whether a shape is a member of an enum that was a string with `@enum` before. The values
 * of such enums are compared elsewhere.
 */
function belongsToConvertedEnum(shape: Shape, { oldModel, newModel }: Differences): boolean {
  if (shape.type !== "member") return false;
  const before = oldModel.getShape(shape.container);
  return (
    before?.type === "string" &&
    hasTrait(before, enumTrait) &&
    newModel.getShape(shape.container)?.type === "enum"
  );
}

/** Simple types. Generated code of most languages contains no name of such a shape. */
const scalars: ReadonlySet<string> = new Set([
  "bigDecimal",
  "bigInteger",
  "blob",
  "boolean",
  "byte",
  "double",
  "float",
  "integer",
  "long",
  "short",
  "string",
  "timestamp",
]);

const isScalar = (shape: Shape): boolean => scalars.has(shape.type) && !hasTrait(shape, enumTrait);
