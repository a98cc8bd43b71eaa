import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join, relative, resolve } from "node:path";

/** A program in a guide: a block of TypeScript that imports something. */
export interface GuideProgram {
  /** The file of the guide, absolute. */
  readonly guide: string;
  /** The line of the guide that precedes the program's first line. */
  readonly line: number;
  /** The path of its file below a common folder: `first-call/program-1.ts`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the programs of guides, in the order of the paths.
 *
 * @param guides - Markdown files and folders of them, relative to the folder
 */
export async function readGuidePrograms(
  guides: readonly string[],
  folder: string,
): Promise<readonly GuideProgram[]> {
  const files = (
    await Promise.all(guides.map((path) => markdownFiles(resolve(folder, path))))
  ).flat();
  const unique = [...new Set(files)].sort();
  const programs = await Promise.all(
    unique.map(async (file, index) => {
      // The number distinguishes guides whose files have the same name.
      const name = `${index + 1}-${basename(file, ".md").replace(/[^\w-]+/g, "-")}`;
      return programsOf(file, name, await readFile(file, "utf8"));
    }),
  );
  return programs.flat();
}

async function markdownFiles(path: string): Promise<readonly string[]> {
  if (extname(path) === ".md") return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && extname(entry.name) === ".md")
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Returns the programs of a guide. The first line of a program may name its file, as in `//
 * report-usage.ts`, so that other programs can import it.
 */
function programsOf(guide: string, folder: string, markdown: string): readonly GuideProgram[] {
  const text = markdown.replaceAll("\r\n", "\n");
  const blocks = text.matchAll(/^```(?:ts|typescript)\n(.*?)^```$/gms);
  return [...blocks]
    .map((block) => ({ code: block[1] ?? "", line: text.slice(0, block.index).split("\n").length }))
    .filter(({ code }) => /^import /m.test(code))
    .map(({ code, line }, index) => {
      const file = /^\/\/ ([\w-]+(?:\.[\w-]+)*\.ts)\n/.exec(code)?.[1];
      return { guide, line, path: `${folder}/${file ?? `program-${index + 1}.ts`}`, text: code };
    });
}

/** Returns the packages and modules that a program imports by name. */
export function importedNames({ text }: GuideProgram): readonly string[] {
  const imports = text.matchAll(
    /^\s*(?:import|export)\b(?:[^"';]*?\bfrom\s*|\s*)["']([^"'\n]+)["']/gm,
  );
  return [...imports].flatMap(([, name = ""]) => (name.startsWith(".") ? [] : [name]));
}

/** Returns a place in a guide, from a line of one of its programs: `guides/start.md:12`. */
export function placeInGuide(program: GuideProgram, line: number, cwd: string): string {
  return `${relative(cwd, program.guide)}:${program.line + line}`;
}
