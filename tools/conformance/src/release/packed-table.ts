import { formatText } from "@tinsmith/codegen";
import { bundleAndRun, bundlers } from "./bundlers.js";
import { compilerPackages, compilerVersions, failingPackages, resolutionsOf } from "./compilers.js";
import { install } from "./consumer.js";
import type { Consumer } from "./consumer.js";

/** Installs each bundler, and returns a row of the table for each. */
export async function bundlerRows(
  makeFolder: (name: string) => Consumer,
  endpoint: string,
): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const bundler of bundlers) {
    const consumer = makeFolder(bundler.name.replaceAll(/\W+/g, "-"));
    install(consumer, ["@marketplace-metering/client", ...bundler.packages]);
    const result = await bundleAndRun(consumer, bundler, endpoint);
    rows.push(`| ${bundler.name} | ${bundler.note ?? ""} | ${result.replaceAll("\n", " ")} |`);
  }
  return rows;
}

/** The peer dependencies of entries, and the types of Node. */
const besidePackages = ["@types/node@^20.19.0", "@opentelemetry/api", "vitest@4", "expect@30"];

/** Compiles with each version of TypeScript, and returns a row of the table for each setting. */
export function compilerRows(consumer: Consumer, names: readonly string[]): readonly string[] {
  install(consumer, [...names, ...besidePackages, ...compilerPackages]);
  return compilerVersions.flatMap((version) =>
    resolutionsOf(version).map(([resolution, module]) => {
      const cells = [true, false].map((skipLibCheck) => {
        const setting = { version, resolution, module, skipLibCheck };
        const failing = failingPackages(consumer, names, setting);
        return failing.length === 0 ? "all" : `not ${failing.join(", ")}`;
      });
      return `| ${version} | \`${resolution}\` | ${cells.join(" | ")} |`;
    }),
  );
}

/** Returns the document of both tables. */
export const packedDocument = (
  bundled: readonly string[],
  compiled: readonly string[],
): Promise<string> =>
  formatText(
    "packed.md",
    `# The packages as they are packed

Made by \`tools/conformance/test/release.test.ts\` with \`TINSMITH_MATRIX=1\`, from what it publishes to a registry on loopback. It fails where a table is no longer true; \`-u\` writes this page.

## Bundlers

A program for browsers that calls the mock server with the generated client, bundled with the settings that each bundler has, and run.

| bundler | settings | result |
| --- | --- | --- |
${bundled.join("\n")}

## TypeScript

A file for each package that imports all of its entries, in a strict project. "All" packages compile, or all but those that are named; "other" are errors in packages that these depend on.

| TypeScript | \`moduleResolution\` | with \`skipLibCheck\` | without |
| --- | --- | --- | --- |
${compiled.join("\n")}
`,
  );
