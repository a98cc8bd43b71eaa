import type { RuleParameter } from "@tinsmith/service";
import type { RuleType } from "./value-types.js";

/**
 * What is known of a value where the code stands: that it is there, that it is not, or neither. A guarded value is there
 * wherever the rules need it.
 */
export type Presence = "present" | "absent" | "unknown" | "guarded";

/** What emitted code may count on where it stands. */
export interface RuleScope {
  /** The name of a parameter or assigned value in the emitted function. */
  nameOf(name: string): string;
  typesOf(name: string): ReadonlySet<RuleType>;
  presenceOf(name: string): Presence;
}

/**
 * The scope of a rule set, where the conditions before a use have made sure that a value is there. Names are as the
 * rules have them, unless the language or an import has taken them.
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

/** The same scope, with other knowledge of what is there. */
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

/** The same scope, which remembers what code has named in it. */
export function noting(scope: RuleScope, named: Set<string>): RuleScope {
  return {
    ...scope,
    nameOf: (name) => {
      named.add(name);
      return scope.nameOf(name);
    },
  };
}

/** A parameter that has to be given and has no value by default. */
export function isDemanded(parameter: RuleParameter): boolean {
  return parameter.required && parameter.default === undefined;
}
