import type { RuleCondition, RuleExpression } from "@tinsmith/service";
import { namesOfTemplate } from "./referenced-names.js";
import { withPresence } from "./rule-scope.js";
import type { RuleScope } from "./rule-scope.js";

/**
 * Evaluates a condition as far as possible without values: a test of a value that is known to be
 * set, or a function of a value that is known to be absent. Returns `undefined` if the result
 * depends on values.
 */
export function decided(test: RuleExpression, scope: RuleScope): boolean | undefined {
  if (test.kind !== "call") return undefined;
  const [first] = test.args;
  switch (test.fn) {
    case "isSet":
      return first && isPresent(first, scope);
    case "not": {
      const inner = first && decided(first, scope);
      return inner === undefined ? undefined : !inner;
    }
    default:
      return isPresent(test, scope) === false ? false : undefined;
  }
}

/** Returns the scope of the code that runs if a condition holds. */
export function whereTrue({ assign, test }: RuleCondition, scope: RuleScope): RuleScope {
  const set = presentName(test);
  return withPresence(scope, "present", [...(assign ? [assign] : []), ...(set ? [set] : [])]);
}

/** Returns the scope of the code that runs if a condition does not hold. */
export function whereFalse(
  { assign, test }: RuleCondition,
  isBoolean: boolean,
  scope: RuleScope,
): RuleScope {
  const set = presentName(test);
  const unset = absentName(test);
  const gone = [...(assign && !isBoolean ? [assign] : []), ...(set ? [set] : [])];
  const unsure = assign && isBoolean ? [assign] : [];
  const there = withPresence(scope, "present", unset ? [unset] : []);
  return withPresence(withPresence(there, "unknown", unsure), "absent", gone);
}

/**
 * Reports whether a value is present. Functions of absent values have no value, except tests for
 * presence.
 */
function isPresent(expression: RuleExpression, scope: RuleScope): boolean | undefined {
  switch (expression.kind) {
    case "literal":
    case "list":
      return true;
    case "reference":
      return known(scope, [expression.name]);
    case "template":
      return known(scope, namesOfTemplate(expression.text));
    case "call":
      return isCallPresent(expression, scope);
  }
}

function isCallPresent(
  { fn, args }: RuleExpression & { readonly kind: "call" },
  scope: RuleScope,
): boolean | undefined {
  const parts = args.map((arg) => isPresent(arg, scope));
  switch (fn) {
    case "isSet":
    case "not":
      return true;
    case "coalesce":
      if (parts.includes(true)) return true;
      return parts.every((part) => part === false) ? false : undefined;
    case "ite":
      return undefined;
    default:
      return parts.includes(false) ? false : undefined;
  }
}

function known(scope: RuleScope, names: readonly string[]): boolean | undefined {
  const presences = names.map((name) => scope.presenceOf(name));
  if (presences.includes("absent")) return false;
  return presences.every((presence) => presence === "present") ? true : undefined;
}

/** Returns `x` of `isSet(x)`. */
function presentName(test: RuleExpression): string | undefined {
  const arg = test.kind === "call" && test.fn === "isSet" ? test.args[0] : undefined;
  return arg?.kind === "reference" ? arg.name : undefined;
}

/** Returns `x` of `not(isSet(x))`. */
function absentName(test: RuleExpression): string | undefined {
  const arg = test.kind === "call" && test.fn === "not" ? test.args[0] : undefined;
  return arg && presentName(arg);
}
