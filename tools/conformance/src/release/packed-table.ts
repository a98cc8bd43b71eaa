import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatText } from "@tinsmith/codegen";
import type { Browser } from "playwright-core";
import { publishedPackages, workspaceRoot } from "../workspace.js";
import { runInChromium } from "./browser.js";
import { bundle, bundlers } from "./bundlers.js";
import {
  compilerVersions,
  failingPackages,
  node16,
  resolutionsOf,
  strictnesses,
} from "./compilers.js";
import type { CompilerVersion, Resolution, Strictness } from "./compilers.js";
import { install } from "./consumer.js";
import type { Consumer } from "./consumer.js";

/** The document that this module writes. */
export const packedPath = join(workspaceRoot, "docs/packed.md");

/**
 * Installs each bundler and runs its output in Chromium. Returns a row of the table for each
 * bundler.
 */
export async function bundlerRows(
  makeFolder: (name: string) => Consumer,
  endpoint: string,
  browser: Browser,
): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const bundler of bundlers) {
    const consumer = makeFolder(bundler.name.replaceAll(/\W+/g, "-"));
    install(consumer, ["@marketplace-metering/client", ...bundler.packages]);
    const made = bundle(consumer, bundler, endpoint);
    const result = "problem" in made ? made.problem : await runInChromium(browser, made.folder);
    rows.push(row([bundler.name, bundler.note ?? "", result.replaceAll(/\s+/g, " ")]));
  }
  return rows;
}

/** The packages that fail in one setting of a compiler. */
export interface CompilerResult {
  readonly version: CompilerVersion;
  readonly resolution: Resolution;
  readonly failing: Readonly<Record<Strictness, readonly string[] | undefined>>;
}

/**
 * Compiles with each version of TypeScript and in each setting. The strictest options affect the
 * meaning of types and not how files are found. Therefore they are tested with only one module
 * resolution.
 */
export function compilerResults(
  consumer: Consumer,
  names: readonly string[],
): readonly CompilerResult[] {
  return compilerVersions.flatMap((version) =>
    resolutionsOf(version).map((resolution) => {
      const compile = (strictness: Strictness) =>
        failingPackages(consumer, names, { version, resolution, strictness });
      const strict = compile("strict");
      // If a package compiles with checks of declarations, it also compiles without them.
      const skipping = strict.length === 0 ? [] : compile("skipping");
      const strictest = resolution.name === node16.name ? compile("strictest") : undefined;
      return { version, resolution, failing: { skipping, strict, strictest } };
    }),
  );
}

/**
 * Returns the lowest version such that it and all later versions compile a package in each setting.
 *
 * @throws Error if the highest version fails
 */
function lowestVersion(
  name: string,
  results: readonly CompilerResult[],
  kinds: readonly Strictness[],
): CompilerVersion {
  const fails = (version: CompilerVersion) =>
    results.some(
      (one) => one.version === version && kinds.some((kind) => one.failing[kind]?.includes(name)),
    );
  const last = compilerVersions.map(fails).lastIndexOf(true);
  const lowest = compilerVersions[last + 1];
  if (lowest === undefined) throw new Error(`${name} does not compile with TypeScript 7.`);
  return lowest;
}

/**
 * Returns the statement of a README about the lowest versions of TypeScript that a package compiles
 * with.
 */
const statement = (skipping: string, strict: string): string =>
  skipping === strict
    ? `TypeScript ${skipping} or newer`
    : `TypeScript ${skipping} or newer, ${strict} without \`skipLibCheck\``;

/** Returns the statements of the document by package. */
export function statedVersions(): ReadonlyMap<string, string> {
  const text = readFileSync(packedPath, "utf8");
  const rows = text.matchAll(/^\| `([^`]+)` +\| (TypeScript .+?) +\|$/gm);
  return new Map(Array.from(rows, ([, name = "", stated = ""]) => [name, stated]));
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** Returns the document of all tables. */
export function packedDocument(
  bundled: readonly string[],
  compiled: readonly CompilerResult[],
  names: readonly string[],
): Promise<string> {
  const cell = (failing: readonly string[] | undefined) =>
    failing === undefined
      ? ""
      : failing.length === 0
        ? "all"
        : `not ${failing.map((name) => `\`${name}\``).join(", ")}`;
  const settings = compiled.map(({ version, resolution, failing }) =>
    row([version, `\`${resolution.name}\``, ...kinds.map((kind) => cell(failing[kind]))]),
  );
  const lowest = names.map((name) => {
    const skipping = lowestVersion(name, compiled, ["skipping"]);
    const strict = lowestVersion(name, compiled, ["strict", "strictest"]);
    return row([`\`${name}\``, statement(skipping, strict)]);
  });
  return formatText("packed.md", text(bundled, settings, lowest, licenseRows()));
}

const kinds = Object.keys(strictnesses) as readonly Strictness[];

/** Counts the licenses in the bills of materials of packages that bundle third-party code. */
function licenseRows(): readonly string[] {
  return publishedPackages().flatMap(({ folder, manifest: { name } }) => {
    const licenses = bundledLicenses(folder);
    return licenses === undefined ? [] : [row([`\`${name}\``, licenses])];
  });
}

function bundledLicenses(folder: string): string | undefined {
  let bill: { readonly components: readonly { readonly licenses: readonly License[] }[] };
  try {
    bill = JSON.parse(readFileSync(join(folder, "dist/sbom.cdx.json"), "utf8"));
  } catch {
    return undefined;
  }
  const counts = new Map<string, number>();
  for (const { expression, license } of bill.components.flatMap(({ licenses }) => licenses)) {
    const name = expression ?? license?.id ?? "unknown";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${count} of ${name}`).join(", ");
}

interface License {
  readonly expression?: string;
  readonly license?: { readonly id: string };
}

const text = (
  bundled: readonly string[],
  settings: readonly string[],
  lowest: readonly string[],
  licenses: readonly string[],
): string => `# The packages as they are packed

\`pnpm test:matrix\` makes this page from what it publishes to a registry on loopback, and fails if a table is no longer true. In \`tools/conformance\`, \`TINSMITH_MATRIX=1 pnpm exec vitest run test/release.test.ts -u\` writes it.

## Bundlers

A program for browsers that calls the mock server with the generated client, bundled with the settings that each bundler has, and run in Chromium.

| bundler | settings | result |
| --- | --- | --- |
${bundled.join("\n")}

## TypeScript

From these versions on, every entry of a package compiles in a strict project, with each \`moduleResolution\` that the version has.

| package | compiles with |
| --- | --- |
${lowest.join("\n")}

The settings one by one: with \`skipLibCheck\`, without it, and without it under \`exactOptionalPropertyTypes\` and \`noUncheckedIndexedAccess\`. A package is named if its declarations, or those that they import, have errors; "other" are errors elsewhere, such as in the types of Node.

| TypeScript | \`moduleResolution\` | with \`skipLibCheck\` | without | strictest |
| --- | --- | --- | --- | --- |
${settings.join("\n")}

## Licenses of bundled code

The other packages contain no code of others.

| package | bundled packages |
| --- | --- |
${licenses.join("\n")}
`;
