import type { ContextPath } from "@tinsmith/service";

/** Evaluates the path of a context parameter on the input of an operation. */
export function followContextPath(path: ContextPath, input: unknown): unknown {
  switch (path.kind) {
    case "members":
      return memberAt(input, path.names);
    case "each": {
      const list = memberAt(input, path.list);
      return Array.isArray(list)
        ? flat(list.map((item) => followContextPath(path.item, item)))
        : undefined;
    }
    case "select":
      return flat(path.paths.map((names) => memberAt(input, names)));
    case "keys":
      return Object.keys(followContextPath(path.map, input) ?? {});
  }
}

function memberAt(input: unknown, names: readonly string[]): unknown {
  let found = input;
  for (const name of names) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

function flat(values: readonly unknown[]): readonly unknown[] {
  return values.flat().filter((value) => value !== undefined && value !== null);
}
