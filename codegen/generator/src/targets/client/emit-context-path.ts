import type { ContextPath } from "@tinsmith/service";
import { code, join } from "../../code/code.js";
import type { Code } from "../../code/code.js";

/** Emits the path of an operation's context parameter as an expression over `input`. */
export function emitContextPath(path: ContextPath, root = "input"): Code {
  switch (path.kind) {
    case "keys":
      return code`Object.keys(${emitContextPath(path.map, root)} ?? {})`;
    case "members":
      return access(root, path.names);
    case "each":
      return code`${access(root, path.list)}?.flatMap((item) => ${emitContextPath(path.item, "item")} ?? [])`;
    case "select": {
      const values = path.paths.map((names) => access(root, names));
      return code`[${join(values, ", ")}].flatMap((value) => value ?? [])`;
    }
  }
}

/** Emits access to members, any of which may be missing. */
function access(root: string, names: readonly string[]): Code {
  return code`${join([root, ...names], root === "input" && names.length === 1 ? "." : "?.")}`;
}
