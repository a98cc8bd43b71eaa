import type { ServicePlan } from "@tinsmith/service";
import { code, join, raw } from "../../code/code.js";
import type { Code } from "../../code/code.js";

/** Emits the entry of the package, which exports each name explicitly. */
export function emitIndex(plan: ServicePlan): Code {
  const named = (kinds: readonly string[]) =>
    plan.shapes
      .filter((shape) => kinds.includes(shape.kind))
      .filter((shape) => shape.kind !== "structure" || shape.error === undefined)
      .map((shape) => shape.typeName);
  const modules = [
    reexport("", named(["enum", "intEnum"]), "./enums.js"),
    reexport(
      "type",
      plan.errors.map((error) => error.typeName),
      "./errors.js",
    ),
    reexport(
      "type",
      plan.operations.map((operation) => operation.names.error),
      "./operations.js",
    ),
    reexport("type", named(["structure", "union"]), "./structures.js"),
  ].filter((statement) => statement !== undefined);
  return modules.length === 0 ? code`export {};` : code`${modules}`;
}

function reexport(kind: "" | "type", names: readonly string[], module: string): Code | undefined {
  if (names.length === 0) return undefined;
  const keyword = kind === "type" ? "type" : undefined;
  return code`export ${keyword} { ${join(names, ", ")} } from ${raw(JSON.stringify(module))};`;
}
