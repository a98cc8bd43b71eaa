import type { TraitNode } from "../syntax/nodes.js";
import type { TraitDefinition } from "./definitions.js";
import { evaluateValue } from "./evaluate-value.js";
import type { NameResolver } from "./resolve-names.js";

export const isPresent = (trait: TraitNode): boolean => !trait.id.missing;

export function collectTrait(node: TraitNode, names: NameResolver): TraitDefinition {
  return {
    id: names.resolve(node.id),
    value: node.value === undefined ? undefined : evaluateValue(node.value, names),
    span: names.span(node),
    syntax: node.value,
  };
}
