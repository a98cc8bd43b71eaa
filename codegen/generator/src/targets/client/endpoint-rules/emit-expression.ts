import type { NodeValue } from "@tinsmith/smithy";
import { code, join, raw } from "../../../code/code.js";
import type { Code, Hole } from "../../../code/code.js";
import { literal, propertyKey } from "../../../code/literal.js";
import { runtime } from "../runtime-symbols.js";
import { readExpression } from "./rule-set.js";
import type { RuleExpression } from "./rule-set.js";

/** What is known of an expression's value: whether a condition can test it as it is. */
export interface RuleValue {
  readonly code: Code;
  /** Boolean values decide a condition by themselves, others by being there. */
  readonly boolean: boolean;
}

/** The names of parameters and assigned values in the emitted function. */
export type RuleNames = (name: string) => string;

/** An expression as TypeScript. */
export function emitExpression(expression: RuleExpression, names: RuleNames): RuleValue {
  switch (expression.kind) {
    case "template":
      return { code: emitTemplate(expression.text, names), boolean: false };
    case "literal":
      return {
        code: code`${literal(expression.value)}`,
        boolean: typeof expression.value === "boolean",
      };
    case "list":
      return { code: list(expression.items, names), boolean: false };
    case "reference":
      return { code: code`${names(expression.name)}`, boolean: false };
    case "call":
      return emitCall(expression.fn, expression.args, names);
  }
}

/** A condition: holds where the value is there, and where a boolean one is true. */
export function emitCondition(test: RuleExpression, names: RuleNames): Code {
  const value = emitExpression(test, names);
  return value.boolean ? value.code : code`${value.code} !== undefined`;
}

/** The value of an endpoint's property: texts are templates, at any depth. */
export function emitProperty(node: NodeValue, names: RuleNames): Hole {
  if (typeof node === "string") return emitTemplate(node, names);
  if (typeof node !== "object" || node === null) return literal(node);
  if (Array.isArray(node)) {
    return code`[${join(
      node.map((item: NodeValue) => emitProperty(item, names)),
      ", ",
    )}]`;
  }
  if ("ref" in node || "fn" in node) {
    return emitExpression(readExpression(node, "properties"), names).code;
  }
  const entries = Object.entries(node).map(
    ([key, value]) => code`${propertyKey(key)}: ${emitProperty(value, names)}`,
  );
  return code`{ ${join(entries, ", ")} }`;
}

function emitCall(fn: string, args: readonly RuleExpression[], names: RuleNames): RuleValue {
  const [first, second, third] = args;
  if (first === undefined)
    throw new Error(`The function ${fn} of the endpoint rules needs arguments.`);
  const a = emitExpression(first, names);
  const b = second && emitExpression(second, names);
  switch (fn) {
    case "isSet":
      return truth(code`${a.code} !== undefined`);
    case "not":
      return truth(emitNot(first, names));
    case "booleanEquals":
      if (second?.kind === "literal") return truth(second.value ? a.code : code`!${a.code}`);
      return truth(code`${a.code} === ${b?.code}`);
    case "getAttr":
      return emitPath(a.code, pathText(second));
    case "coalesce":
      return {
        code: code`(${join(
          args.map((arg) => emitExpression(arg, names).code),
          " ?? ",
        )})`,
        boolean: args.every((arg) => emitExpression(arg, names).boolean),
      };
    case "ite": {
      const otherwise = third && emitExpression(third, names);
      return {
        code: code`(${a.code} ? ${b?.code} : ${otherwise?.code})`,
        boolean: (b?.boolean ?? false) && (otherwise?.boolean ?? false),
      };
    }
    default: {
      const target = functions[fn];
      if (target === undefined)
        throw new Error(`The endpoint rules use an unknown function: ${fn}.`);
      const codes = args.map((arg) => emitExpression(arg, names).code);
      return { code: code`${runtime(target.name)}(${join(codes, ", ")})`, boolean: target.boolean };
    }
  }
}

