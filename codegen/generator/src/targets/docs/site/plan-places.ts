import type { ShapeId } from "@tinsmith/smithy";
import type { ListPlan, MapPlan, ServicePlan, ShapePlan, SimplePlan } from "@tinsmith/service";
import { anchorName, assignFileNames } from "./file-names.js";
import type { Place } from "./site.js";

export const overviewPage = "index.html";
export const clientPage = "client.html";
export const changesPage = "changes.html";
export const downloadsPage = "downloads.html";
export const errorsPage = "errors.html";
export const shapesPage = "shapes/index.html";
export const rubyGuidePage = "guides/coming-from-ruby.html";

/**
 * The number of lists, maps and simple shapes that the page of all shapes describes itself. More of
 * them have pages by their first letter.
 */
const sectionsOnPage = 150;

/** Returns the page of the shapes whose names begin with the same letter. */
function valuesPageOf(name: string): string {
  const [letter = ""] = name.toLowerCase();
  return `values/${/[a-z]/.test(letter) ? letter : "other"}.html`;
}

/** Returns the page and the anchor of everything that can be linked to, by shape id. */
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
  const sections = plan.shapes.filter(hasSection);
  const anchors = uniqueAnchors(sections);
  for (const { id, name } of sections) {
    const page = sections.length > sectionsOnPage ? valuesPageOf(name) : shapesPage;
    places.set(id, { page, anchor: anchors.get(id) });
  }
  const errorAnchors = uniqueAnchors(plan.errors);
  for (const error of plan.errors) {
    const anchor = errorAnchors.get(error.id) ?? error.name;
    places.set(error.id, { page: errorsPage, anchor });
    for (const member of error.members) {
      // Every error has a message, so it has no row in the table.
      const isMessage = member.name === error.error?.messageMember;
      const place = isMessage ? anchor : anchorName(anchor, member.name);
      places.set(member.id, { page: errorsPage, anchor: place });
    }
  }
  return places;
}

/**
 * Reports whether a shape has a separate page: structures, unions and enums. Errors share a page.
 */
export function hasPage(shape: ShapePlan): boolean {
  if (shape.kind === "structure") return shape.error === undefined;
  return shape.kind === "union" || shape.kind === "enum" || shape.kind === "intEnum";
}

/** Reports whether a shape has a section of the shared page: lists, maps and simple shapes. */
export function hasSection(shape: ShapePlan): shape is ListPlan | MapPlan | SimplePlan {
  return shape.kind === "list" || shape.kind === "map" || shape.kind === "simple";
}

/** Returns the members and enum values of a shape, which have anchors on its page. */
function parts(shape: ShapePlan): readonly { readonly id: ShapeId; readonly name: string }[] {
  switch (shape.kind) {
    case "structure":
    case "union":
      return shape.members;
    case "enum":
    case "intEnum":
      return shape.values.map(({ name }) => ({ id: `${shape.id}$${name}`, name }));
    default:
      return [];
  }
}

/**
 * Returns anchors for shapes that share a page: their names, with a suffix if two namespaces use
 * the same name.
 */
function uniqueAnchors(
  shapes: readonly { readonly id: ShapeId; readonly name: string }[],
): ReadonlyMap<ShapeId, string> {
  const files = assignFileNames(shapes.map(({ id }) => id));
  const count = new Map<string, number>();
  for (const { name } of shapes) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    shapes.map(({ id, name }) => [
      id,
      anchorName(count.get(name) === 1 ? name : `${name}-${files.get(id) ?? ""}`),
    ]),
  );
}

/**
 * Returns the shapes that inline code in documentation can refer to by name: operations, errors,
 * structures, unions and enums. Lists and simple shapes are excluded, because members often have
 * the same names. Names that two shapes share are excluded too.
 */
export function planNames(plan: ServicePlan): ReadonlyMap<string, ShapeId> {
  const ids = new Map<string, ShapeId | undefined>();
  const add = ({ id, name }: { readonly id: ShapeId; readonly name: string }): void => {
    ids.set(name, ids.has(name) ? undefined : id);
  };
  plan.operations.forEach(add);
  plan.shapes.filter(({ kind }) => linkedKinds.has(kind)).forEach(add);
  return new Map([...ids].flatMap(([name, id]) => (id === undefined ? [] : [[name, id] as const])));
}

const linkedKinds: ReadonlySet<ShapePlan["kind"]> = new Set([
  "structure",
  "union",
  "enum",
  "intEnum",
]);
