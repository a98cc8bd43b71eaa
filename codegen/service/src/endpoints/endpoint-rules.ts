import type { NodeValue } from "@tinsmith/smithy";
import { readDiagram } from "./decision-diagram.js";
import type { DecisionDiagram } from "./decision-diagram.js";
import { readRuleSet } from "./rule-set.js";
import type { RuleSet } from "./rule-set.js";

/** The rules of a service's endpoint, in either of the forms that Smithy has for them. */
export type EndpointRules = RuleSet | DecisionDiagram;

/**
 * Reads the rules that a model has. Where there are both forms, which then say the same, the rule set is the more
 * readable one.
 *
 * @throws Error where they are not what their trait's model says, naming the place
 */
export function readEndpointRules(
  ruleSet: NodeValue | undefined,
  bdd: NodeValue | undefined,
): EndpointRules | undefined {
  if (ruleSet !== undefined) return readRuleSet(ruleSet);
  return bdd === undefined ? undefined : readDiagram(bdd);
}
