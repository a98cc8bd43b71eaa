import { code, join } from "../../code/code.js";
import type { Code } from "../../code/code.js";

/**
 * The path of an operation's context parameter as TypeScript: members, `[*]` over lists, `keys()` of maps, which is all
 * of JMESPath that Smithy allows there.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#smithy-rules-operationcontextparams-trait
 * @throws Error where the path asks for more
 */
export function contextPath(path: string): Code {
  const keys = /^keys\((.+)\)$/.exec(path)?.[1];
  return keys === undefined ? memberPath(path) : code`Object.keys(${memberPath(keys)} ?? {})`;
}

function memberPath(path: string): Code {
  if (!/^\w+(?:\[\*\])?(?:\.\w+(?:\[\*\])?)*$/.test(path)) {
    throw new Error(`The path "${path}" of an endpoint parameter is more than clients understand.`);
  }
  const [start = "", ...projections] = path.split("[*]");
  return projections
    .map((projection) => access("item", projection))
    .reduce(
      (items, item, index) =>
        projections[index] === "" ? items : code`${items}?.flatMap((item) => ${item} ?? [])`,
      access("input", start),
    );
}

/** Members on the way may be missing. */
function access(root: string, path: string): Code {
  const names = path.split(".").filter((name) => name !== "");
  return code`${join([root, ...names], root === "input" && names.length === 1 ? "." : "?.")}`;
}
