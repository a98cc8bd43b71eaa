import type { RuleParameter } from "@tinsmith/service";
import type { RuleType } from "./value-types.js";

/**
 * The presence of a value at a place in the code. A guarded value is present wherever the rules
 * need it.
 */
export type Presence = "present" | "absent" | "unknown" | "guarded";

/** The facts that emitted code can rely on at its place. */
export interface RuleScope {
  /** Returns the name of a parameter or assigned value in the emitted function. */
  nameOf(name: string): string;
  typesOf(name: string): ReadonlySet<RuleType>;
  presenceOf(name: string): Presence;
}

/**
 * Returns the scope of a rule set, in which the conditions before a use ensure that a value is
 * present. Names are those of the rules, unless the language or an import reserves them.
 */
export function ruleScope(
  taken: ReadonlySet<string>,
  types: ReadonlyMap<string, ReadonlySet<RuleType>>,
): RuleScope {
  return {
    nameOf: (name) => (taken.has(name) ? `${name}_` : name),
    typesOf: (name) => types.get(name) ?? new Set(),
    presenceOf: () => "guarded",
  };
}

/** Returns the same scope with changed presence of values. */
export function withPresence(
  scope: RuleScope,
  presence: Presence,
  names: readonly string[],
): RuleScope {
  return {
    ...scope,
    presenceOf: (name) => (names.includes(name) ? presence : scope.presenceOf(name)),
  };
}

/** Returns a scope with the same facts that also records the names that code looks up in it. */
export function noting(scope: RuleScope, named: Set<string>): RuleScope {
  return {
    ...scope,
    nameOf: (name) => {
      named.add(name);
      return scope.nameOf(name);
    },
  };
}

/** Reports whether a parameter is required and has no default. */
export function isDemanded(parameter: RuleParameter): boolean {
  return parameter.required && parameter.default === undefined;
}
