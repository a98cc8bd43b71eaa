import type { Doc } from "./doc.js";

/**
 * A name that another module exports. A file whose template contains one imports it:
 * `symbol("UsageRecord", "./structures.js", { typeOnly: true })`.
 */
export class CodeSymbol {
  readonly name: string;
  /**
   * The module of the name: a package (`@smithy/types`), or, with a leading `./`, a file of the
   * same output, relative to its root. The printer makes the latter relative to the importing file.
   */
  readonly module: string;
  /** True for types and interfaces, whose imports can be erased. */
  readonly typeOnly: boolean;
  /** The name to use if the file already has one with the same spelling. */
  readonly alias: string | undefined;

  constructor(name: string, module: string, options: SymbolOptions) {
    this.name = name;
    this.module = module;
    this.typeOnly = options.typeOnly ?? false;
    this.alias = options.alias;
  }
}

/** A name that the file declares, so that no import may use it. */
export class Declaration {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Text that is printed unchanged: a literal, a number, or a piece of code. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Several pieces of code with a separator between them. */
export class CodeList {
  readonly items: readonly Hole[];
  readonly separator: string;

  constructor(items: readonly Hole[], separator: string) {
    this.items = items;
    this.separator = separator;
  }
}

/** A piece of code: the texts of a template and the values of its holes. */
export class Code {
  readonly texts: readonly string[];
  readonly holes: readonly Hole[];

  constructor(texts: readonly string[], holes: readonly Hole[]) {
    this.texts = texts;
    this.holes = holes;
  }
}

/**
 * A value in a template's hole. A string must be a name (`meterUsage`, `Foo.Bar`), because any
 * other text must go through {@link literal}, {@link doc} or {@link raw}. The items of a list are
 * joined with line breaks. An empty value (`undefined`, `null`, `false`, an empty list) removes its
 * line if the line contains nothing else.
 */
export type Hole =
  | Code
  | CodeSymbol
  | Declaration
  | Verbatim
  | CodeList
  | Doc
  | string
  | number
  | false
  | null
  | undefined
  | readonly Hole[];

/**
 * Creates code from a template that looks like its output. The common indentation of all lines and
 * the line breaks around the template are removed. A value with several lines is indented like the
 * line of its hole.
 *
 * @example
 * code`
 *   export interface ${declare("UsageRecord")} {
 *     ${members.map((member) => code`${member.name}: ${member.type};`)}
 *   }
 * `
 */
export function code(strings: TemplateStringsArray, ...holes: readonly Hole[]): Code {
  for (const hole of holes) checkHole(hole);
  return new Code(dedent(strings), holes);
}

export interface SymbolOptions {
  readonly typeOnly?: boolean;
  readonly alias?: string;
}

/** Refers to a name of a package, or of another file of the same output (`./structures.js`). */
export function symbol(name: string, module: string, options: SymbolOptions = {}): CodeSymbol {
  checkName(name);
  return new CodeSymbol(name, module, options);
}

/** Declares a name at the top level of the file. */
export function declare(name: string): Declaration {
  checkName(name);
  return new Declaration(name);
}

/** Joins pieces with a separator. Empty pieces are omitted, together with their separator. */
export function join(items: readonly Hole[], separator: string): CodeList {
  for (const item of items) checkHole(item);
  return new CodeList(items, separator);
}

/** Inserts text unchanged. The text must come from the emitter, never from a model. */
export function raw(text: string): Verbatim {
  return new Verbatim(text);
}

const namePattern =
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*(\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;

function checkName(name: string): void {
  if (!namePattern.test(name)) {
    throw new TypeError(
      `${JSON.stringify(name)} is not a name. Use literal(), doc() or raw() for other text.`,
    );
  }
}

function checkHole(hole: Hole): void {
  if (typeof hole === "string") checkName(hole);
  if (isHoleList(hole)) for (const item of hole) checkHole(item);
}

export function isHoleList(hole: Hole): hole is readonly Hole[] {
  return Array.isArray(hole);
}

/** Removes the common indentation and the surrounding line breaks from the texts of a template. */
function dedent(strings: TemplateStringsArray): readonly string[] {
  const texts = strings.raw.map((_, index) => strings[index] ?? "");
  if (!texts.some((text) => text.includes("\n"))) return texts;
  let indentation = Infinity;
  for (const [index, text] of texts.entries()) {
    for (const match of text.matchAll(/\n([ \t]*)([^\n]?)/g)) {
      const endsText = (match.index ?? 0) + match[0].length === text.length && match[2] === "";
      const isBlank = match[2] === "" && !(endsText && index < texts.length - 1);
      if (!isBlank) indentation = Math.min(indentation, match[1]?.length ?? 0);
    }
  }
  const strip = Number.isFinite(indentation) ? indentation : 0;
  return texts.map((text, index) => {
    const stripped = text.replace(/\n([ \t]*)/g, (_, space: string) => `\n${space.slice(strip)}`);
    const start = index === 0 ? stripped.replace(/^[ \t]*\n/, "") : stripped;
    return index === texts.length - 1 ? start.replace(/\n[ \t]*$/, "") : start;
  });
}
