import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, smallProject, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

/** A model with 7 warnings of one rule and 2 warnings of another rule. */
const many = `$version: "2.0"
namespace a
enum E { ${["a", "b", "c", "d", "e", "f", "g"].join(", ")} }
@enum([{ value: "x" }]) string Old
@unknown.ns#mystery string T
`;
const warnings = many.replace("@unknown.ns#mystery ", "");

/** A model with one DANGER: a metadata closure that names no shapes. */
const danger = {
  ...smallProject,
  "main.smithy": smallProject["main.smithy"].replace(
    "namespace example.small",
    'metadata shapeClosures = [{ id: "example.small#All", includeNamespaces: ["nowhere"] }]\nnamespace example.small',
  ),
};

describe("a command that reports events", () => {
  it("shows the first events of a rule and counts the others", async () => {
    await using project = await workspace({ "a.smithy": warnings });
    const { out, code } = await tinsmith(project.root, "validate", "a.smithy");
    expect(out.match(/^WARNING EnumShape:/gm)).toHaveLength(3);
    expect(out).toContain("4 more; --verbose shows them:\n  WARNING  EnumShape  7 (3 shown)\n");
    expect(out).toMatch(/^9 warnings /m);
    expect(code).toBe(0);
  });

  it("shows every event with --verbose, before or after the command", async () => {
    await using project = await workspace({ "a.smithy": warnings });
    for (const argv of [
      ["validate", "a.smithy", "--verbose"],
      ["--verbose", "validate", "a.smithy"],
    ]) {
      const { out } = await tinsmith(project.root, ...argv);
      expect(out.match(/^WARNING EnumShape:/gm)).toHaveLength(7);
      expect(out).not.toContain("--verbose shows them");
    }
  });

  it("prints errors but no warnings with --quiet", async () => {
    await using project = await workspace({ "a.smithy": warnings, "b.smithy": many });
    expect(await tinsmith(project.root, "validate", "--quiet", "a.smithy")).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    const { code, out } = await tinsmith(project.root, "validate", "b.smithy", "--quiet");
    expect(code).toBe(1);
    expect(out).toContain("ERROR Model.UnresolvedTrait");
    expect(out).not.toContain("WARNING");
  });

  it("rejects a combination of --quiet and --verbose", async () => {
    const { code, err } = await tinsmith(".", "validate", "--quiet", "--verbose");
    expect(code).toBe(2);
    expect(err).toContain("cannot be used with option '--verbose'");
  });

  it("accepts unknown traits with --allow-unknown-traits, with a warning", async () => {
    await using project = await workspace({ "a.smithy": many });
    const { code, out } = await tinsmith(
      project.root,
      "validate",
      "--allow-unknown-traits",
      "a.smithy",
    );
    expect(code).toBe(0);
    expect(out).toContain("WARNING Model.UnresolvedTrait");
    const selected = ["--selector", "[id=a#T]", "a.smithy"];
    expect((await tinsmith(project.root, "select", ...selected)).code).toBe(1);
    expect(
      (await tinsmith(project.root, "select", "--allow-unknown-traits", ...selected)).out,
    ).toBe("a#T\n");
  });

  it("shows or hides events by their id or by its leading segments", async () => {
    await using project = await workspace({ "a.smithy": many });
    const ids = async (...argv: readonly string[]) => {
      const { out } = await tinsmith(project.root, "validate", "--json", ...argv, "a.smithy");
      const { events } = JSON.parse(out) as { events: readonly { readonly id: string }[] };
      return [...new Set(events.map(({ id }) => id))].sort();
    };
    expect(await ids("--show-validators", "Model, Nothing")).toEqual(["Model.UnresolvedTrait"]);
    expect(await ids("--hide-validators", "Model")).not.toContain("Model.UnresolvedTrait");
    expect(await ids("--hide-validators", "Mod")).toContain("Model.UnresolvedTrait");
  });

  it("rejects a combination of both filters, and an empty id", async () => {
    const both = ["--show-validators", "A", "--hide-validators", "B"];
    expect((await tinsmith(".", "validate", ...both)).code).toBe(2);
    const { code, err } = await tinsmith(".", "validate", "--show-validators", "A,,B");
    expect(code).toBe(2);
    expect(err).toContain("Expected ids of events, separated by commas.");
  });

  it("prints CSV with the columns of the reference implementation", async () => {
    await using project = await workspace({ "a.smithy": many });
    const { out } = await tinsmith(
      project.root,
      "validate",
      "--format",
      "csv",
      "--show-validators",
      "Model",
      "a.smithy",
    );
    expect(out).toBe(
      "severity,id,shape,file,line,column,message,hint,suppressionReason\n" +
        '"ERROR","Model.UnresolvedTrait","a#T","a.smithy",5,1,"Unable to resolve trait `unknown.ns#mystery`. If this is a custom trait, then it must be defined before it can be used in a model.","",""\n',
    );
  });

  it("rejects an unknown format, and a combination of CSV and Markdown", async () => {
    expect((await tinsmith(".", "validate", "--format", "xml")).err).toContain("text, csv, json");
    expect((await tinsmith(".", "diff", "--markdown", "--json", "a", "b")).code).toBe(2);
  });
});

describe("a model with a DANGER", () => {
  it.each(["validate", "build"])("makes %s fail and write nothing", async (command) => {
    await using project = await workspace(danger);
    const { code, out, err } = await tinsmith(project.root, command);
    expect(code).toBe(1);
    expect(out + err).toContain("DANGER ShapeClosure.EmptyNamespace");
    expect(out + err).toContain("1 danger");
    expect((await readdir(project.root)).sort()).toEqual(Object.keys(danger).sort());
  });

  it("makes generate fail", async () => {
    await using project = await workspace(danger);
    const { code, err } = await tinsmith(
      project.root,
      "generate",
      "types",
      "--out",
      "out",
      "main.smithy",
    );
    expect(code).toBe(1);
    expect(err).toContain("nothing was written");
  });
});
