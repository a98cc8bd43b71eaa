import ts from "typescript";

/** The compiler options under which generated code must compile. */
const strictest: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  erasableSyntaxOnly: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Compiles TypeScript files and returns the errors, one per line. */
export function typeErrors(files: readonly string[]): readonly string[] {
  const program = ts.createProgram([...files], strictest);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
    const { file, start = 0 } = diagnostic;
    if (file === undefined) return text;
    return `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ${text}`;
  });
}

/** Returns true if a module uses the type `any`. */
export function usesAny(text: string): boolean {
  const holdsAny = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, holdsAny) ?? false);
  return holdsAny(ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2022));
}
