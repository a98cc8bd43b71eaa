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
    const endless = endlessShapes(model);
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
        if (endless.has(shape.id)) yield messages.union(undefined, at(shape));
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
 * The maximum number of steps from one shape, because densely connected shapes can have too many
 * cycles to list.
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

/** The length up to which cycles are followed. */
const maximumLength = 400;

/**
 * The structures and unions without a finite value: none of their members leads to another type, or
 * to a structure whose members can be omitted.
 */
function endlessShapes(model: Model): ReadonlySet<ShapeId> {
  const endless = new Set<ShapeId>();
  const users = new Map<ShapeId, ShapeId[]>();
  const waiting: ShapeId[] = [];
  for (const shape of [...model.shapesOfType("structure"), ...model.shapesOfType("union")]) {
    const members = [...shape.members.values()];
    const isOptional = (member: MemberShape) => !hasTrait(member, requiredTrait);
    if (shape.type === "structure" && (members.length === 0 || members.some(isOptional))) continue;
    endless.add(shape.id);
    for (const { target } of members) {
      const known = users.get(target);
      if (known === undefined) users.set(target, [shape.id]);
      else known.push(shape.id);
    }
  }
  for (const target of users.keys()) if (!endless.has(target)) waiting.push(target);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const user of users.get(id) ?? []) if (endless.delete(user)) waiting.push(user);
  }
  return endless;
}
