import type { NodeValue } from "@tinsmith/smithy";
import { readDiagram } from "./decision-diagram.js";
import type { DecisionDiagram } from "./decision-diagram.js";
import { readRuleSet } from "./rule-set.js";
import type { RuleSet } from "./rule-set.js";

/** The rules of a service's endpoint, in either of the two forms of Smithy. */
export type EndpointRules = RuleSet | DecisionDiagram;

/**
 * Reads the rules of a model. A model may have both forms, which are then equivalent; the rule set
 * is used, because it is more readable.
 *
 * @throws Error if they do not match the model of their trait; the message names the place
 */
export function readEndpointRules(
  ruleSet: NodeValue | undefined,
  bdd: NodeValue | undefined,
): EndpointRules | undefined {
  if (ruleSet !== undefined) return readRuleSet(ruleSet);
  return bdd === undefined ? undefined : readDiagram(bdd);
}
