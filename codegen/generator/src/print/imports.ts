import { compareText } from "@tinsmith/smithy";
import type { CodeSymbol } from "../code/code.js";

interface ImportedName {
  readonly name: string;
  readonly alias: string | undefined;
  typeOnly: boolean;
  local: string;
}

/** The imports of a file: the local names of symbols, and the statements. */
export interface ImportSet {
  nameOf(symbol: CodeSymbol): string;
  /**
   * `import` statements. Imports from packages precede imports from the output; each group is
   * sorted.
   */
  readonly statements: readonly string[];
}

/**
 * Assigns the imports of a file. A name keeps its spelling unless the file declares it or an import
 * of another module has it already. Then it gets its alias, or a number.
 *
 * @param path - the importing file, relative to the root of the output
 * @param declared - names that the file declares
 */
export function assignImports(
  path: string,
  symbols: readonly CodeSymbol[],
  declared: ReadonlySet<string>,
): ImportSet {
  const modules = new Map<string, Map<string, ImportedName>>();
  for (const symbol of symbols) {
    const specifier = moduleSpecifier(path, symbol.module);
    if (specifier === undefined) continue;
    const names = modules.get(specifier) ?? new Map<string, ImportedName>();
    modules.set(specifier, names);
    const root = rootName(symbol.name);
    const known = names.get(root);
    if (known === undefined) {
      const { alias, typeOnly } = symbol;
      names.set(root, { name: root, alias, typeOnly, local: root });
    } else if (!symbol.typeOnly) {
      known.typeOnly = false;
    }
  }

  const taken = new Set(declared);
  const ordered = [...modules].sort(([a], [b]) => compareModules(a, b));
  for (const [, names] of ordered) {
    for (const imported of sortNames(names)) {
      imported.local = freeName(imported, taken);
      taken.add(imported.local);
    }
  }

  return {
    nameOf: (symbol) => {
      const specifier = moduleSpecifier(path, symbol.module);
      if (specifier === undefined) return symbol.name;
      const root = rootName(symbol.name);
      const local = modules.get(specifier)?.get(root)?.local ?? root;
      return local + symbol.name.slice(root.length);
    },
    statements: ordered.flatMap(([specifier, names]) => statementsOf(specifier, sortNames(names))),
  };
}

function statementsOf(specifier: string, names: readonly ImportedName[]): readonly string[] {
  return [
    statement(
      "import type",
      specifier,
      names.filter(({ typeOnly }) => typeOnly),
    ),
    statement(
      "import",
      specifier,
      names.filter(({ typeOnly }) => !typeOnly),
    ),
  ].filter((text) => text !== undefined);
}

function statement(
  keyword: string,
  specifier: string,
  names: readonly ImportedName[],
): string | undefined {
  if (names.length === 0) return undefined;
  const list = names.map(({ name, local }) => (local === name ? name : `${name} as ${local}`));
  return `${keyword} { ${list.join(", ")} } from ${JSON.stringify(specifier)};`;
}

function freeName(imported: ImportedName, taken: ReadonlySet<string>): string {
  const wished = [imported.name, ...(imported.alias === undefined ? [] : [imported.alias])];
  for (const name of wished) if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const name = `${imported.alias ?? imported.name}${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Returns the imported part of a name: `AttributeValue` for `AttributeValue.SMember`. */
function rootName(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
}

/** Returns the specifier of a module in the file; `undefined` if the module is the file itself. */
function moduleSpecifier(path: string, module: string): string | undefined {
  if (!module.startsWith("./")) return module;
  const target = module.slice(2);
  if (target.replace(/\.js$/, ".ts") === path) return undefined;
  const from = path.split("/").slice(0, -1);
  const to = target.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  const up = from.length - common;
  return `${up === 0 ? "./" : "../".repeat(up)}${to.slice(common).join("/")}`;
}

function sortNames(names: ReadonlyMap<string, ImportedName>): readonly ImportedName[] {
  return [...names.values()].sort(
    (a, b) =>
      compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.name, b.name),
  );
}

function compareModules(a: string, b: string): number {
  return Number(a.startsWith(".")) - Number(b.startsWith(".")) || compareText(a, b);
}
