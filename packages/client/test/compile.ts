import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The strictest compiler options. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Compiles source texts as modules of this folder. */
export function compile(
  texts: Readonly<Record<string, string>>,
  strictness: ts.CompilerOptions = {},
) {
  const files = new Map(
    Object.entries(texts).map(([name, text]) => [
      fileURLToPath(new URL(name, import.meta.url)).replaceAll("\\", "/"),
      text,
    ]),
  );
  const settings = { ...options, ...strictness };
  const host = ts.createCompilerHost(settings);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? getSourceFile.call(host, path, ...rest)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...files.keys()], settings, host);
  const errors = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line =
      file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.split("/").at(-1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  return { program, errors };
}

/** Returns the names of the values and of the types that a module exports. */
export function exportedNames(module: string): Map<string, "type" | "value"> {
  const { program } = compile({
    "names.ts": `import * as all from ${JSON.stringify(module)};\nexport { all };\n`,
  });
  const checker = program.getTypeChecker();
  const source = program
    .getSourceFiles()
    .find(({ fileName }) => fileName.endsWith("/test/names.ts"));
  const statement = source?.statements.find(ts.isImportDeclaration);
  const symbol = statement && checker.getSymbolAtLocation(statement.moduleSpecifier);
  if (symbol === undefined) throw new Error(`Cannot find ${module}.`);
  return new Map(
    checker.getExportsOfModule(symbol).map((exported) => {
      const target =
        exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      return [exported.name, target.flags & ts.SymbolFlags.Value ? "value" : "type"];
    }),
  );
}

/** Returns the names of the members of an exported type. */
export function memberNames(module: string, type: string): Set<string> {
  const { program } = compile({
    "members.ts": `import type { ${type} } from ${JSON.stringify(module)};\nexport declare const value: Required<${type}>;\n`,
  });
  const checker = program.getTypeChecker();
  const source = program
    .getSourceFiles()
    .find(({ fileName }) => fileName.endsWith("/test/members.ts"));
  const symbol = source && checker.getSymbolAtLocation(source);
  const value = symbol && checker.getExportsOfModule(symbol).find(({ name }) => name === "value");
  if (!value) throw new Error(`Cannot find ${type}.`);
  const properties = checker.getTypeOfSymbolAtLocation(value, source).getProperties();
  return new Set(properties.map(({ name }) => name));
}
