import type { $SchemaRef } from "@smithy/types";
import { errorProperty, isPlainRecord } from "@tinsmith/values";

import { constraintChecks } from "./constraint-checks.js";
import { constraintsOf } from "./constraints.js";
import type { Constraints, MemberConstraints } from "./constraints.js";
import { matchWithRegExp } from "./pattern.js";
import type { PatternMatcher } from "./pattern.js";
import type { Problem, Violation } from "./problem.js";
import { isIdempotencyToken, isPayload, viewOf } from "./schema-view.js";
import type {
  ListView,
  MapView,
  MemberView,
  ShapeView,
  SimpleView,
  StructureView,
} from "./schema-view.js";
import { eventStreamCheck, listCheck, recordCheck, simpleTypeCheck } from "./type-checks.js";
import type { TypeCheck } from "./type-checks.js";

/**
 * Options of {@link compileChecks}.
 *
 * @internal
 */
export interface CheckOptions {
  readonly constraints: Constraints;
  /** Constraints of the value itself, in addition to those of its members. */
  readonly own?: MemberConstraints | undefined;
  /**
   * - `constraints`: checks constraint traits only, for values whose types have been checked
   *   already.
   * - `value`: checks types and constraints. `null` does not count as absent. Members that are not
   *   in the model are accepted, because newer versions of a service may add some.
   * - `parameters`: checks input that is about to be sent. `null` counts as absent, because writers
   *   omit it. Tokens that clients generate may be missing. Members that are not in the model are
   *   problems.
   */
  readonly as: "constraints" | "value" | "parameters";
  /** Default: JavaScript's regular expressions. */
  readonly matcher?: PatternMatcher | undefined;
}

/**
 * Returns all violations in a value, in the order of its members. Valid values share one empty
 * list.
 *
 * @internal
 */
export type Checks = (value: unknown) => readonly Violation[];

/**
 * Compiles the checks of a shape, and of all shapes that it refers to, into closures. When only
 * constraints are checked, members without constraints add no work at run time.
 *
 * @internal
 */
export function compileChecks(schema: $SchemaRef, options: CheckOptions): Checks {
  const check = new Compilation(options).value(schema, options.own ?? {}, false);
  if (!check) return () => none;
  return (value) => {
    const state: State = { path: [], violations: [] };
    check(value, state);
    return state.violations.length === 0 ? none : state.violations;
  };
}

const none: readonly Violation[] = Object.freeze([]);

/** The current position in the value, and the violations found so far. */
interface State {
  readonly path: (string | number)[];
  readonly violations: Violation[];
}

/** Checks a value that is present. */
type ValueCheck = (value: unknown, state: State) => void;

/** Checks one member of the container at the current position. */
type MemberCheck = (value: unknown, key: string | number, state: State) => void;

interface Pending {
  check: ValueCheck | undefined;
  done: boolean;
}

class Compilation {
  readonly #constraints: Constraints;
  readonly #as: CheckOptions["as"];
  readonly #matcher: PatternMatcher;
  /** The shapes compiled so far. An unfinished entry belongs to a recursive shape. */
  readonly #shapes = new Map<object, Pending>();

  constructor({ constraints, as, matcher = matchWithRegExp }: CheckOptions) {
    this.#constraints = constraints;
    this.#as = as;
    this.#matcher = matcher;
  }

  /** Compiles the checks of a value: its type, its constraints and its contents. */
  value(ref: $SchemaRef, constraints: MemberConstraints, payload: boolean): ValueCheck | undefined {
    const view = viewOf(ref);
    const type = this.#as === "constraints" ? undefined : typeCheck(view, constraints, payload);
    const own = constraintChecks(constraints, this.#matcher);
    const contents = this.#contents(view);
    if (!type && own.length === 0) return contents;
    return (value, state) => {
      if (type && !type.accepts(value)) {
        report(state, { kind: "type", expected: type.expected, value });
        return;
      }
      for (const check of own) {
        const problem = check(value);
        if (problem) report(state, problem);
      }
      contents?.(value, state);
    };
  }

  #contents(view: ShapeView): ValueCheck | undefined {
    if (isSimple(view)) return undefined;
    if (view.identity === undefined) return this.#container(view);
    const known = this.#shapes.get(view.identity);
    if (known) return known.done ? known.check : (...args) => known.check?.(...args);
    const pending: Pending = { check: undefined, done: false };
    this.#shapes.set(view.identity, pending);
    pending.check = this.#container(view);
    pending.done = true;
    return pending.check;
  }