const functions: Readonly<Record<string, { readonly name: string; readonly boolean: boolean }>> = {
  "aws.isVirtualHostableS3Bucket": { name: "isVirtualHostableS3Bucket", boolean: true },
  "aws.parseArn": { name: "parseArn", boolean: false },
  "aws.partition": { name: "partition", boolean: false },
  isValidHostLabel: { name: "isValidHostLabel", boolean: true },
  parseURL: { name: "parseURL", boolean: false },
  split: { name: "split", boolean: false },
  stringEquals: { name: "stringEquals", boolean: true },
  substring: { name: "substring", boolean: false },
  uriEncode: { name: "uriEncode", boolean: false },
};

function truth(text: Code): RuleValue {
  return { code: text, boolean: true };
}

function emitNot(test: RuleExpression, names: RuleNames): Code {
  if (test.kind === "call" && test.fn === "isSet" && test.args[0]) {
    return code`${emitExpression(test.args[0], names).code} === undefined`;
  }
  const value = emitExpression(test, names);
  if (!value.boolean) return code`${value.code} === undefined`;
  return test.kind === "call" && functions[test.fn] ? code`!${value.code}` : code`!(${value.code})`;
}

/** Members of what the functions give that are boolean. */
const booleanMembers = new Set(["isIp", "supportsDualStack", "supportsFIPS"]);

/** `a.b[0]` as property accesses; indexes may count from the end. */
function emitPath(value: Code, path: string): RuleValue {
  const parts = path.match(/\[-?\d+\]|[^.[\]]+/g) ?? [];
  const accesses = parts.map((part) => {
    const index = /^\[(-?\d+)\]$/.exec(part)?.[1];
    if (index === undefined) return code`.${part}`;
    return index.startsWith("-")
      ? code`.at(${literal(Number(index))})`
      : code`[${literal(Number(index))}]`;
  });
  return {
    code: code`${join([value, ...accesses], "")}`,
    boolean: booleanMembers.has(parts.at(-1) ?? ""),
  };
}

function pathText(expression: RuleExpression | undefined): string {
  if (expression?.kind === "template") return expression.text;
  throw new Error("getAttr of the endpoint rules needs a path.");
}

function list(items: readonly RuleExpression[], names: RuleNames): Code {
  return code`[${join(
    items.map((item) => emitExpression(item, names).code),
    ", ",
  )}]`;
}

/** `https://{Region}.{Partition#dnsSuffix}` as a template literal; doubled braces stand for single ones. */
function emitTemplate(text: string, names: RuleNames): Code {
  const pieces = text.split(/(\{\{|\}\}|\{[^{}]+\})/);
  const holes = pieces.filter((piece) => isHole(piece));
  if (holes.length === 0) return code`${literal(pieces.map(plainText).join(""))}`;
  if (pieces.every((piece) => piece === "" || isHole(piece)) && holes.length === 1) {
    return emitHole(holes[0] ?? "", names);
  }
  return code`${join(
    [
      raw("`"),
      ...pieces.map((piece): Hole =>
        isHole(piece)
          ? join([raw("${"), emitHole(piece, names), raw("}")], "")
          : raw(escapeText(plainText(piece))),
      ),
      raw("`"),
    ],
    "",
  )}`;
}

function isHole(piece: string): boolean {
  return /^\{[^{}]+\}$/.test(piece);
}

function plainText(piece: string): string {
  return piece === "{{" ? "{" : piece === "}}" ? "}" : piece;
}

function emitHole(hole: string, names: RuleNames): Code {
  const [name = "", path] = hole.slice(1, -1).split("#");
  const value = code`${names(name)}`;
  return path === undefined ? value : emitPath(value, path).code;
}

/** The text between the backticks of a template literal. */
function escapeText(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/`|\$(?=\{)/g, "\\$&");
}
