import type { Neighbor } from "../select/neighbors.js";
import { groupBy } from "./group-by.js";

/** The relationships that lead to a structure, in the order in which messages list them. */
const relationships = ["input", "output", "error", "", "mixin"] as const;

/**
 * Describes where a structure is used, as messages list it: `{output: [ns#A], member target:
 * [ns#B$c]}`.
 */
export function describeContexts(users: readonly Neighbor[]): string {
  const groups = groupBy(users, ({ relationship }) => relationship);
  const listed = relationships.flatMap((relationship) => {
    const found = groups.get(relationship);
    if (!found) return [];
    const ids = [...new Set(found.map(({ shape }) => shape.id))].sort();
    return `${relationship === "" ? "member target" : relationship}: [${ids.join(", ")}]`;
  });
  return `{${listed.join(", ")}}`;
}
