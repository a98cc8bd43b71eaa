import type { Model, Shape } from "../../model/model.js";
import { error } from "../event.js";
import { at, type Rule } from "../rule.js";

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
    (args: { path: string }) =>
      `Found invalid shape recursion: ${args.path}. A union must not be recursive through all of its members.`,
  ),
} as const;

/** No value would have to be infinite (Smithy specification, "Recursive shape definitions"). */
export const shapeRecursion: Rule = {
  name: "ShapeRecursion",
  *check({ model }) {
    for (const shape of model.shapes.values()) {
      if (shape.type === "list" || shape.type === "map") {
        const path = findCycle(model, shape, collectionSteps);
        if (path !== undefined) yield messages.collection({ path }, at(shape));
      } else if (shape.type === "structure") {
        const path = findCycle(model, shape, requiredSteps);
        if (path !== undefined) yield messages.structure({ path }, at(shape));
      }
    }
  },
};

type Steps = (shape: Shape) => readonly (Shape & { readonly type: "member" })[];

const collectionSteps: Steps = (shape) => {
  if (shape.type === "list") return [shape.member];
  return shape.type === "map" ? [shape.value] : [];
};

const requiredSteps: Steps = (shape) =>
  shape.type === "structure"
    ? [...shape.members.values()].filter((member) => member.traits.has("smithy.api#required"))
    : [];

/** The shortest way from a shape back to itself, with the members on it. */
function findCycle(model: Model, start: Shape, steps: Steps): string | undefined {
  const seen = new Set<Shape>();
  let paths: readonly (readonly [Shape, readonly string[]])[] = [[start, []]];
  while (paths.length > 0) {
    const next: [Shape, readonly string[]][] = [];
    for (const [shape, path] of paths) {
      for (const member of steps(shape)) {
        const target = model.getShape(member.target);
        if (target === undefined || seen.has(target)) continue;
        const longer = [...path, member.id, target.id];
        if (target === start) return longer.join(" > ");
        seen.add(target);
        next.push([target, longer]);
      }
    }
    paths = next;
  }
  return undefined;
}
