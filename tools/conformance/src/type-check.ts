import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { scratchFolder } from "./generate.js";
import { workspaceRoot } from "./workspace.js";

/** The strictest options with which generated code must compile, as in `tsconfig.json`. */
const strict = {
  target: "es2022",
  module: "nodenext",
  moduleResolution: "nodenext",
  lib: ["es2022", "esnext.disposable"],
  types: ["node"],
  typeRoots: [`${workspaceRoot}/node_modules/@types`],
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
  /** The entry files, absolute. */
  readonly files: readonly string[];
  /** The source files of packages that are not installed, by npm name or specifier. */
  readonly paths?: Readonly<Record<string, string>>;
}

function optionsWith(paths: NonNullable<TypeCheckOptions["paths"]>): object {
  const entries = Object.entries(paths).map(([name, path]) => [name, [path]]);
  return { ...strict, paths: Object.fromEntries(entries) };
}

/** Type-checks files and returns the compiler's diagnostics: `path:line message`. */
export function typeCheck({ files, paths = {} }: TypeCheckOptions): readonly string[] {
  const { options } = ts.convertCompilerOptionsFromJson(optionsWith(paths), workspaceRoot);
  const program = ts.createProgram([...files], options, createHost(options));
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    if (file === undefined || start === undefined) return text;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${relative(workspaceRoot, file.fileName)}:${line + 1} ${text}`;
  });
}

/** A version of TypeScript that is installed in addition to the workspace's. */
export interface Compiler {
  readonly name: string;
  /** The name under which the package is installed. */
  readonly package: string;
}

/**
 * Type-checks files with another version in a separate process. Returns the diagnostics, one per
 * line.
 */
export async function compile(
  compiler: Compiler,
  { files, paths = {} }: TypeCheckOptions,
): Promise<readonly string[]> {
  mkdirSync(scratchFolder, { recursive: true });
  const config = join(scratchFolder, `tsconfig.${compiler.package}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: optionsWith(paths), files }));
  const program = join(
    dirname(createRequire(import.meta.url).resolve(`${compiler.package}/package.json`)),
    "bin/tsc",
  );
  const args = [program, "--project", config, "--pretty", "false"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: "/",
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const lines = `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
  if (status !== 0 && lines.length === 0) throw new Error(`${compiler.name} could not be run.`);
  return lines.map((line) => (line.startsWith("/") ? line : `/${line}`));
}

/** The declarations of libraries. They are parsed once for all programs. */
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
