import { targetNames } from "@tinsmith/codegen";
import { closest } from "@tinsmith/smithy";

/** What the words of `tinsmith generate` name. */
export interface TargetsAndPaths {
  readonly targets: readonly string[];
  readonly paths: readonly string[];
}

/**
 * Tells the targets of a command line from its paths. The first word is always targets and the last
 * one always a path; between them words are targets until the first that is none. Targets may be
 * joined by commas.
 *
 * @param exists whether a path is there
 * @throws Error that says which word is wrong and what to write instead
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
    `${word} is a target, and here is a file or folder of that name: write ./${word} for the path, or ${word}, for the target`,
  );
}

function targetsOf(word: string): readonly string[] {
  const names = word.split(",").filter((name) => name !== "");
  const unknown = names.find((name) => !targetNames.includes(name));
  if (unknown === undefined && names.length > 0) return names;
  const near = unknown === undefined ? undefined : closest(unknown, targetNames);
  const advice =
    near === undefined ? `Targets are ${targetNames.join(", ")}` : `Did you mean ${near}?`;
  throw new Error(`There is no target ${JSON.stringify(unknown ?? word)}. ${advice}`);
}

function missingPath(path: string): string {
  if (targetNames.includes(path)) {
    return `There is no file or folder ${path}, only a target of that name: name the model's files or folders after the targets`;
  }
  const near = closest(path, targetNames);
  return near === undefined
    ? `There is no file or folder ${path}`
    : `There is no file or folder ${path}, and no target of that name. Did you mean ${near}?`;
}
