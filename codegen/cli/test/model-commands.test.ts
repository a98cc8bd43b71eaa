import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

const formatted = '$version: "2.0"\n\nnamespace a\n\nstring A\n';
const loose = '$version: "2.0"\nnamespace b\nstructure B { a : String, }';
const tight = '$version: "2.0"\n\nnamespace b\n\nstructure B {\n    a: String\n}\n';
const broken = '$version: "2.0"\nnamespace c\nstructure C {';

describe("tinsmith format", () => {
  it("rewrites the unformatted files of a folder, and lists them", async () => {
    await using project = await workspace({ "model/a.smithy": formatted, "model/b.smithy": loose });
    const first = await tinsmith(project.root, "format", "model");
    expect(first).toEqual({
      code: 0,
      out: "",
      err: "format model/b.smithy\n1 of 2 files formatted\n",
    });
    expect(await readFile(join(project.root, "model/b.smithy"), "utf8")).toBe(tight);
    expect((await tinsmith(project.root, "format", "model")).err).toBe("0 of 2 files formatted\n");
  });

  it("writes nothing with --check, lists the unformatted files and fails", async () => {
    await using project = await workspace({ "a.smithy": formatted, "b.smithy": loose });
    expect(await tinsmith(project.root, "format", "--check", ".")).toEqual({
      code: 1,
      out: "b.smithy\n",
      err: "1 of 2 files would change\n",
    });
    expect(await readFile(join(project.root, "b.smithy"), "utf8")).toBe(loose);
    expect((await tinsmith(project.root, "format", "--check", "a.smithy")).code).toBe(0);
  });

  it("prints the text with --stdout and leaves the file unchanged", async () => {
    await using project = await workspace({ "b.smithy": loose });
    const printed = await tinsmith(project.root, "format", "--stdout", "b.smithy");
    expect(printed).toEqual({ code: 0, out: tight, err: "" });
    expect(await readFile(join(project.root, "b.smithy"), "utf8")).toBe(loose);
  });

  it("leaves files with syntax errors unchanged, reports them, and formats the others", async () => {
    await using project = await workspace({ "b.smithy": loose, "c.smithy": broken });
    const { code, err } = await tinsmith(project.root, "format", ".");
    expect(code).toBe(1);
    expect(err).toContain("format b.smithy");
    expect(err).toContain("c.smithy:3");
    expect(await readFile(join(project.root, "c.smithy"), "utf8")).toBe(broken);
  });

  it("fails with a usage error if there is nothing to format", async () => {
    await using project = await workspace({ "a.txt": "" });
    const { code, err } = await tinsmith(project.root, "format", ".");
    expect(code).toBe(2);
    expect(err).toContain("no .smithy file");
    expect((await tinsmith(project.root, "format")).code).toBe(2);
  });
});

const mixed = `$version: "2.0"
namespace a
@mixin
structure M { a: String }
@deprecated
structure S with [M] {}
`;

describe("tinsmith ast", () => {
  it("prints the JSON AST, either with mixins or with flattened mixins", async () => {
    await using project = await workspace({ "a.smithy": mixed });
    const { code, out } = await tinsmith(project.root, "ast", "a.smithy");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      smithy: "2.0",
      shapes: { "a#S": { type: "structure", members: {}, mixins: [{ target: "a#M" }] } },
    });
    const flat = await tinsmith(project.root, "ast", "--flatten", "a.smithy");
    expect(JSON.parse(flat.out)).toEqual({
      smithy: "2.0",
      shapes: {
        "a#S": {
          type: "structure",
          members: { a: { target: "smithy.api#String" } },
          traits: { "smithy.api#deprecated": {} },
        },
      },
    });
  });

  it("includes the prelude with --include-prelude", async () => {
    await using project = await workspace({ "a.smithy": mixed });
    const shapesOf = async (...argv: readonly string[]) => {
      const { out } = await tinsmith(project.root, "ast", ...argv, "a.smithy");
      return Object.keys((JSON.parse(out) as { shapes: object }).shapes);
    };
    expect(await shapesOf()).toEqual(["a#M", "a#S"]);
    expect(await shapesOf("--include-prelude")).toEqual(
      expect.arrayContaining(["a#M", "a#S", "smithy.api#String", "smithy.api#required"]),
    );
  });

  it("prints only events, to standard error, if the model is invalid", async () => {
    await using project = await workspace({ "c.smithy": broken });
    const { code, out, err } = await tinsmith(project.root, "ast", ".");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("c.smithy:3");
  });
});

