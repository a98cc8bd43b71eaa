import type { NodeValue } from "@tinsmith/smithy";

/** Returns the values of all properties with a name in the endpoint rules, in either form. */
export function endpointValues(
  rules: readonly (NodeValue | undefined)[],
  name: string,
): NodeValue[] {
  const values: NodeValue[] = [];
  const collect = (node: NodeValue | undefined): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === name) values.push(value);
      else collect(value);
    }
  };
  rules.forEach(collect);
  return values;
}
