import { arrayOf, entriesOf, isNodeArray, isNodeObject, propertyOf } from "@tinsmith/smithy";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";

/**
 * Makes a case of each set of `testParameters`. In any string, `$name:L` is the parameter's text, `$name:S` the same
 * as a quoted string, and `$$` a dollar. Ids get a number: `_case0`.
 * Smithy: https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html#parameterized-tests
 */
export function expandParameters(test: NodeValue): readonly NodeObject[] {
  if (!isNodeObject(test)) return [];
  const { testParameters, ...rest } = test;
  const parameters = entriesOf(testParameters);
  if (parameters.length === 0) return [substituteAll(rest, new Map())];
  const sets = Math.max(...parameters.map(([, values]) => arrayOf(values).length));
  return Array.from({ length: sets }, (_, index) => {
    const values = new Map(
      parameters.map(([name, list]) => [name, String(arrayOf(list)[index] ?? "")]),
    );
    return {
      ...substituteAll(rest, values),
      id: `${String(propertyOf(test, "id"))}_case${index}`,
    };
  });
}

function substitute(node: NodeValue, values: ReadonlyMap<string, string>): NodeValue {
  if (typeof node === "string") return substituteText(node, values);
  if (isNodeArray(node)) return node.map((item) => substitute(item, values));
  return isNodeObject(node) ? substituteAll(node, values) : node;
}

function substituteAll(node: NodeObject, values: ReadonlyMap<string, string>): NodeObject {
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      substituteText(name, values),
      substitute(value, values),
    ]),
  );
}

function substituteText(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\$|\$(\w+):([LS])/g, (whole, name: string | undefined, form: string) => {
    if (name === undefined) return "$";
    const value = values.get(name);
    if (value === undefined) return whole;
    return form === "S" ? JSON.stringify(value) : value;
  });
}
