import type { NodeValue } from "../../model/model.js";

interface Located {
  /** The start of the expression, in UTF-16 code units. */
  readonly offset: number;
}

/** A JMESPath expression (by the grammar of the JMESPath specification). */
export type Expression =
  | (Located & { readonly kind: "current" })
  | (Located & { readonly kind: "literal"; readonly value: NodeValue })
  | (Located & { readonly kind: "field"; readonly name: string })
  | (Located & { readonly kind: "index"; readonly index: number })
  | (Located & {
      readonly kind: "slice";
      readonly start: number | undefined;
      readonly stop: number | undefined;
      readonly step: number | undefined;
    })
  | (Located & {
      readonly kind: "subexpression";
      readonly left: Expression;
      readonly right: Expression;
      readonly isPipe: boolean;
    })
  | (Located & { readonly kind: "flatten"; readonly expression: Expression })
  | (Located & {
      readonly kind: "projection";
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Located & {
      readonly kind: "objectProjection";
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Located & {
      readonly kind: "filter";
      readonly left: Expression;
      readonly condition: Expression;
      readonly right: Expression;
    })
  | (Located & {
      readonly kind: "comparison";
      readonly comparator: string;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Located & {
      readonly kind: "and" | "or";
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Located & { readonly kind: "not"; readonly expression: Expression })
  | (Located & { readonly kind: "multiSelectList"; readonly items: readonly Expression[] })
  | (Located & {
      readonly kind: "multiSelectHash";
      readonly entries: readonly (readonly [string, Expression])[];
    })
  | (Located & {
      readonly kind: "function";
      readonly name: string;
      readonly args: readonly Expression[];
    })
  | (Located & { readonly kind: "expressionType"; readonly expression: Expression });

/** The error of a text that is not a JMESPath expression. */
export class JmespathError extends Error {
  readonly offset: number;

  constructor(offset: number, reason: string) {
    super(`Syntax error at line 1 column ${offset + 1}: ${reason}`);
    this.name = "JmespathError";
    this.offset = offset;
  }
}
