import { relative } from "node:path";
import ts from "typescript";
import { workspaceRoot } from "./workspace.js";

/** The strictest options that generated code promises to compile under. */
const strict: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts", "lib.esnext.disposable.d.ts"],
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  noEmit: true,
};

export interface TypeCheckOptions {
  /** The files to begin with, absolute. */
  readonly files: readonly string[];
  /** Where packages are that are not installed: by npm name or specifier, the source file. */
  readonly paths?: Readonly<Record<string, string>>;
}

/** Type-checks files and returns what the compiler says: `path:line message`. */
export function typeCheck({ files, paths = {} }: TypeCheckOptions): readonly string[] {
  const options: ts.CompilerOptions = {
    ...strict,
    typeRoots: [`${workspaceRoot}/node_modules/@types`],
    paths: Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, [path]])),
  };
  const program = ts.createProgram([...files], options, createHost(options));
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    if (file === undefined || start === undefined) return text;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${relative(workspaceRoot, file.fileName)}:${line + 1} ${text}`;
  });
}

/** Declarations of libraries, parsed once for all programs. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function createHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, ...rest) => {
    if (!path.endsWith(".d.ts") && !path.endsWith(".d.cts")) return getSourceFile(path, ...rest);
    if (!libraries.has(path)) libraries.set(path, getSourceFile(path, ...rest));
    return libraries.get(path);
  };
  return host;
}
