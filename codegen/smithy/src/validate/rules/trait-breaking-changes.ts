import type { Model, Shape } from "../../model/model.js";
import { trait, traitTrait } from "../../traits/index.js";
import { error } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  segment: error(
    "TraitBreakingChanges",
    (args: { index: number; path: string; segment: string; problem: string }) =>
      `Invalid trait breakingChanges element ${args.index}, '${args.path}', at segment '${args.segment}': ${args.problem}`,
  ),
  pointer: error(
    "TraitBreakingChanges",
    (args: { index: number; path: string }) =>
      `Invalid trait breakingChanges element ${args.index}, '${args.path}': a JSON pointer has to begin with '/'`,
  ),
} as const;

/** The paths of breaking changes exist in the shape of the trait. */
export const traitBreakingChanges: Rule = {
  name: "TraitBreakingChanges",
  *check({ model, subjects }) {
    for (const definition of subjects) {
      const changes = trait(definition, traitTrait)?.breakingChanges ?? [];
      for (const [index, change] of changes.entries()) {
        const { path } = change;
        if (path === undefined || path === "") continue;
        if (!path.startsWith("/")) {
          yield messages.pointer({ index, path }, atTrait(definition, traitTrait));
          continue;
        }
        const found = findProblem(model, definition, path);
        if (found !== undefined)
          yield messages.segment({ index, path, ...found }, atTrait(definition, traitTrait));
      }
    }
  },
};

function findProblem(
  model: Model,
  definition: Shape,
  path: string,
): { readonly segment: string; readonly problem: string } | undefined {
  let shape: Shape | undefined = definition;
  for (const part of path.slice(1).split("/")) {
    const segment = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (shape.type === "document") return undefined;
    const member: Shape | undefined = memberOf(shape, segment);
    if (member?.type !== "member") {
      const problem = `Evaluated shape \`${shape.id}\`, a ${shape.type}, has no member named \`${segment}\``;
      return { segment, problem };
    }
    shape = model.getShape(member.target);
    if (shape === undefined) return undefined;
  }
  return undefined;
}

function memberOf(shape: Shape, name: string): Shape | undefined {
  switch (shape.type) {
    case "structure":
    case "union":
      return shape.members.get(name);
    case "list":
      return name === "member" ? shape.member : undefined;
    case "map":
      return name === "key" ? shape.key : name === "value" ? shape.value : undefined;
    default:
      return undefined;
  }
}
