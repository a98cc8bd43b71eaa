import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, smallProject, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

const header = '$version: "2.0"\n\nnamespace a\n\n';
const before = `${header}structure S {\n    a: String\n}\n`;
const widened = `${header}structure S {\n    a: String\n    b: String\n}\n`;
const broken = `${header}structure S {\n    a: Integer\n}\n`;

/** Returns the ids of the events that `--json` prints. */
function idsIn(json: string): readonly string[] {
  const { events } = JSON.parse(json) as { readonly events: readonly { readonly id: string }[] };
  return events.map(({ id }) => id);
}

const hasGit = spawnSync("git", ["--version"]).status === 0;
if (!hasGit) console.info("skipped: models in git revisions, as git is not installed");

/**
 * Creates a repository that has one commit with these files, and other files in the working tree.
 */
async function repository(
  committed: Readonly<Record<string, string>>,
  edited: Readonly<Record<string, string>>,
) {
  const project = await workspace(committed);
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], {
      cwd: project.root,
    });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "Add the model");
  for (const [path, text] of Object.entries(edited)) await project.write(path, text);
  return project;
}

describe("tinsmith diff", () => {
  it("prints the events of a breaking change with their locations, and fails", async () => {
    await using project = await workspace({ "old.smithy": before, "new.smithy": broken });
    const { code, out, err } = await tinsmith(project.root, "diff", "old.smithy", "new.smithy");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("ERROR ChangedMemberTarget: The shape targeted by the member `a#S$a`");
    expect(out).toContain("at new.smithy:6:5");
    expect(out).toMatch(/\n1 error \(\d+ ms\)\n$/);
  });

  it("succeeds without breaking changes, and prints additions as notes", async () => {
    await using project = await workspace({ "old.smithy": before, "new.smithy": widened });
    const { code, out } = await tinsmith(
      project.root,
      "diff",
      "--new",
      "new.smithy",
      "--old",
      "old.smithy",
    );
    expect(code).toBe(0);
    expect(out).toContain("NOTE AddedShape: Added member `a#S$b`");
    const severe = await tinsmith(
      project.root,
      "diff",
      "old.smithy",
      "new.smithy",
      "--severity",
      "WARNING",
    );
    expect(severe.out).toMatch(/^1 note \(\d+ ms\)\n$/);
    const same = await tinsmith(project.root, "diff", "old.smithy", "old.smithy");
    expect(same.out).toMatch(/^no changes \(\d+ ms\)\n$/);
  });

  it("prints events as JSON in the same form as validate", async () => {
    await using project = await workspace({ "old.smithy": before, "new.smithy": widened });
    const { out } = await tinsmith(project.root, "diff", "old.smithy", "new.smithy", "--json");
    expect(JSON.parse(out)).toEqual({
      events: [
        {
          severity: "NOTE",
          id: "AddedShape",
          shapeId: "a#S$b",
          message: "Added member `a#S$b`",
          filename: "new.smithy",
          line: 7,
          column: 5,
          hint: null,
        },
      ],
    });
  });

  it("prints a Markdown list that formats only values from the model as code", async () => {
    const documented = (text: string) =>
      `${header}/// ${text}\nstring S\n\n@tags(["a_b"])\nstring T\n`;
    await using project = await workspace({
      "old.smithy": `${documented("one")}\nstring U\n`,
      "new.smithy": documented("<b>").replace('["a_b"]', "[]"),
    });
    const { code, out } = await tinsmith(
      project.root,
      "diff",
      "old.smithy",
      "new.smithy",
      "--markdown",
    );
    expect(code).toBe(0);
    expect(out).toBe(`### Changes that may break

- \`a#U\`: Removed string \`a#U\` (WARNING, \`RemovedShape.ScalarShape\`)

### Other changes

- \`a#S\`: Changed trait \`smithy.api#documentation\` from \`one\` to \`<b>\` (NOTE, \`ModifiedTrait.Update.smithy.api#documentation\`)
- \`a#T\`: Changed trait \`smithy.api#tags\` from${" "}
  \`\`\`
  [
      "a_b"
  ]
  \`\`\`
   to \`[]\` (NOTE, \`ModifiedTrait.Update.smithy.api#tags\`)
`);
    const same = await tinsmith(project.root, "diff", "old.smithy", "old.smithy", "--markdown");
    expect(same.out).toBe("The model did not change.\n");
    const both = await tinsmith(project.root, "diff", "a", "b", "--markdown", "--json");
    expect(both.code).toBe(2);
  });

  it("compares the old model with the model of the configuration by default", async () => {
    const main = smallProject["main.smithy"];
    await using project = await workspace({
      ...smallProject,
      "old.smithy": main.replace("        @required\n", ""),
    });
    const { code, out } = await tinsmith(project.root, "diff", "old.smithy", "--json");
    expect(code).toBe(1);
    expect(idsIn(out)).toEqual(["ChangedNullability.AddedRequiredTrait"]);
  });

  it("reads the model of an installed package: its sources, or its JSON AST", async () => {
    await using project = await workspace({
      "node_modules/@acme/model/package.json": '{"smithy": {"sources": ["src"]}}',
      "node_modules/@acme/model/src/main.smithy": before,
      "node_modules/@acme/model/notes.smithy": "not a source",
      "node_modules/built/package.json": '{"smithy": {"ast": "model.json"}}',
      "node_modules/built/model.json": `{"smithy": "2.0", "shapes": {"a#S": {"type": "structure",
        "members": {"a": {"target": "smithy.api#String"}}}}}`,
      "node_modules/none/package.json": "{}",
      "below/new.smithy": widened,
    });
    const below = join(project.root, "below");
    for (const name of ["@acme/model", "built"]) {
      const { code, out } = await tinsmith(below, "diff", name, "new.smithy", "--json");
      expect({ name, code, ids: idsIn(out) }).toEqual({ name, code: 0, ids: ["AddedShape"] });
    }
    const none = await tinsmith(below, "diff", "none", "new.smithy");
    expect(none.code).toBe(2);
    expect(none.err).toContain("error: The package none has no model");
  });

  it("reports a model that does not load, and fails", async () => {
    await using project = await workspace({
      "old.smithy": before,
      "new.smithy": `${header}structure S {\n    a: Missing\n`,
    });
    const { code, out, err } = await tinsmith(project.root, "diff", "old.smithy", "new.smithy");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("at new.smithy:");
    expect(err).toContain("error: The new model has errors\n");
  });

  it.each([
    [[], "The old model is missing"],
    [["missing", "new.smithy"], "Model not found: missing. Expected a file or folder"],
    [["new.smithy", "new.smithy", "more"], "Unexpected argument: more"],
    [["--old", "../x/../nowhere", "new.smithy"], "Model not found: ../x/../nowhere"],
    [["new.smithy", "--", "--upload-pack=x:model"], "Model not found: --upload-pack=x:model"],
    [["empty", "new.smithy"], "No model in empty"],
    [["new.smithy"], "smithy-build.json"],
  ])("rejects the arguments %j", async (argv, reason) => {
    await using project = await workspace({ "new.smithy": before, "empty/notes.txt": "" });
    const { code, out, err } = await tinsmith(project.root, "diff", ...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(reason);
  });
});

describe.skipIf(!hasGit)("tinsmith diff with a git revision", () => {
  it("compares a folder of a commit with the working tree", async () => {
    await using project = await repository(
      {
        "model/main.smithy": before,
        "model/shapes/more.smithy": `${header}string Gone\n`,
        "model/node_modules/x.smithy": "not a source",
        "model/package.json": '{"smithy": {"ast": "model.json"}}',
        "model/model.json": '{"smithy": "2.0", "shapes": {"a#Stale": {"type": "string"}}}',
        "model/notes.txt": "",
      },
      { "model/main.smithy": broken },
    );
    const { code, out } = await tinsmith(project.root, "diff", "HEAD:model", "model", "--json");
    expect(code).toBe(1);
    expect(idsIn(out)).toEqual(["ChangedMemberTarget"]);
    const removed = await tinsmith(
      project.root,
      "diff",
      "HEAD:model",
      "model/main.smithy",
      "--json",
    );
    expect(JSON.parse(removed.out)).toMatchObject({
      events: [
        { id: "RemovedShape.ScalarShape", filename: "HEAD:model/shapes/more.smithy", line: 5 },
        { id: "ChangedMemberTarget", filename: "model/main.smithy" },
      ],
    });
  });

  it("reads a single file, and resolves paths relative to a folder below the root", async () => {
    await using project = await repository({ "model/main.smithy": before }, {});
    const below = join(project.root, "model");
    await writeFile(join(below, "main.smithy"), widened);
    for (const old of ["HEAD:model/main.smithy", "HEAD:./main.smithy", "HEAD:model/", "HEAD:./"]) {
      const { out } = await tinsmith(below, "diff", old, "main.smithy", "--json");
      expect({ old, ids: idsIn(out) }).toEqual({ old, ids: ["AddedShape"] });
    }
    const root = await tinsmith(below, "diff", "HEAD:", "main.smithy", "--json");
    expect(idsIn(root.out)).toEqual(["AddedShape"]);
  });

  it("runs git without a shell, and does not pass a revision as an option", async () => {
    await using project = await repository({ "main.smithy": before }, {});
    await mkdir(join(project.root, "out"));
    for (const revision of ["$(touch out/a)", "HEAD;touch out/a", "`touch out/a`", "@{-1}"]) {
      const { code, err } = await tinsmith(project.root, "diff", `${revision}:main.smithy`, ".");
      expect(code).toBe(2);
      expect(err).toContain(`error: git cannot read ${revision}:main.smithy: `);
    }
    const files = await tinsmith(project.root, "diff", "main.smithy", "out");
    expect(files.err).toContain("No model in out");
  });

  it("names a missing revision or a missing path in the error", async () => {
    await using project = await repository({ "main.smithy": before, "notes/a.txt": "" }, {});
    const run = (old: string) => tinsmith(project.root, "diff", old, "main.smithy");
    expect((await run("HEAD~7:main.smithy")).err).toContain(
      "git cannot read HEAD~7:main.smithy: the revision HEAD~7 is unknown\n",
    );
    expect((await run("HEAD:gone")).err).toContain(
      "git cannot read HEAD:gone: HEAD does not contain gone. Expected a path relative to ",
    );
    expect(await run("HEAD:notes")).toEqual({
      code: 2,
      out: "",
      err: "error: No model in HEAD:notes: no .smithy file and no JSON AST\n",
    });
  });
});
