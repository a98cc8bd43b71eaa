import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";

import { placeInGuide } from "./guide-programs.js";
import type { GuideProgram } from "./guide-programs.js";
import type { ProgramFolder } from "./program-folder.js";

/** The folder of the compiled programs, below that of the programs. */
export const compiledFolder = "compiled";

/**
 * Compiles programs with the TypeScript of the workspace.
 *
 * @returns the errors, each with its place in the guide
 * @throws Error if TypeScript is not installed
 */
export async function compilePrograms(
  programs: readonly GuideProgram[],
  folder: ProgramFolder,
  cwd: string,
): Promise<readonly string[]> {
  const manifest = folder.resolve("typescript/package.json");
  if (manifest === undefined) {
    throw new Error("TypeScript is not installed. Install it to compile the programs of guides");
  }
  const hasNodeTypes = folder.resolve("@types/node/package.json") !== undefined;
  const config = join(folder.path, "tsconfig.json");
  await writeFile(
    config,
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        module: "nodenext",
        moduleResolution: "nodenext",
        lib: ["es2022", "esnext.disposable", ...(hasNodeTypes ? [] : ["dom"])],
        types: hasNodeTypes ? ["node"] : [],
        strict: true,
        skipLibCheck: true,
        rootDir: ".",
        outDir: compiledFolder,
      },
      files: programs.map(({ path }) => path),
    }),
  );
  const compiler = join(dirname(manifest), "bin/tsc");
  const output = await new Promise<string>((done) => {
    const arguments_ = [compiler, "--project", config, "--pretty", "false"];
    execFile(process.execPath, arguments_, { cwd: folder.path, maxBuffer: 2 ** 26 }, (_, stdout) =>
      done(stripVTControlCharacters(stdout)),
    );
  });
  return describeErrors(output, programs, cwd);
}

/** Returns the messages of the compiler, with places in the guides instead of in the programs. */
function describeErrors(
  output: string,
  programs: readonly GuideProgram[],
  cwd: string,
): readonly string[] {
  // A message may continue on indented lines.
  return output
    .trimEnd()
    .split(/\n(?! )/)
    .filter((message) => message.includes("error TS"))
    .map((message) => {
      const [, path = "", line = "", text = ""] =
        /^([^(\n]+)\((\d+),\d+\): error (TS\d+: .*)$/s.exec(message) ?? [];
      const program = programs.find((one) => one.path === path.replaceAll("\\", "/"));
      return program === undefined
        ? message
        : `${placeInGuide(program, Number(line), cwd)} ${text}`;
    });
}
