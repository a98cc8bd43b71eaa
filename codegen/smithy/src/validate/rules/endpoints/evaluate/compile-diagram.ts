import type { NodeValue } from "../../../../model/model.js";
import { isNodeArray } from "../../../../model/node-value.js";
import { firstResult, readDiagram } from "../decision-diagram.js";
import type { RuleNode } from "../rule-set.js";
import { compileCondition, compileRule } from "./compile-rules.js";
import type { Outcome } from "./compile-rules.js";
import { EvaluationError } from "./rule-value.js";
import type { Scope } from "./scope.js";

/**
 * Compiles `smithy.rules#endpointBdd`: from the root, conditions select branches until a result is
 * reached. A negative reference is a node with its branches swapped.
 */
export function compileDiagram(trait: RuleNode): (scope: Scope) => Outcome {
  const { nodes, root } = readDiagram(trait);
  const conditions = listOf(trait["conditions"]).map(compileCondition);
  const results = listOf(trait["results"]).map(compileRule);
  return (scope) => {
    let reference = root;
    // In a diagram without cycles, each node is visited once at most.
    for (let steps = 0; steps <= nodes.length; steps++) {
      if (reference > firstResult) {
        const outcome = results[reference - firstResult - 1]?.(scope);
        if (outcome !== undefined) return outcome;
        break;
      }
      const node = nodes[Math.abs(reference) - 1];
      const condition = node && conditions[node.condition];
      if (node === undefined || condition === undefined) break;
      const isHigh = condition(scope) === reference > 0;
      reference = isHigh ? node.high : node.low;
    }
    throw new EvaluationError("No rules in ruleset matched");
  };
}

const listOf = (node: NodeValue | undefined): readonly NodeValue[] =>
  isNodeArray(node) ? node : [];
