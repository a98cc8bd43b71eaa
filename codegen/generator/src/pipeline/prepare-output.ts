import { dirname, join } from "node:path";
import { isNodeObject } from "@tinsmith/smithy";
import type { Diagnostic, NodeObject, NodeValue } from "@tinsmith/smithy";
import type { GeneratedPackage, PackageFacts } from "../generator.js";
import { readIfPresent } from "../output/changes.js";
import { manifestName, readManifest } from "../output/manifest.js";
import type { Manifest } from "../output/manifest.js";
import { noOwnedFields } from "../output/output-tree.js";
import type { OutputFile, OutputTree, OwnedFields } from "../output/output-tree.js";
import { findRanges } from "../package/dependency-ranges.js";
import { ownerFields } from "../package/owner-fields.js";
import {
  newPackageJson,
  openDependencies,
  ownedFields,
  updatePackageJson,
} from "../package/package-json.js";
import type { PackageIdentity } from "../package/package-json.js";
import { scaffoldFiles } from "../package/scaffold.js";
import { formatText } from "../print/print-file.js";
import type { BuildCache } from "../project/build-cache.js";
import { messages } from "../project/build-messages.js";
import { formatManifest, pathProblems } from "./output-files.js";
import type { FormattedManifest } from "./output-files.js";
import type { PrintedPackage } from "./print-package.js";
import type { ResolvedTarget } from "./resolve-targets.js";
import { describeFileError } from "../output/file-error.js";

const defaultFolder = "src/generated";

/** The context that the outputs of all targets of a run share. */
export interface OutputContext {
  /** Ranges of dependencies by package name, which override those of the generator. */
  readonly ranges: Readonly<Record<string, string>>;
  /** The output folders of the packages that this run generates, by the name of the package. */
  readonly siblings: ReadonlyMap<string, string>;
  readonly configPath: string;
  /** The fields of `npm` in the configuration. */
  readonly owner: NodeObject;
  readonly cache: BuildCache;
}

type Prepared =
  | { readonly tree: OutputTree; readonly manifest?: FormattedManifest | undefined }
  | { readonly diagnostics: readonly Diagnostic[] };

/** Reports the paths of a target that may not be written. */
export function checkPaths(target: string, generated: GeneratedPackage): readonly Diagnostic[] {
  const root = [...(generated.rootFiles ?? []), ...(generated.package?.starterFiles ?? [])];
  return [
    [generated.folder ?? defaultFolder],
    generated.files.map((file) => file.path),
    (generated.tests ?? []).map((file) => file.path),
    root.map((file) => file.path),
  ].flatMap((paths) => pathProblems(target, paths));
}

/** Adds the files of a package to the printed files. */
export async function prepareOutput(
  target: ResolvedTarget,
  generated: Pick<GeneratedPackage, "folder" | "package">,
  printed: PrintedPackage,
  context: OutputContext,
): Promise<Prepared> {
  const folder = generated.folder ?? defaultFolder;
  const facts = generated.package;
  const starters = facts === undefined ? [] : scaffoldFiles(facts, folder);
  const earlier = readEarlier(target.output, folder);
  const manifest = {
    owned: facts === undefined ? noOwnedFields : ownedFields(facts),
    scaffolded: [...new Set([...earlier.scaffolded, ...starters.map(({ path }) => path)])],
  };
  const formatted = await formatManifest(printed, manifest, context.cache);
  const tree: OutputTree = {
    root: target.output,
    folder,
    files: printed.files,
    tests: printed.tests,
    kept: printed.rootFiles,
    // A file that an earlier run wrote and the user deleted stays deleted.
    starters: starters.filter(({ path }) => !earlier.scaffolded.includes(path)),
    manifest: formatted?.[1],
  };
  const prepared =
    facts === undefined
      ? { tree }
      : await preparePackage(target, { facts, earlier }, tree, context);
  return { ...prepared, manifest: formatted };
}

function readEarlier(root: string, folder: string): Manifest {
  const bytes = readIfPresent(join(root, folder, manifestName));
  return readManifest(bytes && new TextDecoder().decode(bytes));
}

