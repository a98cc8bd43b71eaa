import pc from "picocolors";
import { describe, expect, it } from "vitest";

import { eventPageIds, readEventPage } from "../src/event-pages.js";
import { run } from "../src/program.js";
import { recordingTerminal, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

const conflicting = `$version: "2.0"
namespace a

structure A {
    @jsonName("b")
    a: String
    b: String
}

@length(min: 2, max: 1)
string Text
`;

describe("tinsmith explain", () => {
  it("prints the page of an event as Markdown without colors", async () => {
    const { code, out, err } = await tinsmith(".", "explain", "HttpUriConflict");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(readEventPage("HttpUriConflict").markdown);
    expect(out).toMatch(/^# HttpUriConflict\n\nSeverity: ERROR\n/);
  });

  it("emphasizes the headings on a terminal with colors", async () => {
    const { terminal, written } = recordingTerminal(".");
    const colors = pc.createColors(true);
    await run(["explain", "HttpUriConflict"], { ...terminal, colors });
    expect(written.out.startsWith(colors.bold("# HttpUriConflict"))).toBe(true);
  });

  it.each([
    ["HttpUriGreedyLabel.MultipleGreedyLabels", "HttpUriGreedyLabel"],
    ["Model.UnresolvedTrait", "Model.UnresolvedTrait"],
    ["Model.Other", "Model"],
    ["UnknownValidator_Mine", "UnknownValidator"],
  ])("finds for the id %s the page of %s", async (event, id) => {
    const { out } = await tinsmith(".", "explain", event);
    expect(out.startsWith(`# ${id}\n`)).toBe(true);
  });

  it("prints the parts of a page with --json", async () => {
    const { code, out } = await tinsmith(".", "explain", "EnumShape", "--json");
    const page = JSON.parse(out) as Record<string, string>;
    expect(code).toBe(0);
    expect(Object.keys(page)).toEqual(["id", "severity", "text", "wrong", "right"]);
    expect(page["severity"]).toEqual(["ERROR", "WARNING"]);
    expect(page["wrong"]).toMatch(/^\$version: "2.0"\n[^`]*\n\}\n$/);
    expect(page["right"]).not.toBe(page["wrong"]);
    expect(page["text"]).not.toContain("```");
  });

  it("explains an event of tinsmith diff with the models before and after the change", async () => {
    const json = async (id: string) =>
      JSON.parse((await tinsmith(".", "explain", id, "--json")).out) as Record<string, string>;
    const removed = await json("RemovedShape.ScalarShape");
    expect(Object.keys(removed)).toEqual(["id", "severity", "text", "before", "wrong", "right"]);
    expect(removed["before"]).not.toBe(removed["wrong"]);
    expect((await json("AddedShape"))["right"]).toBeNull();
  });

  it("lists the ids of all pages without an argument", async () => {
    const { code, out } = await tinsmith(".", "explain");
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toEqual(eventPageIds());
  });

  it.each([
    ["HttpUriConflct", "Did you mean HttpUriConflict"],
    ["paginated", "Did you mean MissingPaginatedTrait or PaginatedTrait?"],
    ["Zzzzzzzzzzzzzzzzzzzz", "Run tinsmith explain to list all ids."],
  ])("rejects the unknown id %s, and suggests similar ids", async (event, advice) => {
    const { code, out, err } = await tinsmith(".", "explain", event);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`error: Unknown event id "${event}". ${advice}`);
  });

  it("splits every page into text and models", () => {
    const pages = eventPageIds().map(readEventPage);
    const isWhole = ({ id, severity, text, wrong, right }: (typeof pages)[number]) =>
      severity.length > 0 &&
      text.includes("## What to do") &&
      !text.includes("```") &&
      [wrong, right ?? wrong].every((model) =>
        model.startsWith(id.startsWith("Build.") ? "{" : "$version"),
      );
    expect(pages.filter((page) => !isWhole(page)).map(({ id }) => id)).toEqual([]);
  });
});

describe("tinsmith validate --explain", () => {
  it("prints the same page as tinsmith explain, as text or JSON, without reading a model", async () => {
    const page = await tinsmith("/nowhere", "explain", "Union");
    expect(await tinsmith("/nowhere", "validate", "--explain", "Union")).toEqual(page);
    const json = await tinsmith("/nowhere", "explain", "Union", "--json");
    expect(await tinsmith("/nowhere", "validate", "--explain", "Union", "--json")).toEqual(json);
  });

  it.each([
    [["a.smithy"], "--explain takes no paths"],
    [["--format", "csv"], "Expected one of: text, json"],
  ])("rejects %j", async (argv, reason) => {
    const { code, err } = await tinsmith(".", "validate", "--explain", "Union", ...argv);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });
});

describe("the output of tinsmith validate", () => {
  it("lists the ids that tinsmith explain can explain after the events", async () => {
    await using project = await workspace({ "a.smithy": conflicting });
    const { out } = await tinsmith(project.root, "validate", "a.smithy");
    const hint = "Run tinsmith explain ID for more about JsonName, LengthTrait\n";
    expect(out).toContain(`\n${hint}2 errors`);
    expect(out.split(hint)).toHaveLength(2);
  });

  it("does not mention tinsmith explain for ids without a page, with --quiet or with --json", async () => {
    const own = `metadata validators = [{ name: "EmitEachSelector", id: "Mine", configuration: { selector: "string" } }]`;
    const text = `$version: "2.0"\n${own}\nnamespace a\nstring A\n`;
    await using project = await workspace({ "a.smithy": text, "b.smithy": conflicting });
    const { out } = await tinsmith(project.root, "validate", "a.smithy");
    expect(out).toContain("DANGER Mine");
    expect(out).not.toContain("tinsmith explain");
    for (const option of ["--quiet", "--json"]) {
      const other = await tinsmith(project.root, "validate", "b.smithy", option);
      expect(other.out).toContain("JsonName");
      expect(other.out).not.toContain("tinsmith explain");
    }
  });
});
