import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const paths = [
  "../src/index.ts",
  "../src/diff/index.ts",
  "../src/node/index.ts",
  "../src/traits/index.ts",
].map((path) => fileURLToPath(new URL(path, import.meta.url)));

describe("the public API", () => {
  it("documents every export", { timeout: 60_000 }, () => {
    const program = ts.createProgram(paths, {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      skipLibCheck: true,
      types: [],
    });
    const checker = program.getTypeChecker();
    const silent = paths.flatMap((path) => {
      const file = program.getSourceFile(path);
      const module = file && checker.getSymbolAtLocation(file);
      return (module ? checker.getExportsOfModule(module) : []).flatMap((symbol) => {
        const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
        const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
        const said = [symbol, target].some(
          (one) => one.getDocumentationComment(checker).length > 0,
        );
        // `Syntax` is a namespace. Its members are documented.
        return said || symbol.name === "Syntax" ? [] : symbol.name;
      });
    });
    expect(silent).toEqual([]);
  });
});
