import type { Model, OperationShape, ServiceShape, Shape, ShapeId } from "@tinsmith/smithy";
import { nameOf } from "./node-values.js";

/** By structure and member, the names of shapes. */
export type ShapeNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The names of the strings and blobs that outputs and errors hold: schemas do not tell them. */
export const shapeNamesOf = (
  model: Model,
  service: ServiceShape,
  operations: readonly OperationShape[],
): ShapeNames => {
  const names: Record<string, Record<string, string>> = {};
  const seen = new Set<ShapeId>();
  const localName = (id: ShapeId): string => service.rename.get(id) ?? nameOf(id);
  const visit = (id: ShapeId): void => {
    const shape = model.getShape(id);
    if (shape === undefined || seen.has(id)) return;
    seen.add(id);
    if (shape.type === "list") visit(shape.member.target);
    if (shape.type === "map") visit(shape.value.target);
    if (shape.type !== "structure" && shape.type !== "union") return;
    const texts = [...shape.members.values()].filter(({ target }) =>
      isTextual(model.getShape(target)),
    );
    if (texts.length > 0) {
      names[localName(id)] = Object.fromEntries(
        texts.map(({ name, target }) => [name, localName(target)]),
      );
    }
    for (const { target } of shape.members.values()) visit(target);
  };
  for (const { output, errors } of operations) for (const id of [output, ...errors]) visit(id);
  for (const id of service.errors) visit(id);
  return names;
};

const isTextual = (shape: Shape | undefined): boolean =>
  shape?.type === "string" || shape?.type === "blob" || shape?.type === "enum";
