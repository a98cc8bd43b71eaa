import type { NodeValue } from "@tinsmith/smithy";
import type { EndpointPlan } from "./service-plan.js";

/** The values of all properties of a name in the endpoint rules, in whichever form the model has these. */
export function endpointProperties({ ruleSet, bdd }: EndpointPlan, name: string): NodeValue[] {
  const values: NodeValue[] = [];
  const collect = (node: NodeValue | undefined): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === name) values.push(value);
      else collect(value);
    }
  };
  collect(ruleSet);
  collect(bdd);
  return values;
}
