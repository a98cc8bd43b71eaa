import { type Expression, JmespathError } from "./expression.js";
import { type Token, tokenize, unexpected } from "./tokens.js";

/** How strongly each token binds what stands left of it. */
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

const projectionStop = 10;
const deepest = 100;

/**
 * Parses a JMESPath expression.
 *
 * @throws JmespathError where the text is none.
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
    if (this.peek().kind !== "end") throw this.error(`Unexpected token '${this.peek().kind}'`);
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
        return this.flattened({ kind: "current", offset }, offset);
      case "[?":
        return this.filtered({ kind: "current", offset }, offset);
      case "[":
        return this.bracket({ kind: "current", offset }, offset, true);
      case "{":
        return this.multiSelectHash(offset);
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
        throw unexpected(token, this.text);
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
        return this.flattened(left, offset);
      case "[?":
        return this.filtered(left, offset);
      case "[":
        return this.bracket(left, offset, false);
      default: {
        const right = this.expression(5);
        return { kind: "comparison", offset, comparator: kind, left, right };
      }
    }
  }

  private dotted(left: Expression, offset: number): Expression {
    const { kind } = this.peek();
    if (kind === "*") {
      this.next();
      return { kind: "objectProjection", offset, left, right: this.projected(20) };
    }
    if (!["identifier", "[", "{", "("].includes(kind)) throw unexpected(this.peek(), this.text);
    return { kind: "subexpression", offset, left, right: this.expression(40), isPipe: false };
  }

  private bracket(left: Expression, offset: number, isPrefix: boolean): Expression {
    const token = this.peek();
    if (token.kind === "number" || token.kind === ":") return this.indexed(left, offset);
    if (token.kind === "*" && this.tokens[this.position + 1]?.kind === "]") {
      this.position += 2;
      return { kind: "projection", offset, left, right: this.projected(20) };
    }
    if (!isPrefix) throw unexpected(token, this.text);
    const items = [this.expression(0)];
    while (this.skip(",")) items.push(this.expression(0));
    this.expect("]");
    return { kind: "multiSelectList", offset, items };
  }

  private indexed(left: Expression, offset: number): Expression {
    const parts: (number | undefined)[] = [];
    let current: number | undefined;
    let colons = 0;
    while (!this.skip("]")) {
      const token = this.next();
      if (token.kind === ":") {
        parts.push(current);
        current = undefined;
        colons++;
      } else if (token.kind === "number" && current === undefined) current = Number(token.value);
      else throw this.error(`Unexpected token '${token.kind}'`, token.offset);
    }
    if (colons > 2) throw this.error("A slice has three parts at most", offset);
    if (colons > 0) {
      const [start, stop, step] = [...parts, current];
      const slice: Expression = { kind: "slice", offset, start, stop, step };
      const sliced: Expression = {
        kind: "subexpression",
        offset,
        left,
        right: slice,
        isPipe: false,
      };
      return { kind: "projection", offset, left: sliced, right: this.projected(20) };
    }
    const index: Expression = { kind: "index", offset, index: current ?? 0 };
    return { kind: "subexpression", offset, left, right: index, isPipe: false };
  }

  private flattened(left: Expression, offset: number): Expression {
    const flatten: Expression = { kind: "flatten", offset, expression: left };
    return { kind: "projection", offset, left: flatten, right: this.projected(9) };
  }

  private filtered(left: Expression, offset: number): Expression {
    const condition = this.expression(0);
    this.expect("]");
    return { kind: "filter", offset, left, condition, right: this.projected(21) };
  }

  /** What a projection does to each item. */
  private projected(binding: number): Expression {
    const token = this.peek();
    if (token.kind === ".") {
      this.next();
      const { kind } = this.peek();
      if (!["identifier", "*", "[", "{", "("].includes(kind))
        throw unexpected(this.peek(), this.text);
      return this.expression(binding);
    }
    if (token.kind === "[" || token.kind === "[?") return this.expression(binding);
    if (this.bindingOf(token) < projectionStop) return { kind: "current", offset: token.offset };
    throw unexpected(token, this.text);
  }

  private multiSelectHash(offset: number): Expression {
    const entries: [string, Expression][] = [];
    do {
      const key = this.next();
      if (key.kind !== "identifier") throw this.error("Expected a key", key.offset);
      this.expect(":");
      entries.push([String(key.value), this.expression(0)]);
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
    if (!this.skip(kind)) throw this.error(`Expected '${kind}'`);
  }

  private error(reason: string, offset = this.peek().offset): JmespathError {
    return new JmespathError(offset, reason);
  }
}
