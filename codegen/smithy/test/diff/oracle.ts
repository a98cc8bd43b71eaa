import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { printJson } from "../../src/index.js";
import type { ModelPair } from "./generated-pairs.js";

/** The folder of the program that runs the reference implementation. It is next to the project. */
const origin = resolve(import.meta.dirname, "../../../../../shared/oracle");

/** The class path of the reference implementation, or the reason why it is not available. */
export type Oracle = { readonly classPath: string } | { readonly reason: string };

/** Prepares the reference implementation once, in the folder for temporary files. */
export function prepareOracle(): Oracle {
  if (!existsSync(join(origin, "Oracle.java"))) return { reason: `${origin} is absent` };
  if (spawnSync("java", ["-version"]).status !== 0) return { reason: "Java is not installed" };
  const folder = oracleFolder();
  const listing = join(folder, "cp.txt");
  if (!existsSync(listing)) {
    for (const name of ["Oracle.java", "pom.xml"]) {
      copyFileSync(join(origin, name), join(folder, name));
    }
    const goal = ["-q", "dependency:build-classpath", `-Dmdep.outputFile=${listing}`];
    const { status, error } = spawnSync("mvn", goal, { cwd: folder });
    if (status !== 0) return { reason: `Maven cannot fetch it: ${error?.message ?? status}` };
  }
  return { classPath: readFileSync(listing, "utf8").trim() };
}

function oracleFolder(): string {
  const folder = join(tmpdir(), "tinsmith-oracle");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The paths of the files of a pair. */
export interface WrittenPair {
  readonly pair: ModelPair;
  readonly before: string;
  readonly after: string;
}

/**
 * The events that the reference implementation reports for a pair, or the reason for their absence.
 */
export interface Answer {
  readonly name: string;
  readonly ex?: string;
  readonly events?: readonly {
    readonly s: string;
    readonly id: string;
    readonly shape: string | null;
    readonly m: string;
  }[];
}

/** Writes pairs as JSON AST files. */
export function writePairs(pairs: readonly ModelPair[]): readonly WrittenPair[] {
  return pairs.map((pair) => {
    const [before, after] = (["before", "after"] as const).map((side) => {
      const path = join(oracleFolder(), `${pair.name}.${side}.json`);
      writeFileSync(path, printJson(pair[side], 1));
      return path;
    }) as [string, string];
    return { pair, before, after };
  });
}

/** Compares all pairs in one process of the reference implementation. */
export function askForDiffs(classPath: string, pairs: readonly WrittenPair[]): readonly Answer[] {
  const list = join(oracleFolder(), "list.txt");
  const output = join(oracleFolder(), "out.jsonl");
  const lines = pairs.map(({ pair, before, after }) => `${pair.name}\t${before}\t${after}\n`);
  writeFileSync(list, lines.join(""));
  const program = join(oracleFolder(), "Oracle.java");
  const { status } = spawnSync("java", ["-cp", classPath, program, "diff", list, output]);
  if (status !== 0) throw new Error(`The reference implementation ended with ${status}`);
  return readFileSync(output, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);
}
