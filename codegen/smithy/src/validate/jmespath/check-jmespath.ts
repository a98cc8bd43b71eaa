import type { Severity } from "../../diagnostics/diagnostic.js";
import type { Expression } from "./expression.js";
import { functions, refusal } from "./functions.js";
import { any, arrayOf, boolean, nothing, objectOf, typeOfValue } from "./value-type.js";
import type { ValueType } from "./value-type.js";

/** A part of an expression that cannot work on its value. */
export interface JmespathProblem {
  readonly severity: Severity;
  readonly message: string;
  readonly offset: number;
}

export interface JmespathResult {
  readonly type: ValueType;
  readonly problems: readonly JmespathProblem[];
}

/** Determines the type that an expression yields for values of a type, and the problems in it. */
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
        this.wrong(`Array index '${expression.index}' extraction`, expression.offset, current);
        return any;
      case "slice":
        if (current.kind === "array") return current;
        this.wrong("Slice", expression.offset, current);
        return arrayOf(any);
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
        return this.logical(expression, current);
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
    const names = (current.names ?? []).join(", ");
    const message = `Object field '${name}' does not exist in object with properties [${names}]`;
    this.problems.push({ severity: "DANGER", message, offset });
    return nothing;
  }

  private flatten(
    { expression, offset }: Extract<Expression, { kind: "flatten" }>,
    current: ValueType,
  ): ValueType {
    const type = this.visit(expression, current);
    if (type.kind === "array") return type.item.kind === "array" ? type.item : type;
    this.wrong("Array flatten", offset, type);
    return arrayOf(any);
  }

  private projection(
    { left, right, offset }: Extract<Expression, { kind: "projection" }>,
    current: ValueType,
  ): ValueType {
    const type = this.visit(left, current);
    if (type.kind === "array") return arrayOf(this.visit(right, type.item));
    this.wrong("Array projection", offset, type);
    return arrayOf(this.visit(right, any));
  }

  private objectProjection(
    { left, right, offset }: Extract<Expression, { kind: "objectProjection" }>,
    current: ValueType,
  ): ValueType {
    const type = this.visit(left, current);
    if (type.kind !== "object") {
      this.wrong("Object projection", offset, type);
      return arrayOf(this.visit(right, any));
    }
    // The values of a map have one type; the values of a structure seldom do.
    const value = type.names === undefined ? (type.property("") ?? any) : any;
    return arrayOf(this.visit(right, value));
  }

  private filter(
    { left, condition, right, offset }: Extract<Expression, { kind: "filter" }>,
    current: ValueType,
  ): ValueType {
    const type = this.visit(left, current);
    if (type.kind !== "array") this.wrong("Filter projection", offset, type);
    const item = type.kind === "array" ? type.item : any;
    this.visit(condition, item);
    return arrayOf(this.visit(right, item));
  }

  private comparison(
    { comparator, left, right, offset }: Extract<Expression, { kind: "comparison" }>,
    current: ValueType,
  ): ValueType {
    const one = this.visit(left, current);
    const other = this.visit(right, current);
    const isOrder = comparator !== "==" && comparator !== "!=";
    // Values of different types cannot be ordered, but they can be unequal.
    if (!isOrder || one.kind !== other.kind || one.kind === "number" || one.kind === "any") {
      return boolean;
    }
    const message = `Invalid comparator '${comparator}' for ${one.kind}`;
    this.problems.push({ severity: "WARNING", message, offset });
    return nothing;
  }

  /**
   * Determines the type of `&&` and `||`. A value of any type except boolean is taken to be truthy;
   * for a boolean, either side may be the result.
   */
  private logical(
    { kind, left, right }: Extract<Expression, { kind: "and" | "or" }>,
    current: ValueType,
  ): ValueType {
    const one = this.visit(left, current);
    const other = this.visit(right, current);
    if (one.kind === "boolean" || one.kind === "any") return this.either(one, other);
    return (one.kind === "null") === (kind === "and") ? one : other;
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
    const { args: expected, rest } = signature;
    if (args.length < expected.length || (rest === undefined && args.length > expected.length)) {
      error(`${name} function expected ${expected.length} arguments, but was given ${args.length}`);
      return signature.returns(types);
    }
    for (const [index, type] of types.entries()) {
      const parameter = expected[index] ?? rest;
      const reason = parameter === undefined ? undefined : refusal(parameter, type);
      if (reason === undefined) continue;
      const message = `${name} function argument ${index} error: ${reason}`;
      this.problems.push({ severity: "ERROR", message, offset: args[index]?.offset ?? offset });
    }
    return signature.returns(types);
  }

  private either(one: ValueType, other: ValueType): ValueType {
    return one.kind === other.kind ? one : any;
  }

  private wrong(what: string, offset: number, found: ValueType): void {
    if (found.kind === "any") return;
    const message = `${what} performed on ${found.kind}`;
    this.problems.push({ severity: "DANGER", message, offset });
  }
}
