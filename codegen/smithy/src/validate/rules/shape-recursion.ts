import type { MemberShape, Model, Shape, ShapeId } from "../../model/model.js";
import { hasTrait, requiredTrait } from "../../traits/index.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  collection: error(
    "ShapeRecursion",
    (args: { path: string }) =>
      `Found invalid shape recursion: ${args.path}. A recursive list, set, or map shape is only valid if an intermediate reference is through a union or structure.`,
  ),
  structure: error(
    "ShapeRecursion",
    (args: { path: string }) =>
      `Found invalid shape recursion: ${args.path}. A structure cannot be mutually recursive through all required members.`,
  ),
  union: error(
    "ShapeRecursion",
    () => "It is impossible to create instances of this recursive union",
  ),
} as const;

/** No shape requires infinite values (Smithy specification, "Recursive shape definitions"). */
export const shapeRecursion: Rule = {
  name: "ShapeRecursion",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      if (shape.type === "list" || shape.type === "map") {
        for (const path of findCycles(model, shape, collectionSteps)) {
          yield messages.collection({ path }, at(shape));
        }
      } else if (shape.type === "structure") {
        for (const path of findCycles(model, shape, requiredSteps)) {
          yield messages.structure({ path }, at(shape));
        }
      } else if (shape.type === "union" && shape.members.size > 0) {
        if (!terminates(model, shape, new Set())) yield messages.union(undefined, at(shape));
      }
    }
  },
};

type Steps = (shape: Shape) => readonly (Shape & { readonly type: "member" })[];

const collectionSteps: Steps = (shape) => {
  if (shape.type === "list") return [shape.member];
  return shape.type === "map" ? [shape.key, shape.value] : [];
};

const requiredSteps: Steps = (shape) =>
  shape.type === "structure"
    ? [...shape.members.values()].filter((member) => hasTrait(member, requiredTrait))
    : [];

/**
 * The maximum number of steps from one shape: densely connected shapes have more cycles than anyone
 * would read.
 */
const maximumSteps = 2_000;

/** Finds the cycles from a shape back to itself that pass no shape twice, with their members. */
function findCycles(model: Model, start: Shape, steps: Steps): readonly string[] {
  const cycles: string[] = [];
  const onPath = new Set<Shape>();
  let taken = 0;
  const path: string[] = [];
  const follow = (shape: Shape): void => {
    onPath.add(shape);
    for (const member of steps(shape)) {
      const target = model.getShape(member.target);
      if (target === undefined || ++taken > maximumSteps) continue;
      path.push(member.id, target.id);
      if (target === start) cycles.push(path.join(" > "));
      else if (!onPath.has(target) && path.length < maximumLength) follow(target);
      path.length -= 2;
    }
    onPath.delete(shape);
  };
  follow(start);
  return cycles;
}

/** Longer cycles are not followed to the end. */
const maximumLength = 400;

/** Returns whether a value of the shape can exist without a value of one of the `seen` shapes. */
function terminates(model: Model, shape: Shape, seen: Set<ShapeId>): boolean {
  if (seen.size > maximumSteps) return true;
  if (shape.type !== "structure" && shape.type !== "union") return true;
  const members = [...shape.members.values()];
  if (shape.type === "structure") {
    const isOptional = (member: MemberShape) => !hasTrait(member, requiredTrait);
    if (members.length === 0 || members.some(isOptional)) return true;
  }
  return members.some((member) => {
    if (seen.has(member.id)) return false;
    seen.add(member.id);
    const target = model.getShape(member.target);
    return target === undefined || terminates(model, target, seen);
  });
}
