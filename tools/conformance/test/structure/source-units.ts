import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { workspaceRoot } from "../../src/workspace.js";

/** A parsed TypeScript file. */
export interface SourceUnit {
  /** The path relative to the root of the workspace, with `/` as the separator. */
  readonly path: string;
  /** The folder of the package, for example `codegen/smithy`. */
  readonly packageFolder: string;
  readonly tree: ts.SourceFile;
}

/** Lists every package of the workspace that has sources, by folder. */
export function packageFolders(): readonly string[] {
  return ["codegen", "packages", "packages/runtime", "tools"].flatMap((group) =>
    folderEntries(group)
      .map((name) => `${group}/${name}`)
      .filter((folder) => folderEntries(folder).includes("src")),
  );
}

/** Parses the sources of all packages, both hand-written and generated. */
export function readSourceUnits(): readonly SourceUnit[] {
  return packageFolders().flatMap((packageFolder) =>
    readdirSync(join(workspaceRoot, packageFolder, "src"), { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.d)\.[cm]?ts$/.test(name))
      .map((name) => `${packageFolder}/src/${name.replaceAll("\\", "/")}`)
      .sort()
      .map((path) => parseUnit(path, readFileSync(join(workspaceRoot, path), "utf8"))),
  );
}

/**
 * Parses one file.
 *
 * @param path - below the root of the workspace, such as `codegen/smithy/src/index.ts`
 */
export function parseUnit(path: string, text: string): SourceUnit {
  return {
    path,
    packageFolder: path.slice(0, path.indexOf("/src/")),
    tree: ts.createSourceFile(path, text, options, false, ts.ScriptKind.TS),
  };
}

/** Documentation is not parsed, because this would take longer than parsing the code. */
const options: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.ES2022,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

function folderEntries(folder: string): readonly string[] {
  try {
    return readdirSync(join(workspaceRoot, folder));
  } catch {
    return [];
  }
}
