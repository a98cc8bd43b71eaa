import type { Severity } from "../../diagnostics/diagnostic.js";
import type { Expression } from "./expression.js";
import { functions } from "./functions.js";
import {
  any,
  arrayOf,
  boolean,
  nothing,
  objectOf,
  typeOfValue,
  type ValueType,
} from "./value-type.js";

/** Something that an expression does to a value that cannot work. */
export interface JmespathProblem {
  readonly severity: Severity;
  readonly message: string;
  readonly offset: number;
}

export interface JmespathResult {
  readonly type: ValueType;
  readonly problems: readonly JmespathProblem[];
}

/** Works out what an expression yields for values of a type, and what in it goes wrong. */
export function checkJmespath(expression: Expression, input: ValueType): JmespathResult {
  const problems: JmespathProblem[] = [];
  const type = new Checker(problems).visit(expression, input);
  return { type, problems };
}

class Checker {
  private readonly problems: JmespathProblem[];

  constructor(problems: JmespathProblem[]) {
    this.problems = problems;
  }

  visit(expression: Expression, current: ValueType): ValueType {
    switch (expression.kind) {
      case "current":
        return current;
      case "literal":
        return typeOfValue(expression.value);
      case "field":
        return this.field(expression, current);
      case "index":
        if (current.kind === "array") return current.item;
        return this.wrong("Array index", expression.offset, current);
      case "slice":
        if (current.kind === "array") return current;
        return this.wrong("Slice", expression.offset, current);
      case "subexpression":
        return this.visit(expression.right, this.visit(expression.left, current));
      case "flatten":
        return this.flatten(expression, current);
      case "projection":
        return this.projection(expression, current);
      case "objectProjection":
        return this.objectProjection(expression, current);
      case "filter":
        return this.filter(expression, current);
      case "comparison":
        return this.comparison(expression, current);
      case "and":
      case "or":
        return this.either(
          this.visit(expression.left, current),
          this.visit(expression.right, current),
        );
      case "not":
        this.visit(expression.expression, current);
        return boolean;
      case "multiSelectList": {
        const items = expression.items.map((item) => this.visit(item, current));
        return arrayOf(items.reduce((one, other) => this.either(one, other), items[0] ?? any));
      }
      case "multiSelectHash":
        return objectOf(
          new Map(
            expression.entries.map(([key, value]) => {
              const type = this.visit(value, current);
              return [key, () => type];
            }),
          ),
        );
      case "function":
        return this.call(expression, current);
      case "expressionType":
        return { kind: "expression" };
    }
  }

  private field(
    { name, offset }: Extract<Expression, { kind: "field" }>,
    current: ValueType,
  ): ValueType {
    if (current.kind === "any") return any;
    if (current.kind !== "object") {
      const message = `Object field '${name}' extraction performed on ${current.kind}`;
      this.problems.push({ severity: "DANGER", message, offset });
      return any;
    }
    const type = current.property(name);
    if (type !== undefined) return type;
    const names = [...(current.names ?? [])].sort().join(", ");
    const message = `Object field '${name}' does not exist in object with properties [${names}]`;
    this.problems.push({ severity: "DANGER", message, offset });
    return any;
  }

  private flatten(
    { expression, offset }: Extract<Expression, { kind: "flatten" }>,
    current: ValueType,
  ): ValueType {
    const type = this.visit(expression, current);
    if (type.kind === "any") return arrayOf(any);
    if (type.kind !== "array") return this.wrong("Array flatten", offset, type);
    return type.item.kind === "array" ? type.item : type;
  }

  private projection(
    { left, right, offset }: Extract<Expression, { kind: "projection" }>,
    current: ValueType,
  ): ValueType {
    const type = this.visit(left, current);
    if (type.kind === "array") return arrayOf(this.visit(right, type.item));
    if (type.kind === "any") return arrayOf(this.visit(right, any));
    // A flatten that failed has said so already.
    return left.kind === "flatten" ? nothing : this.wrong("Array projection", offset, type);
  }

  private objectProjection(
    { left, right, offset }: Extract<Expression, { kind: "objectProjection" }>,
    current: ValueType,
  ): ValueType {
    const type = this.visit(left, current);
    if (type.kind === "any") return arrayOf(any);
    if (type.kind !== "object") return this.wrong("Object projection", offset, type);
    // The values of a map are alike; those of a structure seldom.
    const value = type.names === undefined ? (type.property("") ?? any) : any;
    return arrayOf(this.visit(right, value));
  }

  private filter(
    { left, condition, right, offset }: Extract<Expression, { kind: "filter" }>,
    current: ValueType,
  ): ValueType {
    const type = this.visit(left, current);
    if (type.kind !== "array" && type.kind !== "any") {
      return this.wrong("Filter projection", offset, type);
    }
    const item = type.kind === "array" ? type.item : any;
    this.visit(condition, item);
    return arrayOf(this.visit(right, item));
  }

  private comparison(
    { comparator, left, right }: Extract<Expression, { kind: "comparison" }>,
    current: ValueType,
  ): ValueType {
    const types = [this.visit(left, current), this.visit(right, current)];
    if (comparator === "==" || comparator === "!=") return boolean;
    const bad = types.find(({ kind }) => kind !== "number" && kind !== "any");
    if (bad === undefined) return boolean;
    const message = `Invalid comparator '${comparator}' for ${bad.kind}`;
    this.problems.push({ severity: "WARNING", message, offset: right.offset });
    return nothing;
  }

  private call(
    { name, args, offset }: Extract<Expression, { kind: "function" }>,
    current: ValueType,
  ): ValueType {
    const types = args.map((arg) => this.visit(arg, current));
    const signature = functions.get(name);
    const error = (message: string) => this.problems.push({ severity: "ERROR", message, offset });
    if (signature === undefined) {
      error(`Unknown function: ${name}`);
      return any;
    }
    const expected = signature.args.length;
    if (signature.variadic === true ? args.length < expected : args.length !== expected) {
      error(`${name} function expected ${expected} arguments, but was given ${args.length}`);
      return any;
    }
    for (const [index, type] of types.entries()) {
      const allowed = signature.args[Math.min(index, expected - 1)] ?? [];
      if (type.kind === "any" || allowed.includes(type.kind)) continue;
      error(
        `${name} function argument ${index} error: Expected argument to be ${allowed.join(" or ")}, but found ${type.kind}`,
      );
    }
    return signature.returns(types);
  }

  private either(one: ValueType, other: ValueType): ValueType {
    return one.kind === other.kind ? one : any;
  }

  private wrong(what: string, offset: number, found: ValueType): ValueType {
    if (found.kind === "any") return any;
    const message = `${what} performed on ${found.kind}`;
    this.problems.push({ severity: "DANGER", message, offset });
    return nothing;
  }
}
