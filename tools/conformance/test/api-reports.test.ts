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

/** Pages and commands: packages that nobody imports. */
const withoutCode = ["@marketplace-metering/docs", "tinsmith"];

describe("the API reports", () => {
  it("are those of the built packages", () => {
    const stale = staleReports(reports, readApiReports());
    expect(stale, `Run \`${updateCommand}\` and review what it changes.`).toEqual([]);
  });

  it("cover every published package that has code", () => {
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

  it("say for whom an entry is", () => {
    const report = reports.get("packages/runtime/client-runtime/etc/logging.api.md") ?? "";
    expect(report).toContain("- `@tinsmith/client-runtime/logging` @public\n");
    expect(report).toContain("- `@tinsmith/client-runtime/generated/v1/logging` @internal\n");
  });

  it("show what an entry adds to other modules", () => {
    const report = reports.get("packages/runtime/server-runtime/etc/matchers-vitest.api.md");
    expect(report).toContain('declare module "vitest" {');
  });

  it("list types that are mentioned and not exported once for a package", () => {
    const report = reports.get("packages/runtime/client-runtime/etc/not-exported.api.md") ?? "";
    const names = [...report.matchAll(/^(?:interface|type) (\w+)/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a changed report", () => {
  const before = new Map([
    ["a/etc/index.api.md", "export const a: string;"],
    ["a/etc/gone.api.md", "export const gone: string;"],
  ]);

  it("is found when it differs, is missing, or is left over", () => {
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

  it("is not found when nothing changed", () => {
    expect(staleReports(new Map(before), before)).toEqual([]);
  });
});

describe("the parts of a report", () => {
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

  it("are imports, declarations, and what is handed on, without remarks", () => {
    expect(parseReport(text)).toEqual({
      imports: ["import { Provider } from '@smithy/types';"],
      exported: ["export interface Exported {\n    readonly inner: Inner;\n}"],
      mentioned: ["// @deprecated\ninterface Inner {\n}"],
      handedOn: ['export * from "@tinsmith/service";'],
    });
  });
});
