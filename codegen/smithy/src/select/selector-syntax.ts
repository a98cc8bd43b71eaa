import type { ShapeType } from "../model/model.js";

/** One step of a selector, which maps a shape to shapes. */
export type SelectorExpression =
  | { readonly kind: "all" }
  | { readonly kind: "types"; readonly name: string; readonly types: ReadonlySet<ShapeType> }
  | { readonly kind: "attribute"; readonly path: AttributePath; readonly comparison?: Comparison }
  | {
      readonly kind: "scoped";
      readonly scope: AttributePath;
      readonly assertions: readonly Assertion[];
    }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly selectors: readonly SelectorExpressions[];
    }
  | {
      readonly kind: "neighbors";
      readonly reverse: boolean;
      readonly relationships?: readonly string[];
    }
  | { readonly kind: "recursive" }
  | {
      readonly kind: "setVariable";
      readonly name: string;
      readonly selector: SelectorExpressions;
    }
  | { readonly kind: "getVariable"; readonly name: string };

/** Steps from left to right. */
export type SelectorExpressions = readonly SelectorExpression[];

/** `trait|range|min`, `id|(length)`; an empty path is the shape itself. */
export type AttributePath = readonly PathSegment[];
export type PathSegment = { readonly property: string; readonly isFunction: boolean };

export type Comparator =
  | "="
  | "!="
  | "^="
  | "$="
  | "*="
  | "?="
  | ">"
  | ">="
  | "<"
  | "<="
  | "{=}"
  | "{!=}"
  | "{<}"
  | "{<<}";

/** `= 2019, 2020 i` */
export interface Comparison {
  readonly comparator: Comparator;
  readonly values: readonly string[];
  readonly ignoreCase: boolean;
}

/** A literal or `@{path}`. */
export type ScopedValue = { readonly literal: string } | { readonly path: AttributePath };

/** `@{min} > @{max} i` */
export interface Assertion {
  readonly left: ScopedValue;
  readonly comparator: Comparator;
  readonly right: readonly ScopedValue[];
  readonly ignoreCase: boolean;
}

/**
 * The error of a selector that does not match the grammar of the Smithy specification, "Selectors".
 */
export class SelectorSyntaxError extends Error {
  /** The text of the selector. */
  readonly selector: string;
  /** The offset in the text, in UTF-16 code units. */
  readonly offset: number;
  /** The fault, without its place. */
  readonly reason: string;

  /**
   * `position` is the offset at which the fault was noticed, if it differs from that of the fault.
   */
  constructor(selector: string, offset: number, reason: string, position = offset) {
    const before = selector.slice(0, position);
    const line = before.split("\n").length;
    const column = position - (before.lastIndexOf("\n") + 1) + 1;
    const place = `line ${line} column ${column}, near \`${selector.slice(offset)}\``;
    super(`Syntax error at ${place}: ${reason}; expression: ${selector}`);
    this.name = "SelectorSyntaxError";
    this.selector = selector;
    this.offset = offset;
    this.reason = reason;
  }
}
