import type { $SchemaRef } from "@smithy/types";

import { type ListView, type MapView, type StructureView, viewOf } from "../schema/shape-view.js";
import type { Constraints, MemberConstraints } from "./constraints.js";
import { compileLeafChecks } from "./leaf-checks.js";
import { missing, type ValidationProblem } from "./messages.js";

/** All problems of a value, in member order; the shared empty list where there are none. */
export type Validator = (value: unknown) => readonly ValidationProblem[];

/**
 * Compiles the constraints of a shape and of all that it reaches into closures, once. Members
 * without constraints anywhere below them cost nothing at run time.
 *
 * @param schema - the shape, usually an operation's input
 * @param constraints - the effective constraints of the model
 */
export const compileValidator = (schema: $SchemaRef, constraints: Constraints): Validator => {
  const check = new Compilation(constraints).contents(schema);
  if (!check) return () => noProblems;
  return (value) => {
    const problems: ValidationProblem[] = [];
    check(value, "", problems);
    return problems.length === 0 ? noProblems : problems;
  };
};

const noProblems: readonly ValidationProblem[] = Object.freeze([]);

/** Checks what is inside a value that stands at the path. */
type ContentsCheck = (value: unknown, path: string, problems: ValidationProblem[]) => void;

/** Checks one member of a container that stands at the path. */
type MemberCheck = (
  value: unknown,
  container: string,
  key: string | number,
  problems: ValidationProblem[],
) => void;

interface Pending {
  check: ContentsCheck | undefined;
  done: boolean;
}

class Compilation {
  readonly #constraints: Constraints;
  /** Shapes met so far; one that is still being compiled is a recursion, tied by the late call. */
  readonly #shapes = new Map<object, Pending>();

  constructor(constraints: Constraints) {
    this.#constraints = constraints;
  }

  contents(ref: $SchemaRef): ContentsCheck | undefined {
    const view = viewOf(ref);
    if (!("identity" in view) || view.identity === undefined) return undefined;
    const known = this.#shapes.get(view.identity);
    if (known) return known.done ? known.check : (...args) => known.check?.(...args);
    const pending: Pending = { check: undefined, done: false };
    this.#shapes.set(view.identity, pending);
    pending.check = this.#container(view);
    pending.done = true;
    return pending.check;
  }

  #container(view: StructureView | ListView | MapView): ContentsCheck | undefined {
    switch (view.kind) {
      case "list":
        return this.#list(view);
      case "map":
        return this.#map(view);
      default:
        return view.streaming ? undefined : this.#structure(view);
    }
  }

  #structure(view: StructureView): ContentsCheck | undefined {
    const checks = view.members.flatMap(({ name, ref }) => {
      const check = this.#member(ref, this.#of(view.name, name));
      return check ? [{ name, check }] : [];
    });
    if (checks.length === 0) return undefined;
    return (value, path, problems) => {
      if (!isRecord(value)) return;
      for (const { name, check } of checks) check(value[name], path, name, problems);
    };
  }

  #list(view: ListView): ContentsCheck | undefined {
    const check = this.#member(view.member, this.#of(view.name, "member"));
    if (!check) return undefined;
    return (value, path, problems) => {
      if (!Array.isArray(value)) return;
      for (let index = 0; index < value.length; index++) {
        check(value[index], path, index, problems);
      }
    };
  }

  #map(view: MapView): ContentsCheck | undefined {
    const checkKey = compileLeafChecks(this.#of(view.name, "key"));
    const checkValue = this.#member(view.value, this.#of(view.name, "value"));
    if (!checkKey && !checkValue) return undefined;
    return (value, path, problems) => {
      if (!isRecord(value)) return;
      for (const [key, item] of Object.entries(value)) {
        // A key has no pointer of its own: its problems are those of the map.
        checkKey?.(key, () => path, problems);
        checkValue?.(item, path, key, problems);
      }
    };
  }

  #member(ref: $SchemaRef, constraints: MemberConstraints): MemberCheck | undefined {
    const required = constraints.required === true;
    const own = compileLeafChecks(constraints);
    const contents = this.contents(ref);
    if (!required && !own && !contents) return undefined;
    return (value, container, key, problems) => {
      if (value === undefined || value === null) {
        if (required) problems.push(missing(join(container, key)));
        return;
      }
      own?.(value, () => join(container, key), problems);
      contents?.(value, join(container, key), problems);
    };
  }

  #of(container: string | undefined, member: string): MemberConstraints {
    const members = container === undefined ? undefined : this.#constraints[container];
    return (members && Object.hasOwn(members, member) && members[member]) || {};
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A step of a JSON pointer (RFC 6901). */
const join = (container: string, key: string | number): string =>
  typeof key === "number"
    ? `${container}/${key}`
    : `${container}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
