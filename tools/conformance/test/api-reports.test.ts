import { beforeAll, describe, expect, it } from "vitest";
import {
  makeApiReports,
  readApiReports,
  staleReports,
  updateCommand,
} from "../src/api-reports/api-reports.js";
import type { ApiReports } from "../src/api-reports/api-reports.js";
import { parseReport } from "../src/api-reports/report-parts.js";
import { publishedPackages } from "../src/workspace.js";

let reports: ApiReports;

beforeAll(() => {
  reports = makeApiReports();
}, 180_000);

/** Packages without importable code: pages, a script for pages, and commands. */
const withoutCode = ["@marketplace-metering/docs", "@tinsmith/console", "tinsmith"];

describe("the API reports", () => {
  it("match the built packages", () => {
    const stale = staleReports(reports, readApiReports());
    expect(stale, `Run \`${updateCommand}\` and review the changes.`).toEqual([]);
  });

  it("cover every published package with code", () => {
    const reported = publishedPackages()
      .filter(({ folder }) =>
        [...reports.keys()].some((path) =>
          folder.replaceAll("\\", "/").endsWith(`/${path.split("/etc/")[0]}`),
        ),
      )
      .map(({ manifest }) => manifest.name);
    const expected = publishedPackages().map(({ manifest }) => manifest.name);
    expect(reported).toEqual(expected.filter((name) => !withoutCode.includes(name)));
  });

  it("state whether an entry is public or internal", () => {
    const report = reports.get("packages/runtime/client-runtime/etc/logging.api.md") ?? "";
    expect(report).toContain("- `@tinsmith/client-runtime/logging` @public\n");
    expect(report).toContain("- `@tinsmith/client-runtime/generated/v1/logging` @internal\n");
  });

  it("show the augmentations of other modules", () => {
    const report = reports.get("packages/runtime/server-runtime/etc/matchers-vitest.api.md");
    expect(report).toContain('declare module "vitest" {');
  });

  it("list each unexported type once per package", () => {
    const report = reports.get("packages/runtime/client-runtime/etc/not-exported.api.md") ?? "";
    const names = [...report.matchAll(/^(?:interface|type) (\w+)/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("staleReports", () => {
  const before = new Map([
    ["a/etc/index.api.md", "export const a: string;"],
    ["a/etc/gone.api.md", "export const gone: string;"],
  ]);

  it("returns reports that differ, are missing, or have no entry", () => {
    const after = new Map([
      ["a/etc/index.api.md", "export const a: number;"],
      ["a/etc/new.api.md", "export const b: string;"],
    ]);
    expect(staleReports(after, before)).toEqual([
      "a/etc/gone.api.md",
      "a/etc/index.api.md",
      "a/etc/new.api.md",
    ]);
  });

  it("returns nothing if no report has changed", () => {
    expect(staleReports(new Map(before), before)).toEqual([]);
  });
});

describe("parseReport", () => {
  const text = [
    '## API Report File for "x"',
    "",
    "```ts",
    "",
    "import { Provider } from '@smithy/types';",
    "",
    "// @public (undocumented)",
    "export interface Exported {",
    "    // (undocumented)",
    "    readonly inner: Inner;",
    "}",
    "",
    "// @public @deprecated",
    "interface Inner {",
    "}",
    "",
    'export * from "@tinsmith/service";',
    "",
    "// (No @packageDocumentation comment for this package)",
    "",
    "```",
    "",
  ].join("\n");

  it("returns imports, declarations and re-exports, without remarks", () => {
    expect(parseReport(text)).toEqual({
      imports: ["import { Provider } from '@smithy/types';"],
      exported: ["export interface Exported {\n    readonly inner: Inner;\n}"],
      mentioned: ["// @deprecated\ninterface Inner {\n}"],
      reExports: ['export * from "@tinsmith/service";'],
    });
  });
});