describe("tinsmith select", () => {
  const select = (root: string, ...argv: readonly string[]) =>
    tinsmith(root, "select", "--selector", "structure [id|namespace = a]", ...argv);

  it("prints the sorted ids, one per line", async () => {
    await using project = await workspace({ "a.smithy": mixed });
    expect(await select(project.root, ".")).toEqual({ code: 0, out: "a#M\na#S\n", err: "" });
  });

  it("prints an array with --json", async () => {
    await using project = await workspace({ "a.smithy": mixed });
    expect(JSON.parse((await select(project.root, "--json", ".")).out)).toEqual(["a#M", "a#S"]);
  });

  it("prints the types, locations, variables and traits of matches", async () => {
    await using project = await workspace({ "a.smithy": mixed });
    const { out } = await tinsmith(
      project.root,
      "select",
      "--selector",
      "structure $m(> member) [id|namespace = a]",
      "--show",
      "type, file,vars",
      "--show-traits",
      "deprecated,smithy.api#tags",
      ".",
    );
    expect(JSON.parse(out)).toEqual([
      {
        shape: "a#M",
        type: "structure",
        file: `${join(project.root, "a.smithy")}:4:1`,
        vars: { m: ["a#M$a"] },
        traits: {},
      },
      {
        shape: "a#S",
        type: "structure",
        file: `${join(project.root, "a.smithy")}:6:1`,
        vars: { m: ["a#S$a"] },
        traits: { "smithy.api#deprecated": {} },
      },
    ]);
  });

  it("prints no location for shapes of the prelude, and rejects unknown values of --show", async () => {
    await using project = await workspace({ "a.smithy": mixed });
    const argv = ["select", "--selector", "[id=smithy.api#String]", "--show"];
    expect(JSON.parse((await tinsmith(project.root, ...argv, "file", ".")).out)).toEqual([
      { shape: "smithy.api#String" },
    ]);
    const { code, err } = await tinsmith(project.root, ...argv, "files", ".");
    expect(code).toBe(2);
    expect(err).toContain("Expected one of: type, file, vars; several are separated by commas.");
  });

  it("fails with a usage error for an invalid selector, and with exit code 1 for an invalid model", async () => {
    await using project = await workspace({ "c.smithy": broken });
    const wrong = await tinsmith(project.root, "select", "--selector", "[", ".");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("Syntax error at line 1");
    const { code, err } = await select(project.root, ".");
    expect(code).toBe(1);
    expect(err).toContain("c.smithy:3");
  });
});

describe("tinsmith migrate", () => {
  const old = '$version: "1.0"\nnamespace o\nstructure O { a: PrimitiveInteger }\n';

  it("rewrites and lists the files of version 1.0, and changes nothing when run again", async () => {
    await using project = await workspace({ "a.smithy": mixed, "model/o.smithy": old });
    expect(await tinsmith(project.root, "migrate", ".")).toEqual({
      code: 0,
      out: "",
      err: "migrate model/o.smithy\n1 of 2 files migrated\n",
    });
    expect(await readFile(join(project.root, "model/o.smithy"), "utf8")).toBe(
      '$version: "2.0"\nnamespace o\nstructure O { @default(0) a: PrimitiveInteger }\n',
    );
    expect((await tinsmith(project.root, "migrate", ".")).err).toBe("0 of 2 files migrated\n");
  });

  it("writes nothing if the model has errors", async () => {
    await using project = await workspace({ "c.smithy": broken, "o.smithy": old });
    const { code, err } = await tinsmith(project.root, "migrate", ".");
    expect(code).toBe(1);
    expect(err).toContain("c.smithy:3");
    expect(err).toContain("nothing was written");
    expect(await readFile(join(project.root, "o.smithy"), "utf8")).toBe(old);
  });
});
