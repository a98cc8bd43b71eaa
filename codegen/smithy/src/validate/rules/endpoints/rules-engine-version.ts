import { stringOf } from "../../../model/node-value.js";
import { error } from "../../event.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { objectsIn, ruleSetOf } from "./rule-set.js";

const tooOld = error(
  "RulesEngineVersion",
  (args: { name: string; needed: string; declared: string }) =>
    `${args.name} requires rules engine version >= ${args.needed}, but ruleset declares version ${args.declared}`,
);

/** The first version of the rules engine that has each function. */
const since: ReadonlyMap<string, string> = new Map([
  ["coalesce", "1.1"],
  ["ite", "1.1"],
  ["split", "1.1"],
]);

/** Rules use only functions of their version. */
export const rulesEngineVersion: Rule = {
  name: "RulesEngineVersion",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const rules = ruleSetOf(service);
      const declared = stringOf(rules["version"]) ?? "1.1";
      const used = new Set<string>();
      for (const { fn } of objectsIn(rules)) if (typeof fn === "string") used.add(fn);
      for (const fn of [...used].sort()) {
        const needed = since.get(fn);
        if (needed === undefined || compareVersions(declared, needed) >= 0) continue;
        const name = `${fn.charAt(0).toUpperCase()}${fn.slice(1)}`;
        yield tooOld({ name, needed, declared }, at(service));
      }
    }
  },
};

/** Compares dotted version numbers: negative if the first is older. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split(".").map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
