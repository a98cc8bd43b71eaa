import type { RuleExpression, RuleProperties, RuleProperty } from "@tinsmith/service";
import { code, join, raw } from "../../../code/code.js";
import type { Code, Hole } from "../../../code/code.js";
import { literal, propertyKey } from "../../../code/literal.js";
import { runtime } from "../runtime-symbols.js";
import { namesOfTemplate } from "./referenced-names.js";
import { withPresence } from "./rule-scope.js";
import type { Presence, RuleScope } from "./rule-scope.js";
import { typeOfPath, typesOfExpression } from "./value-types.js";

/** The emitted value of an expression, and how a condition can test it. */
export interface RuleValue {
  readonly code: Code;
  /** True if the value itself decides a condition; other values decide it by being present. */
  readonly boolean: boolean;
  /** The presence of the value, as far as it is known. */
  readonly presence: Presence;
}

/** Emits an expression. */
export function emitExpression(expression: RuleExpression, scope: RuleScope): RuleValue {
  switch (expression.kind) {
    case "template":
      return emitTemplateValue(expression.text, scope);
    case "literal":
      return present(code`${literal(expression.value)}`, typeof expression.value === "boolean");
    case "list":
      return present(list(expression.items, scope));
    case "reference": {
      const presence = scope.presenceOf(expression.name);
      return {
        code: presence === "absent" ? code`undefined` : code`${scope.nameOf(expression.name)}`,
        boolean: isBoolean(expression, scope),
        presence,
      };
    }
    case "call":
      return emitCall(expression, scope);
  }
}

/** Emits a condition, which holds if the value is present and is not `false`. */
export function emitCondition(test: RuleExpression, scope: RuleScope): Code {
  const value = emitExpression(test, scope);
  return value.boolean ? value.code : code`${value.code} !== undefined`;
}

/** Emits the value of an endpoint property. */
function emitProperty(property: RuleProperty, scope: RuleScope): Hole {
  switch (property.kind) {
    case "template":
      return emitTemplate(property.text, scope);
    case "null":
      return literal(null);
    case "literal":
      return literal(property.value);
    case "list":
      return code`[${join(
        property.items.map((item) => emitProperty(item, scope)),
        ", ",
      )}]`;
    case "record":
      return emitProperties(property.properties, scope);
    case "reference":
    case "call":
      return emitExpression(property, scope).code;
  }
}

/** Emits the properties of an endpoint as an object. */
export function emitProperties(properties: RuleProperties, scope: RuleScope): Code {
  const entries = Object.entries(properties).map(
    ([key, value]) => code`${propertyKey(key)}: ${emitProperty(value, scope)}`,
  );
  return code`{ ${join(entries, ", ")} }`;
}

function emitCall(call: RuleExpression & { readonly kind: "call" }, scope: RuleScope): RuleValue {
  const { fn, args } = call;
  const [first, second, third] = args;
  if (first === undefined)
    throw new Error(`The function ${fn} of the endpoint rules requires arguments.`);
  const a = emitExpression(first, scope);
  const b = second && emitExpression(second, scope);
  const boolean = isBoolean(call, scope);
  switch (fn) {
    case "isSet":
      return present(code`${a.code} !== undefined`, boolean);
    case "not":
      return present(emitNot(first, scope), boolean);
    case "booleanEquals":
      return present(emitBooleanEquals(a, second, b), boolean);
    case "getAttr":
      return emitPath(a, pathText(second));
    case "coalesce":
      return emitCoalesce(
        args.map((arg) => emitExpression(arg, scope)),
        boolean,
      );
    case "ite": {
      const otherwise = third && emitExpression(third, scope);
      const presence = b?.presence === otherwise?.presence ? b?.presence : "unknown";
      return {
        code: code`(${a.code} ? ${b?.code} : ${otherwise?.code})`,
        boolean,
        presence: presence ?? "unknown",
      };
    }
    default: {
      const target = functions[fn];
      if (target === undefined)
        throw new Error(`The endpoint rules use an unknown function: ${fn}.`);
      const codes = args.map((arg) => emitExpression(arg, scope).code);
      return {
        code: code`${runtime(target.name)}(${join(codes, ", ")})`,
        boolean,
        presence: target.partial ? "unknown" : a.presence,
      };
    }
  }
}

/**
 * Emits a comparison of booleans. It is false for an absent value, both compared with true and
 * compared with false.
 */
function emitBooleanEquals(
  a: RuleValue,
  second: RuleExpression | undefined,
  b: RuleValue | undefined,
): Code {
  if (second?.kind !== "literal") return code`${a.code} === ${b?.code}`;
  if (second.value) return a.code;
  return a.presence === "unknown" ? code`${a.code} === false` : code`!${a.code}`;
}

/** Emits the first value that is present. Values after one that is always present are omitted. */
function emitCoalesce(values: readonly RuleValue[], boolean: boolean): RuleValue {
  const given = values.filter(({ presence }) => presence !== "absent");
  const end = given.findIndex(({ presence }) => presence === "present");
  const used = end < 0 ? given : given.slice(0, end + 1);
  const [only] = used;
  if (only === undefined) return { code: code`undefined`, boolean, presence: "absent" };
  const codes = used.map((value) => value.code);
  return {
    code: used.length === 1 ? only.code : code`(${join(codes, " ?? ")})`,
    boolean,
    presence: used.at(-1)?.presence ?? "unknown",
  };
}

