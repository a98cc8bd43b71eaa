import { targetNames } from "@tinsmith/codegen";
import { closest } from "@tinsmith/smithy";

/** The targets and paths in the arguments of `tinsmith generate`. */
export interface TargetsAndPaths {
  readonly targets: readonly string[];
  readonly paths: readonly string[];
}

/**
 * Splits the arguments of a command line into targets and paths. The first word always names
 * targets, and the last word is always a path. Words between them name targets, until one does not;
 * that word and all after it are paths. Targets may be separated by commas.
 *
 * @param exists - reports whether a path exists
 * @throws Error that names the invalid word and its replacement
 */
export function splitTargetsAndPaths(
  words: readonly string[],
  exists: (path: string) => boolean,
): TargetsAndPaths {
  const [first = "", ...rest] = words;
  const last = rest.pop();
  const targets = new Set(targetsOf(first));
  if (last === undefined) {
    throw new Error(
      `The model is missing: name its files or folders after the targets, as in: tinsmith generate ${first} --out DIR model/`,
    );
  }
  const startOfPaths = rest.findIndex((word) => !isTargets(word, exists));
  const between = startOfPaths === -1 ? rest : rest.slice(0, startOfPaths);
  for (const word of between) {
    for (const name of targetsOf(word)) targets.add(name);
  }
  const paths = [...rest.slice(between.length), last];
  for (const path of paths) {
    if (!exists(path)) throw new Error(missingPath(path));
  }
  return { targets: [...targets], paths };
}

function isTargets(word: string, exists: (path: string) => boolean): boolean {
  if (!exists(word)) return word.includes(",") || targetNames.includes(word);
  if (!targetNames.includes(word)) return false;
  throw new Error(
    `${word} is a target, and a file or folder has the same name: write ./${word} for the path, or ${word}, for the target`,
  );
}

function targetsOf(word: string): readonly string[] {
  const names = word.split(",").filter((name) => name !== "");
  const unknown = names.find((name) => !targetNames.includes(name));
  if (unknown === undefined && names.length > 0) return names;
  const near = unknown === undefined ? undefined : closest(unknown, targetNames);
  const advice =
    near === undefined ? `Expected one of: ${targetNames.join(", ")}` : `Did you mean ${near}?`;
  throw new Error(`Unknown target ${JSON.stringify(unknown ?? word)}. ${advice}`);
}

function missingPath(path: string): string {
  if (targetNames.includes(path)) {
    return `File or folder not found: ${path}. It is the name of a target: name the model's files or folders after the targets`;
  }
  const near = closest(path, targetNames);
  return near === undefined
    ? `File or folder not found: ${path}`
    : `No file, folder or target is named ${path}. Did you mean ${near}?`;
}
