import { isOwnShape } from "../ast/serialize-ast.js";
import type { DefinedType } from "../load/definitions.js";
import type { ShapeDraft } from "../load/shape-draft.js";
import type { Model, ShapeId } from "../model/model.js";
import { enumTrait, hasTrait, uniqueItemsTrait } from "../traits/index.js";
import { defineTransform } from "./define-transform.js";
import { editModel } from "./edit-model.js";
import { enumMembers } from "./enum-members.js";

const simpleTypes = [
  "blob",
  "boolean",
  "string",
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
  "timestamp",
  "document",
] as const;

const targets: ReadonlyMap<string, DefinedType> = new Map<string, DefinedType>([
  ...simpleTypes.map((type) => [type, type] as const),
  ["enum", "enum"],
  ["list", "list"],
  ["set", "list"],
  ["structure", "structure"],
  ["union", "union"],
]);

const isSimple = (type: string): boolean =>
  type === "enum" || type === "intEnum" || simpleTypes.some((simple) => simple === type);

/**
 * `changeTypes`: changes simple types to other simple types, strings with the `enum` trait to
 * enums, and structures to unions and back. A set is a list with unique items.
 */
export const changeTypes = defineTransform({
  name: "changeTypes",
  prepare(args) {
    const shapeTypes = args.stringMap("shapeTypes");
    const synthesize = args.boolean("synthesizeEnumNames");
    for (const [id, type] of shapeTypes) {
      if (targets.has(type)) continue;
      const known = [...targets.keys()].join(", ");
      args.report(
        `unknown type ${JSON.stringify(type)}. Expected one of: ${known}.`,
        "shapeTypes",
        id,
      );
    }
    return (model, { report }) => {
      const changed = new Map<ShapeId, ShapeDraft>();
      let isWrong = false;
      const result = editModel(model, (draft) => {
        for (const [id, type] of shapeTypes) {
          const shape = draft.shapes.get(id);
          const problem =
            shape === undefined || !isOwnShape(id)
              ? `the model has no shape ${id}`
              : change(shape, type, synthesize);
          if (typeof problem === "string") {
            report(problem, ["shapeTypes", id]);
            isWrong = true;
          } else changed.set(id, problem);
        }
        for (const [id, shape] of changed) draft.shapes.set(id, shape);
      });
      return isWrong ? model : result;
    };
  },
});

/**
 * `changeStringEnumsToEnumShapes`: changes strings with the `enum` trait to enums where possible.
 */
export const changeStringEnumsToEnumShapes = defineTransform({
  name: "changeStringEnumsToEnumShapes",
  prepare(args) {
    const synthesize = args.boolean("synthesizeNames");
    return (model) => changeStringEnums(model, synthesize);
  },
});

const changeStringEnums = (model: Model, synthesize: boolean): Model =>
  editModel(model, (draft) => {
    for (const shape of draft.shapes.values()) {
      if (shape.type !== "string" || !isOwnShape(shape.id)) continue;
      const changed = toEnum(shape, synthesize);
      if (typeof changed !== "string") draft.shapes.set(shape.id, changed);
    }
  });

/** The shape with another type, or the reason why it cannot have that type. */
function change(shape: ShapeDraft, to: string, synthesize: boolean): ShapeDraft | string {
  const type = targets.get(to);
  if (type === undefined) return `unknown type ${to}`;
  const { type: from } = shape;
  if (type === "list" && from === "list") return to === "set" ? withUniqueItems(shape) : shape;
  if (from === type) return shape;
  if (type === "enum" && from === "string") return toEnum(shape, synthesize);
  const isPossible =
    (isSimple(from) && isSimple(type) && type !== "enum") ||
    (from === "structure" && type === "union") ||
    (from === "union" && type === "structure");
  if (!isPossible) return `${shape.id} is of type ${from}, which cannot become ${to}`;
  const members = isSimple(from) ? new Map() : shape.members;
  return { ...shape, type, writtenType: type, members };
}

function withUniqueItems(shape: ShapeDraft): ShapeDraft {
  const ownTraits = new Map(shape.ownTraits);
  if (!hasTrait(ownTraits, uniqueItemsTrait)) {
    ownTraits.set(uniqueItemsTrait.id, { value: Object.freeze({}) });
  }
  return { ...shape, ownTraits };
}

function toEnum(shape: ShapeDraft, synthesize: boolean): ShapeDraft | string {
  const definitions = shape.ownTraits.get(enumTrait.id);
  if (definitions === undefined) return `${shape.id} has no trait "enum" to become an enum by`;
  const members = enumMembers(shape, definitions, synthesize);
  if (typeof members === "string") return members;
  const ownTraits = new Map(shape.ownTraits);
  ownTraits.delete(enumTrait.id);
  return { ...shape, type: "enum", writtenType: "enum", ownTraits, members };
}