/**
 * The functions of the runtime. Some may return no value; all except `split` and `uriEncode` accept
 * absent values.
 */
const functions: Readonly<Record<string, { readonly name: string; readonly partial?: boolean }>> = {
  "aws.isVirtualHostableS3Bucket": { name: "isVirtualHostableS3Bucket" },
  "aws.parseArn": { name: "parseArn", partial: true },
  "aws.partition": { name: "partition", partial: true },
  isValidHostLabel: { name: "isValidHostLabel" },
  parseURL: { name: "parseURL", partial: true },
  split: { name: "split" },
  stringEquals: { name: "stringEquals" },
  substring: { name: "substring", partial: true },
  uriEncode: { name: "uriEncode" },
};

function present(text: Code, boolean = false): RuleValue {
  return { code: text, boolean, presence: "present" };
}

function isBoolean(expression: RuleExpression, scope: RuleScope): boolean {
  const types = [...typesOfExpression(expression, (name) => scope.typesOf(name))];
  return types.length > 0 && types.every((type) => type === "boolean");
}

/** Emits a negated condition. */
export function emitNot(test: RuleExpression, scope: RuleScope): Code {
  if (test.kind === "call" && test.fn === "isSet" && test.args[0]) {
    return code`${emitExpression(test.args[0], scope).code} === undefined`;
  }
  const value = emitExpression(test, scope);
  if (!value.boolean) return code`${value.code} === undefined`;
  return test.kind === "call" && functions[test.fn] ? code`!${value.code}` : code`!(${value.code})`;
}

/** Emits `a.b[0]` as property accesses. Negative indexes count from the end. */
function emitPath(value: RuleValue, path: string): RuleValue {
  const boolean = typeOfPath(path) === "boolean";
  if (value.presence === "absent") return { ...value, boolean };
  const parts = path.match(/\[-?\d+\]|[^.[\]]+/g) ?? [];
  const accesses = parts.map((part, at) => {
    const index = /^\[(-?\d+)\]$/.exec(part)?.[1];
    const chained = at === 0 && value.presence === "unknown";
    const dot = raw(chained ? "?." : ".");
    if (index === undefined) return code`${dot}${part}`;
    return index.startsWith("-")
      ? code`${dot}at(${literal(Number(index))})`
      : code`${chained && dot}[${literal(Number(index))}]`;
  });
  return {
    code: code`${join([value.code, ...accesses], "")}`,
    boolean,
    presence: path.includes("[") ? "unknown" : value.presence,
  };
}

function pathText(expression: RuleExpression | undefined): string {
  if (expression?.kind === "template") return expression.text;
  throw new Error("The function getAttr of the endpoint rules requires a path.");
}

function list(items: readonly RuleExpression[], scope: RuleScope): Code {
  return code`[${join(
    items.map((item) => emitExpression(item, scope).code),
    ", ",
  )}]`;
}

/** Emits a template, which has no value if a part of it is absent. */
function emitTemplateValue(text: string, scope: RuleScope): RuleValue {
  const names = new Set(namesOfTemplate(text));
  if (isHole(text)) return emitHole(text, scope);
  const absent = [...names].some((name) => scope.presenceOf(name) === "absent");
  if (absent) return { code: code`undefined`, boolean: false, presence: "absent" };
  const unsure = [...names].filter((name) => scope.presenceOf(name) === "unknown");
  if (unsure.length === 0) return present(emitTemplate(text, scope));
  const missing = unsure.map((name) => code`${scope.nameOf(name)} === undefined`);
  const template = emitTemplate(text, withPresence(scope, "present", unsure));
  return {
    code: code`(${join(missing, " || ")} ? undefined : ${template})`,
    boolean: false,
    presence: "unknown",
  };
}

/**
 * Emits `https://{Region}.{Partition#dnsSuffix}` as a template literal. Doubled braces are literal.
 */
function emitTemplate(text: string, scope: RuleScope): Code {
  if (isHole(text)) return emitHole(text, scope).code;
  const pieces = text.split(/(\{\{|\}\}|\{[^{}]+\})/);
  if (!pieces.some(isHole)) return code`${literal(pieces.map(plainText).join(""))}`;
  return code`${join(
    [
      raw("`"),
      ...pieces.map((piece): Hole =>
        isHole(piece)
          ? join([raw("${"), emitHole(piece, scope).code, raw("}")], "")
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

function emitHole(hole: string, scope: RuleScope): RuleValue {
  const [name = "", path] = hole.slice(1, -1).split("#");
  const value = emitExpression({ kind: "reference", name }, scope);
  return path === undefined ? value : emitPath(value, path);
}

/** Returns the text escaped for a template literal. */
function escapeText(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/`|\$(?=\{)/g, "\\$&");
}
