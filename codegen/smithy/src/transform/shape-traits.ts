import { isOwnShape } from "../ast/serialize-ast.js";
import type { Model, Shape, ShapeId } from "../model/model.js";
import { hasTrait, tagsTrait, trait, traitTrait } from "../traits/index.js";

/** The tags of a shape (https://smithy.io/2.0/spec/documentation-traits.html#tags-trait). */
export function tagsOf(shape: Shape): readonly string[] {
  return trait(shape, tagsTrait) ?? [];
}

/** A predicate for shapes that have one of these tags. */
export function taggedWith(tags: readonly string[]): (shape: Shape) => boolean {
  const wanted = new Set(tags);
  return (shape) => tagsOf(shape).some((tag) => wanted.has(tag));
}

export const isTraitDefinition = (shape: Shape): boolean => hasTrait(shape, traitTrait);

/** Returns the absolute id of a trait. An id without a namespace refers to the prelude. */
export const absoluteTraitId = (id: string): ShapeId =>
  id.includes("#") ? id : `smithy.api#${id}`;

/**
 * The shapes that filters apply to: the model's own shapes and the members of structures and
 * unions; also the members of enums if `enums` is true. Members of lists and maps cannot be
 * removed, so they are excluded.
 */
export function filterableShapes(
  model: Model,
  { enums }: { readonly enums: boolean },
): readonly Shape[] {
  return [...model.shapes.values()].filter((shape) => {
    if (!isOwnShape(shape.id)) return false;
    if (shape.type !== "member") return true;
    const container = model.getShape(shape.container)?.type;
    const isEnum = container === "enum" || container === "intEnum";
    return container === "structure" || container === "union" || (enums && isEnum);
  });
}