  #container(view: StructureView | ListView | MapView): ValueCheck | undefined {
    switch (view.kind) {
      case "list":
        return this.#list(view);
      case "map":
        return this.#map(view);
      default:
        return view.streaming ? undefined : this.#structure(view);
    }
  }

  #structure(view: StructureView): ValueCheck | undefined {
    const isError = this.#as !== "constraints" && view.fault !== undefined;
    const checks = view.members.flatMap((member) => {
      const { ref } = member;
      const name = isError ? errorProperty(member.name) : member.name;
      if (isError && errorProperties.has(name)) return [];
      const constraints = constraintsOf(this.#constraints, view.name, member.name);
      const check = this.#member(ref, constraints, member);
      // Every object inherits some properties. They must not count as members that are set.
      return check ? [{ name, inherited: name in Object.prototype, check }] : [];
    });
    const whole = this.#structureAsWhole(view);
    if (checks.length === 0) return whole;
    return (value, state) => {
      if (!isPlainRecord(value)) return;
      for (const { name, inherited, check } of checks) {
        check(inherited && !Object.hasOwn(value, name) ? undefined : value[name], name, state);
      }
      whole?.(value, state);
    };
  }

  /** Compiles the checks that concern a structure as a whole and not one of its members. */
  #structureAsWhole(view: StructureView): ValueCheck | undefined {
    if (this.#as === "constraints") return undefined;
    const names = view.members.map(({ name }) => name);
    const checks: ((value: Readonly<Record<string, unknown>>, state: State) => void)[] = [];
    if (view.fault !== undefined) checks.push(errorCheck(view.name, view.fault));
    if (view.kind === "union") checks.push(unionCheck(names, this.#as));
    if (this.#as === "parameters") checks.push(knownMembersCheck(names, view.kind === "union"));
    if (checks.length === 0) return undefined;
    return (value, state) => {
      if (isPlainRecord(value)) for (const check of checks) check(value, state);
    };
  }

  #list(view: ListView): ValueCheck | undefined {
    const constraints = constraintsOf(this.#constraints, view.name, "member");
    const check = this.#member(view.member, constraints, { sparse: view.sparse });
    if (!check) return undefined;
    return (value, state) => {
      if (!Array.isArray(value)) return;
      for (let index = 0; index < value.length; index++) check(value[index], index, state);
    };
  }

  #map(view: MapView): ValueCheck | undefined {
    const keyConstraints = constraintsOf(this.#constraints, view.name, "key");
    const keyChecks = constraintChecks(keyConstraints, this.#matcher);
    const constraints = constraintsOf(this.#constraints, view.name, "value");
    const check = this.#member(view.value, constraints, { sparse: view.sparse });
    if (keyChecks.length === 0 && !check) return undefined;
    return (value, state) => {
      if (!isPlainRecord(value)) return;
      for (const [key, item] of Object.entries(value)) {
        for (const keyCheck of keyChecks) {
          const problem = keyCheck(key);
          if (problem) reportAt(state, key, problem, true);
        }
        if (item !== undefined) check?.(item, key, state);
      }
    };
  }

  #member(
    ref: $SchemaRef,
    constraints: MemberConstraints,
    member: MemberView | { readonly sparse: boolean },
  ): MemberCheck | undefined {
    const isEntry = "sparse" in member;
    const filledIn = this.#as === "parameters" && !isEntry && isIdempotencyToken(member);
    const required = constraints.required === true && !filledIn;
    const check = this.value(ref, constraints, !isEntry && isPayload(member));
    if (!required && !check) return undefined;
    // Lists and maps without `@sparse` must not contain nulls. For `constraints`, the protocol has
    // already checked that.
    const dense = isEntry && !member.sparse && this.#as !== "constraints";
    const nullIsValue =
      viewOf(ref).kind === "document" || (this.#as === "value" && !(isEntry && member.sparse));
    return (value, key, state) => {
      if (value === null && constraints.nullable) return;
      if (value === undefined || (value === null && !nullIsValue)) {
        if (required || dense) reportAt(state, key, { kind: "missing" }, false);
        return;
      }
      if (!check) return;
      state.path.push(key);
      check(value, state);
      state.path.pop();
    };
  }
}

const isSimple = (view: ShapeView): view is SimpleView =>
  view.kind !== "list" && view.kind !== "map" && !("members" in view);

function typeCheck(view: ShapeView, { number }: MemberConstraints, payload: boolean): TypeCheck {
  if (isSimple(view)) return simpleTypeCheck(view.kind, number, payload);
  if (view.kind === "list") return listCheck;
  return view.kind !== "map" && view.streaming ? eventStreamCheck : recordCheck;
}

/** The properties that every error has. Their types do not depend on the shape. */
const errorProperties: ReadonlySet<string> = new Set(["name", "$fault", "message"]);

const errorCheck =
  (name: string, fault: string) =>
  (value: Readonly<Record<string, unknown>>, state: State): void => {
    const requireEqual = (key: string, expected: string) => {
      if (value[key] !== expected) {
        reportAt(state, key, { kind: "enum", values: [expected] }, false);
      }
    };
    requireEqual("name", name);
    requireEqual("$fault", fault);
    const { message } = value;
    if (typeof message !== "string") {
      reportAt(state, "message", { kind: "type", expected: "a string", value: message }, false);
    }
  };

const unionCheck =
  (members: readonly string[], as: CheckOptions["as"]) =>
  (value: Readonly<Record<string, unknown>>, state: State): void => {
    // A union member that was unknown when it was read may be sent back unchanged.
    if (as === "parameters" && value["$unknown"] !== undefined) return;
    const set = members.filter((name) => {
      const member = Object.hasOwn(value, name) ? value[name] : undefined;
      return member !== undefined && (member !== null || as === "value");
    });
    if (set.length !== 1) report(state, { kind: "union", members, set });
  };

function knownMembersCheck(names: readonly string[], isUnion: boolean) {
  const known = new Set(isUnion ? [...names, "$unknown"] : names);
  return (value: Readonly<Record<string, unknown>>, state: State): void => {
    for (const [name, member] of Object.entries(value)) {
      if (member !== undefined && !known.has(name)) {
        reportAt(state, name, { kind: "unexpected" }, false);
      }
    }
  };
}

function report({ path, violations }: State, problem: Problem): void {
  violations.push({ path: [...path], inKey: false, problem });
}

function reportAt(
  { path, violations }: State,
  key: string | number,
  problem: Problem,
  inKey: boolean,
): void {
  violations.push({ path: [...path, key], inKey, problem });
}
