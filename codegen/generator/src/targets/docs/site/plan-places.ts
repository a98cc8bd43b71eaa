import type { ShapeId } from "@tinsmith/smithy";
import type { ServicePlan } from "../../../plan/service-plan.js";
import type { ShapePlan } from "../../../plan/shape-plan.js";
import { anchorName, assignFileNames, localName } from "./file-names.js";
import type { Place } from "./site.js";

export const overviewPage = "index.html";
export const errorsPage = "errors.html";
export const shapesPage = "shapes/index.html";

/** Decides the page and the anchor of everything that can be linked to, from shape ids alone. */
export function planPlaces(plan: ServicePlan): ReadonlyMap<ShapeId, Place> {
  const places = new Map<ShapeId, Place>([[plan.id, { page: overviewPage, anchor: undefined }]]);
  const operationFiles = assignFileNames(plan.operations.map(({ id }) => id));
  for (const [id, file] of operationFiles) {
    places.set(id, { page: `operations/${file}.html`, anchor: undefined });
  }
  const paged = plan.shapes.filter(hasPage);
  const shapeFiles = assignFileNames(paged.map(({ id }) => id));
  for (const shape of paged) {
    const page = `shapes/${shapeFiles.get(shape.id) ?? "shape"}.html`;
    places.set(shape.id, { page, anchor: undefined });
    for (const { id, name } of parts(shape)) places.set(id, { page, anchor: anchorName(name) });
  }
  const errorNames = assignFileNames(plan.errors.map(({ id }) => id));
  for (const error of plan.errors) {
    const anchor = uniqueAnchor(error.name, errorNames.get(error.id) ?? "error", plan);
    places.set(error.id, { page: errorsPage, anchor });
    for (const member of error.members) {
      places.set(member.id, { page: errorsPage, anchor: anchorName(anchor, member.name) });
    }
  }
  return places;
}

/** Shapes with a page of their own: all that have something to say, but errors and the prelude. */
export function hasPage(shape: ShapePlan): boolean {
  if (shape.id.startsWith("smithy.api#")) return false;
  return shape.kind !== "structure" || shape.error === undefined;
}

/** Members and enum values of a shape, which have anchors on its page. */
function parts(shape: ShapePlan): readonly { readonly id: ShapeId; readonly name: string }[] {
  switch (shape.kind) {
    case "structure":
    case "union":
      return shape.members;
    case "enum":
    case "intEnum":
      return shape.values.map(({ name }) => ({ id: `${shape.id}$${name}`, name }));
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    case "simple":
      return [];
  }
}

/** Errors share a page, so two of one name in different namespaces need different anchors. */
function uniqueAnchor(name: string, file: string, plan: ServicePlan): string {
  const sharing = plan.errors.filter((error) => error.name === name);
  return sharing.length === 1 ? anchorName(name) : anchorName(file);
}

/** Shape ids by the local name that documentation uses; a name that two shapes have means neither. */
export function planNames(places: ReadonlyMap<ShapeId, Place>): ReadonlyMap<string, ShapeId> {
  const ids = new Map<string, ShapeId | undefined>();
  for (const id of places.keys()) {
    const name = localName(id);
    ids.set(name, ids.has(name) ? undefined : id);
  }
  return new Map([...ids].flatMap(([name, id]) => (id === undefined ? [] : [[name, id] as const])));
}
