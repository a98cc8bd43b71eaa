/**
 * A path of `smithy.rules#operationContextParams` from the input of an operation, or from an item
 * of a list.
 */
export type ContextPath =
  /**
   * A chain of member names, such as `a.b.c`. Any member may be missing. An empty chain is the
   * value itself.
   */
  | { readonly kind: "members"; readonly names: readonly string[] }
  /**
   * The values found in each item of a list, in one list without missing values and without nested
   * lists.
   */
  | { readonly kind: "each"; readonly list: readonly string[]; readonly item: ContextPath }
  /** The values of several paths in one list, without missing values and without nested lists. */
  | { readonly kind: "select"; readonly paths: readonly (readonly string[])[] }
  /** The keys of a map. */
  | { readonly kind: "keys"; readonly map: ContextPath };

/**
 * Parses a path: members, `[*]` on lists, `keys()` of maps, several members (`[a, b.c]`) and
 * flattened lists (`[]`). Resulting lists are always flat and without missing values. Smithy:
 * https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#smithy-rules-operationcontextparams-trait
 *
 * @returns undefined if the path uses other parts of JMESPath
 */
export function parseContextPath(path: string): ContextPath | undefined {
  const keys = /^keys\((.+)\)$/.exec(path)?.[1];
  if (keys === undefined) return parseValue(path);
  const map = parseValue(keys);
  return map && { kind: "keys", map };
}

function parseValue(path: string): ContextPath | undefined {
  const [, members = "", rest = ""] = /^(\w+(?:\.\w+)*)?(.*)$/.exec(path) ?? [];
  const names = namesOf(members);
  if (/^(?:\[\*?\])?(?:\[\])?$/.test(rest)) return { kind: "members", names };
  const projection = /^\[\*?\]\.?(.+)$/.exec(rest)?.[1];
  if (projection !== undefined) {
    const item = parseValue(projection);
    return item && { kind: "each", list: names, item };
  }
  const selected = /^\[([A-Za-z_][\w., ]*)\](?:\[\])?$/.exec(rest)?.[1];
  if (selected === undefined) return undefined;
  const paths = selected.split(",").map((one) => [...names, ...namesOf(one.trim())]);
  return { kind: "select", paths };
}

function namesOf(members: string): readonly string[] {
  return members.split(".").filter((name) => name !== "");
}