async function preparePackage(
  target: ResolvedTarget,
  { facts, earlier }: { readonly facts: PackageFacts; readonly earlier: Manifest },
  tree: OutputTree,
  { ranges, siblings, configPath, owner }: OutputContext,
): Promise<Prepared> {
  const path = join(tree.root, "package.json");
  const manifest = readJson(path);
  if (manifest instanceof Error) {
    return { diagnostics: [messages.packageUnreadable(path, manifest.message)] };
  }
  const existing = manifest?.value;
  const names = openDependencies(facts, existing);
  const found = await findRanges(names, tree.root, ranges, new Set(siblings.keys()));
  const identity: PackageIdentity = {
    name: target.packageName ?? target.key,
    owner: ownerFields(owner, dirname(configPath), tree.root),
    newOwner: ownerFields(packageBeside(configPath), dirname(configPath), tree.root),
    rangeOf: (name) => found.get(name) ?? "*",
    versionOf: (name) => versionIn(siblings.get(name)),
  };
  const starters = await Promise.all(tree.starters.map((file) => formatNew(tree.root, file)));
  const kept = await packageJsonText({ facts, identity, owned: earlier.owned }, manifest);
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

/** Returns the text of `package.json`, or `undefined` if the existing one is up to date. */
async function packageJsonText(
  { facts, identity, owned }: PackageJsonFacts,
  existing: JsonFile | undefined,
): Promise<string | undefined> {
  if (existing === undefined) {
    return formatText("package.json", JSON.stringify(newPackageJson(facts, identity), null, 2));
  }
  const { text, value } = existing;
  const updated = updatePackageJson(value, facts, identity, owned);
  if (JSON.stringify(updated) === JSON.stringify(value)) return undefined;
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? "  ";
  const end = text.endsWith("\n") ? "\n" : "";
  // Package managers write JSON.stringify's layout, with the indentation that they find.
  if (text === JSON.stringify(value, null, indent) + end) {
    return JSON.stringify(updated, null, indent) + end;
  }
  // Keep the user's order of keys, unless the file is formatted.
  const sortPackageJson = (await formatText("package.json", text)) === text;
  const formatted = await formatText("package.json", `${JSON.stringify(updated, null, 2)}\n`, {
    sortPackageJson,
  });
  return formatted.replace(/^(?: {2})+/gm, (blanks) => indent.repeat(blanks.length / 2));
}

interface PackageJsonFacts {
  readonly facts: PackageFacts;
  readonly identity: PackageIdentity;
  /** The fields that an earlier run wrote. */
  readonly owned: OwnedFields;
}

/** Returns the version of the package in a folder. */
function versionIn(folder: string | undefined): string | undefined {
  const file = folder === undefined ? undefined : readJson(join(folder, "package.json"));
  const version = file instanceof Error ? undefined : file?.value["version"];
  return typeof version === "string" ? version : undefined;
}

interface JsonFile {
  readonly text: string;
  readonly value: NodeObject;
}

function readJson(path: string): JsonFile | Error | undefined {
  try {
    const bytes = readIfPresent(path);
    if (bytes === undefined) return undefined;
    const text = new TextDecoder().decode(bytes);
    const value: NodeValue = JSON.parse(text);
    return isNodeObject(value) ? { text, value } : new Error("it is not an object");
  } catch (error) {
    return new Error(describeFileError(error));
  }
}

/** Returns the `package.json` of the package that contains the model, if there is one. */
function packageBeside(configPath: string): NodeObject {
  const beside = readJson(join(dirname(configPath), "package.json"));
  return beside === undefined || beside instanceof Error ? {} : beside.value;
}

/** Formats a file that is written once; returns nothing if it already exists. */
async function formatNew(root: string, file: OutputFile): Promise<OutputFile | undefined> {
  if (readIfPresent(join(root, file.path)) !== undefined) return undefined;
  if (typeof file.content !== "string") return file;
  return { path: file.path, content: await formatText(file.path, file.content) };
}
