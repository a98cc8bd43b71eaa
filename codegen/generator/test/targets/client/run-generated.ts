import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

/** A folder in which the imports of generated code resolve. */
const cache = fileURLToPath(new URL("../../../node_modules/.cache", import.meta.url));

/**
 * Writes generated modules to a temporary folder as JavaScript, and calls a function with the path
 * of the folder.
 */
export async function withModules<Result>(
  files: Readonly<Record<string, string>>,
  use: (importModule: (path: string) => Promise<Record<string, unknown>>) => Promise<Result>,
): Promise<Result> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "generated-"));
  try {
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    for (const [path, text] of Object.entries(files)) {
      const { outputText } = ts.transpileModule(text, {
        compilerOptions: {
          module: ts.ModuleKind.ESNext,
          target: ts.ScriptTarget.ES2022,
          verbatimModuleSyntax: true,
        },
      });
      const target = join(folder, path.replace(/\.ts$/, ".js"));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, outputText);
    }
    return await use((path) => import(pathToFileURL(join(folder, path)).href));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Type-checks generated modules of several packages together, under the strictest settings. */
export function checkModules(
  packages: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly string[] {
  const files = new Map<string, string>();
  const paths: Record<string, string[]> = {};
  for (const [name, texts] of Object.entries(packages)) {
    const folder = join(cache, name.replaceAll(/[^a-z-]/g, "_"));
    paths[name] = [join(folder, "index.ts")];
    paths[`${name}/*`] = [join(folder, "*.ts")];
    for (const [path, text] of Object.entries(texts)) files.set(join(folder, path), text);
  }
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.esnext.disposable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
    paths,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile, directoryExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path);
  host.directoryExists = (path) =>
    path.startsWith(cache) || (directoryExists?.call(host, path) ?? true);
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? getSourceFile.call(host, path, ...rest)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.split("/").at(-1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
