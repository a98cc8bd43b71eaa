import type { MemberShape, Model, Shape, ShapeId } from "../src/model/model.js";

/** Enums that gain values over time, so an unknown value is not an error. */
const openEnums: ReadonlySet<ShapeId> = new Set([
  // AWS adds checksum algorithms; clients ignore unknown ones.
  "aws.protocols#ChecksumAlgorithm",
]);

/**
 * Returns true for shapes with a name in the generated files: traits, structures, unions and enums.
 */
export function hasName(shape: Shape): boolean {
  return (
    isTrait(shape) ||
    ((shape.type === "structure" || shape.type === "union") && shape.members.size > 0) ||
    (shape.type === "enum" && !openEnums.has(shape.id))
  );
}

export function isTrait(shape: Shape): boolean {
  return shape.traits.has("smithy.api#trait");
}

export function namespaceOf(id: ShapeId): string {
  return id.slice(0, id.indexOf("#"));
}

/** Returns `AwsApi` for `aws.api`, `Waiters` for `smithy.waiters`. */
export function namespacePrefix(id: ShapeId): string {
  return namespaceOf(id)
    .replace(/^smithy\./, "")
    .split(".")
    .map(upperFirst)
    .join("");
}

/** Returns the names of traits in their descriptors: `http` for `httpTrait`. */
export function traitNames(traits: readonly Shape[]): ReadonlyMap<ShapeId, string> {
  const simple = (id: ShapeId) => lowerFirst(id.slice(id.indexOf("#") + 1));
  const taken = new Map<string, ShapeId>();
  // The prelude comes first, so that its traits need no prefix, as in models.
  const sorted = [...traits].sort(
    (left, right) => rank(left.id) - rank(right.id) || (left.id < right.id ? -1 : 1),
  );
  for (const { id } of sorted) {
    const name = simple(id);
    taken.set(taken.has(name) ? lowerFirst(namespacePrefix(id)) + upperFirst(name) : name, id);
  }
  return new Map([...taken].map(([name, id]) => [id, name]));
}

const rank = (id: ShapeId): number => (id.startsWith("smithy.api#") ? 0 : 1);

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Returns the members of a structure or union, except for traits that define their comparison. */
export function membersOf(shape: Shape): readonly MemberShape[] {
  return "members" in shape ? [...shape.members.values()] : [];
}

export function enumValues(shape: Shape): readonly string[] {
  return membersOf(shape).map((member) => String(member.traits.get("smithy.api#enumValue")));
}

/**
 * Returns the named shapes of a trait's value, each before the shapes that refer to it.
 *
 * @throws Error for a recursive shape, which no shipped trait has
 */
export function partsOf(model: Model, trait: Shape): readonly Shape[] {
  const found = new Set<Shape>();
  const visit = (shape: Shape, path: readonly Shape[]) => {
    if (path.includes(shape)) throw new Error(`${shape.id} contains itself`);
    for (const target of targetsOf(model, shape)) visit(target, [...path, shape]);
    if (hasName(shape) && !isTrait(shape)) found.add(shape);
  };
  visit(trait, []);
  return [...found];
}

function targetsOf(model: Model, shape: Shape): readonly Shape[] {
  const target = (member: MemberShape) => model.expectShape(member.target);
  switch (shape.type) {
    case "list":
      return [target(shape.member)];
    case "map":
      return [target(shape.value)];
    case "structure":
    case "union":
      return [...shape.members.values()].map(target);
    default:
      return [];
  }
}
