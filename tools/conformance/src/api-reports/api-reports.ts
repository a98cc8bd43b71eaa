import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { scratchFolder } from "../generate.js";
import { publishedPackages, workspaceRoot } from "../workspace.js";
import type { WorkspacePackage } from "../workspace.js";
import { readAugmentations } from "./augmentations.js";
import { declaredEntries, isForGeneratedCode } from "./entries.js";
import type { DeclaredEntry } from "./entries.js";
import { extractReports } from "./extract-reports.js";
import { parseReport } from "./report-parts.js";
import type { ReportParts } from "./report-parts.js";

/** The API reports of packages, by path relative to the root of the workspace. */
export type ApiReports = ReadonlyMap<string, string>;

interface EntryReport extends DeclaredEntry {
  readonly parts: ReportParts;
}

/** The command that updates the reports, for messages. */
export const updateCommand = "pnpm api";

/** The folder of a package's reports. It is not published. */
const reportFolder = "etc";

/** Creates the reports of all published packages from their built declarations. */
export function makeApiReports(): ApiReports {
  const scratch = join(scratchFolder, "api-reports");
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const packages = publishedPackages().map((one) => ({ ...one, entries: declaredEntries(one) }));
  const texts = extractReports(
    packages.flatMap(({ folder, entries }) =>
      entries.map(({ declarations }) => ({ packageFolder: folder, declarations })),
    ),
    scratch,
  ).values();
  const reports = packages.flatMap(({ entries, ...one }) =>
    reportsOf(
      one,
      entries.map((entry) => ({ ...entry, parts: parseReport(texts.next().value ?? "") })),
    ),
  );
  return new Map(reports);
}

/** Reads the reports in the repository. */
export function readApiReports(): ApiReports {
  const reports = publishedPackages().flatMap(({ folder }): [string, string][] => {
    const etc = join(folder, reportFolder);
    if (!existsSync(etc)) return [];
    return readdirSync(etc)
      .filter((file) => file.endsWith(".api.md"))
      .map((file) => [pathBelowRoot(join(etc, file)), readFileSync(join(etc, file), "utf8")]);
  });
  return new Map(reports);
}

/**
 * Writes the reports that differ from those in the repository, and removes those without an entry.
 *
 * @returns the paths of the files that were written or removed
 */
export function writeApiReports(reports: ApiReports): readonly string[] {
  const stale = staleReports(reports, readApiReports());
  for (const path of stale) {
    const file = join(workspaceRoot, path);
    const text = reports.get(path);
    if (text === undefined) rmSync(file);
    else {
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return stale;
}

/** Lists the reports that are missing, out of date, or without an entry, by path. */
export function staleReports(expected: ApiReports, actual: ApiReports): readonly string[] {
  return [...new Set([...expected.keys(), ...actual.keys()])]
    .filter((path) => expected.get(path) !== actual.get(path))
    .sort();
}

function reportsOf(
  { folder, manifest }: WorkspacePackage,
  entries: readonly EntryReport[],
): readonly [string, string][] {
  const file = (name: string) => pathBelowRoot(join(folder, reportFolder, `${name}.api.md`));
  const reports = entries.map((entry): [string, string] => [
    file(reportName(entry)),
    entryReport(manifest.name, entry),
  ]);
  const mentioned = notExportedReport(manifest.name, entries);
  return mentioned === undefined ? reports : [...reports, [file("not-exported"), mentioned]];
}

function reportName({ subpaths: [subpath = "."] }: DeclaredEntry): string {
  return subpath === "." ? "index" : subpath.slice("./".length).replaceAll("/", "-");
}

function entryReport(packageName: string, entry: EntryReport): string {
  const { parts, subpaths, declarations } = entry;
  const specifiers = subpaths.map(
    (subpath) =>
      `- \`${packageName}${subpath.slice(1)}\` ${isForGeneratedCode(subpath) ? "@internal" : "@public"}`,
  );
  const code = [...parts.exported, ...readAugmentations(declarations)];
  return page(`API of ${packageName}`, specifiers, [
    usedImports(parts.imports, code).join("\n"),
    ...code,
    ...parts.reExports,
  ]);
}

/**
 * Creates the report of declarations that entries use but do not export. The declarations are in
 * one report, because most entries of a package use the same ones.
 */
function notExportedReport(
  packageName: string,
  entries: readonly EntryReport[],
): string | undefined {
  const exported = new Set(
    entries.flatMap(({ parts }) =>
      parts.exported.map((one) => withoutAliases(one.replace(/^export /m, ""))),
    ),
  );
  const mentioned = new Map(
    entries
      .flatMap(({ parts }) => parts.mentioned.map((one) => [withoutAliases(one), one] as const))
      .sort(byName),
  );
  const code = [...mentioned].filter(([key]) => !exported.has(key)).map(([, one]) => one);
  if (code.length === 0) return undefined;
  const imports = new Set(entries.flatMap(({ parts }) => parts.imports));
  const head = "Declarations that the entries of the package mention and do not export.";
  return page(
    `API of ${packageName}`,
    [head],
    [usedImports([...imports].sort(), code).join("\n"), ...code],
  );
}

/** Filters the imports that the code needs. */
function usedImports(imports: readonly string[], code: readonly string[]): readonly string[] {
  const words = new Set(code.join("\n").match(/[\w$]+/g));
  return imports.filter((statement) => {
    const local = /([\w$]+)(?: \}| from )/.exec(statement)?.[1];
    return local === undefined || words.has(local);
  });
}

/**
 * Removes the number that API Extractor appends to a name that occurs twice in an entry. Other
 * entries have the name without a number.
 */
function withoutAliases(declaration: string): string {
  return declaration.replaceAll(/(?<=\w)_\d+\b/g, "");
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortKey(declaration: string): string {
  return declaration.replace(
    /^(?:\/\/.*\n)*(?:declare )?(?:abstract )?(?:class|const|enum|function|interface|namespace|type) /,
    "",
  );
}

function page(title: string, head: readonly string[], code: readonly string[]): string {
  const note = `Generated by \`${updateCommand}\`. Do not edit.`;
  const blocks = code.filter((block) => block !== "").join("\n\n");
  return (
    [`# ${title}`, head.join("\n"), note, `\`\`\`ts\n${blocks}\n\`\`\``, ""]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

function pathBelowRoot(file: string): string {
  return relative(workspaceRoot, file).replaceAll("\\", "/");
}
