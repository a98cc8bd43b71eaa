import { SelectorReader } from "./selector-reader.js";
import type {
  Assertion,
  AttributePath,
  Comparator,
  Comparison,
  PathSegment,
  ScopedValue,
  SelectorExpression,
  SelectorExpressions,
} from "./selector-syntax.js";
import { typesByName } from "./shape-types.js";

/** The comparators. Longer ones come first, so that `>=` is not read as `>`. */
const comparators: readonly Comparator[] = [
  "{<<}",
  "{!=}",
  "{=}",
  "{<}",
  "!=",
  "^=",
  "$=",
  "*=",
  "?=",
  ">=",
  "<=",
  "=",
  ">",
  "<",
];

/** The functions that take a single selector; others, even unknown ones, take any number. */
const single: ReadonlySet<string> = new Set(["not", "in", "root", "recursive"]);

const deepest = 64;

/**
 * Parses a selector by the grammar of the Smithy specification, "Selectors".
 *
 * @throws SelectorSyntaxError if the text does not match the grammar.
 */
export function parseExpressions(text: string): SelectorExpressions {
  const reader = new SelectorReader(text);
  return parseUntil(reader, [""], 0);
}

function parseUntil(
  reader: SelectorReader,
  ends: readonly string[],
  depth: number,
): SelectorExpressions {
  if (depth > deepest) throw reader.error(`Selectors are nested more than ${deepest} deep`);
  const expressions: SelectorExpression[] = [parseExpression(reader, depth)];
  while (!ends.includes(reader.peek())) {
    expressions.push(parseExpression(reader, depth));
  }
  return expressions;
}

function parseExpression(reader: SelectorReader, depth: number): SelectorExpression {
  const next = reader.peek();
  if (reader.skip("*")) return { kind: "all" };
  if (reader.skip("[")) return parseAttribute(reader);
  if (reader.skip(":")) return parseFunction(reader, depth);
  if (reader.skip("${")) {
    const name = reader.readIdentifier();
    reader.expect("}");
    return { kind: "getVariable", name };
  }
  if (reader.skip("$")) {
    const name = reader.readIdentifier();
    reader.expect("(");
    const selector = parseUntil(reader, [")", ""], depth + 1);
    reader.expect(")");
    return { kind: "setVariable", name, selector };
  }
  if (reader.skip("~>")) return { kind: "recursive" };
  if (reader.skip(">")) return { kind: "neighbors", reverse: false };
  if (reader.skip("-[")) return parseRelationships(reader, false);
  if (reader.skip("<-[")) return parseRelationships(reader, true);
  if (reader.skip("<")) return { kind: "neighbors", reverse: true };
  if (/^[A-Za-z_]/.test(next)) return parseTypes(reader);
  if (next === "") throw reader.error("Unexpected selector EOF");
  throw reader.error(`Unexpected selector character: ${next}`);
}

function parseTypes(reader: SelectorReader): SelectorExpression {
  const name = reader.readIdentifier();
  const types = typesByName.get(name);
  if (types === undefined) throw reader.error(`Unknown shape type: ${name}`);
  return { kind: "types", name, types };
}

function parseRelationships(reader: SelectorReader, reverse: boolean): SelectorExpression {
  const relationships = [reader.readIdentifier()];
  while (reader.skip(",")) relationships.push(reader.readIdentifier());
  reader.expect(reverse ? "]-" : "]->");
  return { kind: "neighbors", reverse, relationships };
}

function parseFunction(reader: SelectorReader, depth: number): SelectorExpression {
  const { offset } = reader;
  const name = reader.readIdentifier();
  const selectors: SelectorExpressions[] = [];
  reader.expect("(");
  do {
    selectors.push(parseUntil(reader, [",", ")", ""], depth + 1));
  } while (reader.skip(","));
  if (!reader.skip(")")) throw reader.expected(")", ",");
  if (single.has(name) && selectors.length !== 1) {
    throw reader.error(`The :${name} function requires a single selector argument`, offset);
  }
  if (name === "topdown" && selectors.length > 2) {
    const found = `but found ${selectors.length}`;
    throw reader.error(`The :topdown function accepts 1 or 2 selectors, ${found}`, offset);
  }
  return { kind: "function", name, selectors };
}

function parseAttribute(reader: SelectorReader): SelectorExpression {
  if (reader.skip("@")) return parseScoped(reader);
  const path = parsePath(reader, { property: reader.readIdentifier(), isFunction: false });
  if (reader.skip("]")) return { kind: "attribute", path };
  const comparator = parseComparator(reader);
  const values = [reader.readValue()];
  while (reader.skip(",")) values.push(reader.readValue());
  const comparison: Comparison = { comparator, values, ignoreCase: reader.skip("i") };
  reader.expect("]");
  return { kind: "attribute", path, comparison };
}

function parseScoped(reader: SelectorReader): SelectorExpression {
  const scope: AttributePath =
    reader.peek() === ":"
      ? []
      : parsePath(reader, { property: reader.readIdentifier(), isFunction: false });
  reader.expect(":");
  const assertions: Assertion[] = [];
  do {
    const left = parseScopedValue(reader);
    const comparator = parseComparator(reader);
    const right = [parseScopedValue(reader)];
    while (reader.skip(",")) right.push(parseScopedValue(reader));
    assertions.push({ left, comparator, right, ignoreCase: reader.skip("i") });
  } while (reader.skip("&&"));
  reader.expect("]");
  return { kind: "scoped", scope, assertions };
}

function parseScopedValue(reader: SelectorReader): ScopedValue {
  if (!reader.skip("@")) return { literal: reader.readValue() };
  reader.expect("{");
  const path = parsePath(reader, parseSegment(reader));
  reader.expect("}");
  return { path };
}

/** Parses the path that begins with `first` and continues after each `|`. */
export function parsePath(reader: SelectorReader, first: PathSegment): AttributePath {
  const path = [first];
  while (reader.skip("|")) path.push(parseSegment(reader));
  return path;
}

/** Parses a property or a function in parentheses: `min`, `'Reference Docs'`, `(keys)`. */
export function parseSegment(reader: SelectorReader): PathSegment {
  if (!reader.skip("(")) return { property: reader.readValue(), isFunction: false };
  const property = reader.readIdentifier();
  reader.expect(")");
  return { property, isFunction: true };
}

function parseComparator(reader: SelectorReader): Comparator {
  const comparator = comparators.find((one) => reader.skip(one));
  if (comparator !== undefined) return comparator;
  if ([..."!^$*?"].some((first) => reader.skip(first))) reader.expect("=");
  throw reader.expected("]", "=", "!", "^", "$", "*", "?", ">", "<", "{");
}
