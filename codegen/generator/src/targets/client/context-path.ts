import { code, join } from "../../code/code.js";
import type { Code } from "../../code/code.js";

/**
 * The path of an operation's context parameter as TypeScript: members, `[*]` over lists, `keys()` of maps, several members
 * at once (`[a, b.c]`) and lists made flat (`[]`), which is all of JMESPath that Smithy allows there.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#smithy-rules-operationcontextparams-trait
 * @throws Error where the path asks for more
 */
export function contextPath(path: string): Code {
  const keys = /^keys\((.+)\)$/.exec(path)?.[1];
  return keys === undefined
    ? valueAt("input", path)
    : code`Object.keys(${valueAt("input", keys)} ?? {})`;
}

/** What a path leads to. Lists are flat, and without what is missing, whether the path says so or not. */
function valueAt(root: string, path: string): Code {
  const [, members = "", rest = ""] = /^(\w+(?:\.\w+)*)?(.*)$/.exec(path) ?? [];
  const value = access(root, members);
  if (rest === "" || rest === "[]") return value;
  const projection = /^\[\*?\]\.?(.+)$/.exec(rest)?.[1];
  if (projection !== undefined) {
    return projection === "[]"
      ? value
      : code`${value}?.flatMap((item) => ${valueAt("item", projection)} ?? [])`;
  }
  if (rest === "[*]") return value;
  const selected = /^\[([\w., ]+)\](?:\[\])?$/.exec(rest)?.[1];
  if (selected === undefined) {
    throw new Error(`The path "${path}" of an endpoint parameter is more than clients understand.`);
  }
  const values = selected
    .split(",")
    .map((name) => access(root, [members, name.trim()].filter((part) => part !== "").join(".")));
  return code`[${join(values, ", ")}].flatMap((value) => value ?? [])`;
}

/** Members on the way may be missing. */
function access(root: string, path: string): Code {
  const names = path.split(".").filter((name) => name !== "");
  return code`${join([root, ...names], root === "input" && names.length === 1 ? "." : "?.")}`;
}
