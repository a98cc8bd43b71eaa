import { dirname, join } from "node:path";
import type { Diagnostic } from "@tinsmith/smithy";
import type { GeneratedPackage, PackageFacts } from "../generator.js";
import { readIfPresent } from "../output/changes.js";
import { manifestName, readManifest, writeManifest } from "../output/manifest.js";
import { collidingPaths, noOwnedFields, pathProblem } from "../output/output-tree.js";
import type { OutputFile, OutputTree, OwnedFields } from "../output/output-tree.js";
import { findRanges } from "../package/dependency-ranges.js";
import {
  isJsonObject,
  newPackageJson,
  openDependencies,
  ownedFields,
  updatePackageJson,
} from "../package/package-json.js";
import type { JsonObject, PackageIdentity } from "../package/package-json.js";
import { scaffoldFiles } from "../package/scaffold.js";
import { formatText } from "../print/print-file.js";
import type { BuildCache } from "./build-cache.js";
import { messages, reasonOf } from "./build-messages.js";
import { formatOnce } from "./print-package.js";
import type { PrintedPackage } from "./print-package.js";
import type { ResolvedTarget } from "./resolve-targets.js";

const defaultFolder = "src/generated";

type Prepared = { readonly tree: OutputTree } | { readonly diagnostics: readonly Diagnostic[] };

/** Whether every path that a target asks for may be written. */
export function checkPaths(target: string, generated: GeneratedPackage): readonly Diagnostic[] {
  const root = [...(generated.rootFiles ?? []), ...(generated.package?.starterFiles ?? [])];
  return [
    [generated.folder ?? defaultFolder],
    generated.files.map((file) => file.path),
    (generated.tests ?? []).map((file) => file.path),
    root.map((file) => file.path),
  ].flatMap((paths) => pathProblems(target, paths));
}

/** Adds to the printed files what makes them a package. */
export async function prepareOutput(
  target: ResolvedTarget,
  generated: GeneratedPackage,
  printed: PrintedPackage,
  siblings: ReadonlySet<string>,
  configPath: string,
  cache: BuildCache,
): Promise<Prepared> {
  const folder = generated.folder ?? defaultFolder;
  const facts = generated.package;
  const owned = facts === undefined ? noOwnedFields : ownedFields(facts);
  const tree: OutputTree = {
    root: target.output,
    folder,
    files: printed.files,
    tests: printed.tests,
    kept: printed.rootFiles,
    starters: [],
    manifest: await manifestText(printed, owned, cache),
  };
  return facts === undefined ? { tree } : preparePackage(target, facts, tree, siblings, configPath);
}

async function preparePackage(
  target: ResolvedTarget,
  facts: PackageFacts,
  tree: OutputTree,
  siblings: ReadonlySet<string>,
  configPath: string,
): Promise<Prepared> {
  const path = join(tree.root, "package.json");
  const found = readJson(path);
  if (found instanceof Error) {
    return { diagnostics: [messages.packageUnreadable(path, found.message)] };
  }
  const existing = found?.value;
  const ranges = await findRanges(openDependencies(facts, existing), tree.root, siblings);
  const identity: PackageIdentity = {
    name: target.packageName ?? target.key,
    license: licenseBeside(configPath),
    rangeOf: (name) => ranges.get(name) ?? "*",
  };
  const starters = await Promise.all(
    scaffoldFiles(facts, tree.folder).map((file) => formatNew(tree.root, file)),
  );
  const kept = await packageJsonText(tree, facts, identity, found);
  return {
    tree: {
      ...tree,
      starters: starters.filter((file) => file !== undefined),
      kept: [
        ...tree.kept,
        ...(kept === undefined ? [] : [{ path: "package.json", content: kept }]),
      ],
    },
  };
}

/** The manifest of some files; a tree without any has none. */
export async function manifestText(
  { files, tests }: Pick<OutputTree, "files" | "tests">,
  owned: OwnedFields,
  cache: BuildCache,
): Promise<string | undefined> {
  if (files.length === 0) return undefined;
  const paths = (list: readonly OutputFile[]) => list.map((file) => file.path);
  const text = writeManifest({ files: paths(files), tests: paths(tests), owned });
  return (await formatOnce(manifestName, text, cache)).result;
}

/** The text of `package.json`, or `undefined` where the existing one is in step already. */
async function packageJsonText(
  tree: OutputTree,
  facts: PackageFacts,
  identity: PackageIdentity,
  existing: JsonFile | undefined,
): Promise<string | undefined> {
  if (existing === undefined) {
    return formatText("package.json", JSON.stringify(newPackageJson(facts, identity), null, 2));
  }
  const manifest = readIfPresent(join(tree.root, tree.folder, manifestName));
  const { owned } = readManifest(manifest && new TextDecoder().decode(manifest));
  const updated = JSON.stringify(
    updatePackageJson(existing.value, facts, identity, owned),
    null,
    2,
  );
  if (updated === JSON.stringify(existing.value, null, 2)) return undefined;
  // The user's order of keys stays, unless it is the formatter's.
  const isFormatted = (await formatText("package.json", existing.text)) === existing.text;
  return formatText("package.json", `${updated}\n`, { sortPackageJson: isFormatted });
}

interface JsonFile {
  readonly text: string;
  readonly value: JsonObject;
}

function readJson(path: string): JsonFile | Error | undefined {
  try {
    const bytes = readIfPresent(path);
    if (bytes === undefined) return undefined;
    const text = new TextDecoder().decode(bytes);
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? { text, value } : new Error("it is not an object");
  } catch (error) {
    return new Error(reasonOf(error));
  }
}

/** A new package takes the licence of the package that holds the model. */
function licenseBeside(configPath: string): string | undefined {
  const beside = readJson(join(dirname(configPath), "package.json"));
  const license = beside instanceof Error ? undefined : beside?.value["license"];
  return typeof license === "string" ? license : undefined;
}

/** Formats a file that is written once; nothing where it exists already. */
async function formatNew(root: string, file: OutputFile): Promise<OutputFile | undefined> {
  if (readIfPresent(join(root, file.path)) !== undefined) return undefined;
  if (typeof file.content !== "string") return file;
  return { path: file.path, content: await formatText(file.path, file.content) };
}

function pathProblems(target: string, paths: readonly string[]): readonly Diagnostic[] {
  const bad = paths.flatMap((path) => {
    const problem = path === manifestName ? "is the manifest's" : pathProblem(path);
    return problem === undefined ? [] : messages.badPath(target, path, problem, {});
  });
  const colliding = collidingPaths(paths);
  return colliding === undefined ? bad : [...bad, messages.collidingPaths(target, colliding, {})];
}
