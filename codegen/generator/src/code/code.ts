import type { Doc } from "./doc.js";

/**
 * A name that another module exports. Where a template holds one, the printed file imports it:
 * `symbol("UsageRecord", "./structures.js", { typeOnly: true })`.
 */
export class CodeSymbol {
  readonly name: string;
  /**
   * Where the name comes from: a package (`@smithy/types`), or, with a leading `./`, a file of
   * the same output, from its root. Print makes the latter relative to the importing file.
   */
  readonly module: string;
  /** Whether the import can be erased: types and interfaces. */
  readonly typeOnly: boolean;
  /** What to call the name where the file already has one like it. */
  readonly alias: string | undefined;

  constructor(name: string, module: string, options: SymbolOptions) {
    this.name = name;
    this.module = module;
    this.typeOnly = options.typeOnly ?? false;
    this.alias = options.alias;
  }
}

/** A name which this file declares, so that no import may take it. */
export class Declaration {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Text that goes into the file as it is: a literal, a number, or a piece of code. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Several pieces with something between each two. */
export class CodeList {
  readonly items: readonly Hole[];
  readonly separator: string;

  constructor(items: readonly Hole[], separator: string) {
    this.items = items;
    this.separator = separator;
  }
}

/** A piece of code: the texts of a template and what stands in its holes. */
export class Code {
  readonly texts: readonly string[];
  readonly holes: readonly Hole[];

  constructor(texts: readonly string[], holes: readonly Hole[]) {
    this.texts = texts;
    this.holes = holes;
  }
}

/**
 * What a template's hole takes. A string must be a name (`meterUsage`, `Foo.Bar`): anything else
 * would be raw text, which only {@link literal}, {@link doc} and {@link raw} let in. A list is
 * joined by line breaks. Nothing (`undefined`, `null`, `false`, an empty list) makes the line go on
 * which the hole stands alone.
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
 * Makes code from a template that looks like what it writes. The indentation common to all lines
 * and the line breaks around the template are dropped; a hole of several lines is indented like
 * the line on which it stands.
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

/** A name to be imported from a package, or from a file of the same output (`./structures.js`). */
export function symbol(name: string, module: string, options: SymbolOptions = {}): CodeSymbol {
  checkName(name);
  return new CodeSymbol(name, module, options);
}

/** A name that the file declares at its top level. */
export function declare(name: string): Declaration {
  checkName(name);
  return new Declaration(name);
}

/** Joins pieces; those that are nothing are left out with their separator. */
export function join(items: readonly Hole[], separator: string): CodeList {
  for (const item of items) checkHole(item);
  return new CodeList(items, separator);
}

/** Text that the emitter itself wrote, never anything from a model. */
export function raw(text: string): Verbatim {
  return new Verbatim(text);
}

const namePattern =
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*(\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;

function checkName(name: string): void {
  if (!namePattern.test(name)) {
    throw new TypeError(
      `${JSON.stringify(name)} is not a name; put text into code with literal(), doc() or raw()`,
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

/** Takes the common indentation and the surrounding line breaks from the texts of a template. */
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
