import { JmespathError } from "./expression.js";
import type { Expression } from "./expression.js";
import { expected, starts, tokenize } from "./tokens.js";
import type { Token } from "./tokens.js";

/** The binding power of each token to the expression on its left. */
const bindings: Readonly<Record<string, number>> = {
  "|": 1,
  "||": 2,
  "&&": 3,
  "==": 5,
  "!=": 5,
  "<": 5,
  "<=": 5,
  ">": 5,
  ">=": 5,
  "[]": 9,
  "*": 20,
  "[?": 21,
  ".": 40,
  "!": 45,
  "{": 50,
  "[": 55,
  "(": 60,
};

/** The tokens that can follow a dot. */
const members = ["[", "{", "*", "identifier"];

const projectionStop = 10;
const deepest = 100;

/**
 * Parses a JMESPath expression.
 *
 * @throws JmespathError if the text is not a JMESPath expression.
 */
export function parseJmespath(text: string): Expression {
  return new Parser(text).parse();
}

class Parser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private position = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  parse(): Expression {
    const expression = this.expression(0);
    this.need("end");
    return expression;
  }

  private expression(binding: number): Expression {
    if (++this.depth > deepest) throw this.error("The expression is nested too deeply");
    let left = this.prefix();
    while (binding < this.bindingOf(this.peek())) left = this.infix(left);
    this.depth--;
    return left;
  }

  private prefix(): Expression {
    const token = this.next();
    const { kind, offset, value } = token;
    switch (kind) {
      case "identifier":
        return this.peek().kind === "("
          ? this.call(String(value), offset)
          : { kind: "field", offset, name: String(value) };
      case "literal":
        return { kind: "literal", offset, value: value ?? null };
      case "@":
        return { kind: "current", offset };
      case "*": {
        const left: Expression = { kind: "current", offset };
        return { kind: "objectProjection", offset, left, right: this.projected(20) };
      }
      case "[]":
        return this.flattened({ kind: "current", offset });
      case "[?":
        return this.filtered({ kind: "current", offset });
      case "[":
        return this.bracket({ kind: "current", offset }, offset, true);
      case "{":
        return this.multiSelectHash();
      case "!":
        return { kind: "not", offset, expression: this.expression(45) };
      case "&":
        return { kind: "expressionType", offset, expression: this.expression(0) };
      case "(": {
        const expression = this.expression(0);
        this.expect(")");
        return expression;
      }
      default:
        throw expected(starts, token);
    }
  }

  private infix(left: Expression): Expression {
    const { kind, offset } = this.next();
    switch (kind) {
      case ".":
        return this.dotted(left, offset);
      case "|": {
        const right = this.expression(1);
        return { kind: "subexpression", offset, left, right, isPipe: true };
      }
      case "||":
        return { kind: "or", offset, left, right: this.expression(2) };
      case "&&":
        return { kind: "and", offset, left, right: this.expression(3) };
      case "[]":
        return this.flattened(left);
      case "[?":
        return this.filtered(left);
      case "[":
        return this.bracket(left, offset, false);
      default: {
        const place = this.peek().offset;
        const right = this.expression(5);
        return { kind: "comparison", offset: place, comparator: kind, left, right };
      }
    }
  }

  private dotted(left: Expression, offset: number): Expression {
    const star = this.peek();
    if (star.kind === "*") {
      this.next();
      const right = this.projected(20);
      return { kind: "objectProjection", offset: star.offset, left, right };
    }
    this.need(...members);
    return { kind: "subexpression", offset, left, right: this.expression(40), isPipe: false };
  }

  private bracket(left: Expression, offset: number, isPrefix: boolean): Expression {
    const token = this.peek();
    if (token.kind === "number" || token.kind === ":") return this.indexed(left, offset);
    if (token.kind === "*" && (!isPrefix || this.tokens[this.position + 1]?.kind === "]")) {
      this.next();
      this.expect("]");
      return { kind: "projection", offset: token.offset, left, right: this.projected(20) };
    }
    if (!isPrefix) this.need("number", ":", "*");
    const items = [this.expression(0)];
    while (this.skip(",")) items.push(this.expression(0));
    this.expect("]");
    return { kind: "multiSelectList", offset: token.offset, items };
  }

  private indexed(left: Expression, bracket: number): Expression {
    const { offset } = this.peek();
    const parts: (number | undefined)[] = [undefined];
    while (!this.skip("]")) {
      const token = this.need("number", "]", ":");
      this.next();
      if (token.kind === "number") {
        parts[parts.length - 1] = Number(token.value);
        this.need(":", "]");
      } else if (parts.length === 3) throw this.error("Too many colons in slice expression");
      else parts.push(undefined);
    }
    const [start, stop, step] = parts;
    const isSlice = parts.length > 1;
    const right: Expression = isSlice
      ? { kind: "slice", offset, start, stop, step }
      : { kind: "index", offset, index: start ?? 0 };
    const taken: Expression = {
      kind: "subexpression",
      offset: bracket,
      left,
      right,
      isPipe: false,
    };
    if (!isSlice) return taken;
    return { kind: "projection", offset, left: taken, right: this.projected(20) };
  }

  private flattened(left: Expression): Expression {
    const flatten: Expression = { kind: "flatten", offset: left.offset, expression: left };
    const { offset } = this.peek();
    return { kind: "projection", offset, left: flatten, right: this.projected(9) };
  }

  private filtered(left: Expression): Expression {
    const condition = this.expression(0);
    this.expect("]");
    const { offset } = condition;
    return { kind: "filter", offset, left, condition, right: this.projected(21) };
  }

  /** Parses the expression that a projection applies to each item. */
  private projected(binding: number): Expression {
    const token = this.peek();
    if (token.kind === ".") {
      this.next();
      this.need(...members);
      return this.expression(binding);
    }
    if (token.kind === "[" || token.kind === "[?") return this.expression(binding);
    if (this.bindingOf(token) < projectionStop) return { kind: "current", offset: token.offset };
    throw this.error("Invalid projection");
  }

  private multiSelectHash(): Expression {
    const { offset } = this.peek();
    const entries: [string, Expression][] = [];
    do {
      const key = this.need("identifier");
      this.next();
      this.expect(":");
      entries.push([String(key.value), this.expression(0)]);
      this.need("}", ",");
    } while (this.skip(","));
    this.expect("}");
    return { kind: "multiSelectHash", offset, entries };
  }

  private call(name: string, offset: number): Expression {
    this.expect("(");
    const args: Expression[] = [];
    if (!this.skip(")")) {
      do args.push(this.expression(0));
      while (this.skip(","));
      this.expect(")");
    }
    return { kind: "function", offset, name, args };
  }

  private bindingOf({ kind }: Token): number {
    return bindings[kind] ?? 0;
  }

  private peek(): Token {
    return this.tokens[this.position] ?? { kind: "end", offset: this.text.length };
  }

  private next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  private skip(kind: string): boolean {
    if (this.peek().kind !== kind) return false;
    this.position++;
    return true;
  }

  private expect(kind: string): void {
    this.need(kind);
    this.position++;
  }

  /** Consumes the next token, which must be one of these. */
  private need(...kinds: readonly string[]): Token {
    const token = this.peek();
    if (!kinds.includes(token.kind)) throw expected(kinds, token);
    return token;
  }

  private error(reason: string, offset = this.peek().offset): JmespathError {
    return new JmespathError(offset, reason);
  }
}
