import { dirname, join } from "node:path";
import { isNodeObject } from "@tinsmith/smithy";
import type { Diagnostic, NodeObject, NodeValue } from "@tinsmith/smithy";
import type { GeneratedPackage, PackageFacts } from "../generator.js";
import { readIfPresent } from "../output/changes.js";
import { manifestName, readManifest } from "../output/manifest.js";
import { noOwnedFields } from "../output/output-tree.js";
import type { OutputFile, OutputTree } from "../output/output-tree.js";
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
import { messages, reasonOf } from "../project/build-messages.js";
import { manifestText, pathProblems } from "./output-files.js";
import type { PrintedPackage } from "./print-package.js";
import type { ResolvedTarget } from "./resolve-targets.js";

const defaultFolder = "src/generated";

/** The context that the outputs of all targets of a run share. */
export interface OutputContext {
  /** Ranges of dependencies by package name, which override those of the generator. */
  readonly ranges: Readonly<Record<string, string>>;
  /** Names of the packages which this run generates. */
  readonly siblings: ReadonlySet<string>;
  readonly configPath: string;
  /** The fields of `npm` in the configuration. */
  readonly owner: NodeObject;
  readonly cache: BuildCache;
}

type Prepared = { readonly tree: OutputTree } | { readonly diagnostics: readonly Diagnostic[] };

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
  generated: GeneratedPackage,
  printed: PrintedPackage,
  context: OutputContext,
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
    manifest: await manifestText(printed, owned, context.cache),
  };
  return facts === undefined ? { tree } : preparePackage(target, facts, tree, context);
}

async function preparePackage(
  target: ResolvedTarget,
  facts: PackageFacts,
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
  const found = await findRanges(names, tree.root, ranges, siblings);
  const identity: PackageIdentity = {
    name: target.packageName ?? target.key,
    owner: ownerFields(owner, dirname(configPath), tree.root),
    newOwner: ownerFields(packageBeside(configPath), dirname(configPath), tree.root),
    rangeOf: (name) => found.get(name) ?? "*",
  };
  const starters = await Promise.all(
    scaffoldFiles(facts, tree.folder).map((file) => formatNew(tree.root, file)),
  );
  const kept = await packageJsonText(tree, facts, identity, manifest);
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
  // Keep the user's order of keys, unless the file is formatted.
  const isFormatted = (await formatText("package.json", existing.text)) === existing.text;
  return formatText("package.json", `${updated}\n`, { sortPackageJson: isFormatted });
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
    return new Error(reasonOf(error));
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
