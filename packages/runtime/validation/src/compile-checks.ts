import type { $SchemaRef } from "@smithy/types";
import { isPlainRecord } from "@tinsmith/values";

import { constraintChecks } from "./constraint-checks.js";
import { type Constraints, constraintsOf, type MemberConstraints } from "./constraints.js";
import { matchWithRegExp, type PatternMatcher } from "./pattern.js";
import type { Problem, Violation } from "./problem.js";
import {
  isIdempotencyToken,
  isPayload,
  type ListView,
  type MapView,
  type MemberView,
  type ShapeView,
  type SimpleView,
  type StructureView,
  viewOf,
} from "./schema-view.js";
import {
  eventStreamCheck,
  listCheck,
  recordCheck,
  simpleTypeCheck,
  type TypeCheck,
} from "./type-checks.js";

/**
 * Options of the compilation of checks.
 *
 * @internal
 */
export interface CheckOptions {
  readonly constraints: Constraints;
  /** What is demanded of the value as a whole. */
  readonly own?: MemberConstraints | undefined;
  /**
   * - `constraints`: only what constraint traits say, of a value whose types are known to be right.
   * - `value`: types and constraints; `null` is no absence, and members without a name in the model
   *   are let pass, as services may learn new ones.
   * - `parameters`: what is about to be sent: `null` counts as absent, as writers leave it out;
   *   tokens which clients fill in may be missing; and members without a name in the model are
   *   problems.
   */
  readonly as: "constraints" | "value" | "parameters";
  /** Default: the regular expressions of JavaScript. */
  readonly matcher?: PatternMatcher | undefined;
}

/**
 * All violations in a value, in the order of its members; the shared empty list where there are none.
 *
 * @internal
 */
export type Checks = (value: unknown) => readonly Violation[];

/**
 * Compiles what the model demands of a shape and of all that it reaches into closures, once.
 * Where only constraints are checked, members without any below them cost nothing at run time.
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

/** Where a check is in the value, and what was found so far. */
interface State {
  readonly path: (string | number)[];
  readonly violations: Violation[];
}

/** Checks a value that is there. */
type ValueCheck = (value: unknown, state: State) => void;

/** Checks one member of the container that the state stands at. */
type MemberCheck = (value: unknown, key: string | number, state: State) => void;

interface Pending {
  check: ValueCheck | undefined;
  done: boolean;
}

class Compilation {
  readonly #constraints: Constraints;
  readonly #as: CheckOptions["as"];
  readonly #matcher: PatternMatcher;
  /** Shapes met so far; one that is still being compiled is a recursion, tied by the late call. */
  readonly #shapes = new Map<object, Pending>();

  constructor({ constraints, as, matcher = matchWithRegExp }: CheckOptions) {
    this.#constraints = constraints;
    this.#as = as;
    this.#matcher = matcher;
  }

  /** The checks of a value's type, of its own constraints, and of what is inside it. */
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
    const members = view.members.filter(({ name }) => !isError || !errorProperties.has(name));
    const checks = members.flatMap((member) => {
      const { name, ref } = member;
      const check = this.#member(ref, constraintsOf(this.#constraints, view.name, name), member);
      // What every object inherits is there without being set.
      return check ? [{ name, inherited: name in Object.prototype, check }] : [];
    });
    const whole = this.#whole(view);
    if (checks.length === 0) return whole;
    return (value, state) => {
      if (!isPlainRecord(value)) return;
      for (const { name, inherited, check } of checks) {
        check(inherited && !Object.hasOwn(value, name) ? undefined : value[name], name, state);
      }
      whole?.(value, state);
    };
  }

  /** What a structure is held to as a whole, beyond its members. */
  #whole(view: StructureView): ValueCheck | undefined {
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
    // Entries of a list without `@sparse` must all be there; protocols see to that themselves.
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

/** The properties of an error that are JavaScript's and the same for all, whatever its shape says. */
const errorProperties: ReadonlySet<string> = new Set(["name", "$fault", "message"]);

const errorCheck =
  (name: string, fault: string) =>
  (value: Readonly<Record<string, unknown>>, state: State): void => {
    const same = (key: string, expected: string) => {
      if (value[key] !== expected) {
        reportAt(state, key, { kind: "enum", values: [expected] }, false);
      }
    };
    same("name", name);
    same("$fault", fault);
    const { message } = value;
    if (typeof message !== "string") {
      reportAt(state, "message", { kind: "type", expected: "a string", value: message }, false);
    }
  };

const unionCheck =
  (members: readonly string[], as: CheckOptions["as"]) =>
  (value: Readonly<Record<string, unknown>>, state: State): void => {
    // What was read without being known goes back as it came.
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
