import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changes, createWorkbench, library, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write({
    "model/service.smithy": library["model/service.smithy"],
    "model/lend.smithy": library["model/lend.smithy"],
  });
});
afterEach(() => bench.remove());

/** Configures a build that runs one script with the current Node.js. */
const configure = (script: string, options: object = {}, rest: object = {}) =>
  bench.write({
    "model/smithy-build.json": {
      version: "1.0",
      sources: ["."],
      outputDirectory: "../out",
      plugins: { "run::made": { command: [process.execPath, "-e", script], ...options } },
      ...rest,
    },
  });

const copyModel = `
  const { readFileSync, writeFileSync, mkdirSync } = require("node:fs");
  const { shapes } = JSON.parse(readFileSync(0, "utf8"));
  mkdirSync("below");
  writeFileSync("below/shapes.txt", Object.keys(shapes).join("\\n"));`;

describe("the plugin run", () => {
  it("passes the model to the program and keeps the files that it writes", async () => {
    await configure(copyModel);
    const result = await bench.build();
    expect(lines(result)).toEqual([]);
    expect(await bench.read("out/source/made/below/shapes.txt")).toBe(
      ["example#Lend", "example#LendInput", "example#Library"].join("\n"),
    );
    expect(result.targets).toMatchObject([{ name: "run::made", projection: "source", files: 1 }]);
  });

  it("describes the build in environment variables of the program", async () => {
    const names = [
      "ROOT_DIR",
      "PLUGIN_DIR",
      "PROJECTION_NAME",
      "ARTIFACT_NAME",
      "INCLUDES_PRELUDE",
    ];
    await configure(
      `const { realpathSync, writeFileSync } = require("node:fs");
       const { env } = process;
       const isHere = realpathSync(env.SMITHY_PLUGIN_DIR) === realpathSync(process.cwd());
       const all = ${JSON.stringify(names)}.map((name) => env["SMITHY_" + name]);
       writeFileSync("env.json", JSON.stringify([...all, isHere, env.A, env.B]));`,
      { env: { B: "own" } },
      { projections: { other: {} } },
    );
    expect(lines(await bench.build({ env: { A: "inherited", B: "inherited" } }))).toEqual([]);
    const told: unknown = JSON.parse(await bench.read("out/other/made/env.json"));
    expect(told).toEqual([
      bench.root,
      expect.any(String),
      "other",
      "made",
      "false",
      true,
      "inherited",
      "own",
    ]);
  });

  it("includes the prelude with sendPrelude", async () => {
    await configure(copyModel, { sendPrelude: true, output: "../elsewhere" });
    expect(lines(await bench.build())).toEqual([]);
    expect(await bench.read("elsewhere/below/shapes.txt")).toContain("smithy.api#String");
  });

  it("finds a program relative to the folder of the build, and reports a missing program", async () => {
    const tool = '#!/usr/bin/env node\nrequire("node:fs").writeFileSync(process.argv[2], "")\n';
    await bench.write({ "tools/tool": tool });
    await chmod(join(bench.root, "tools/tool"), 0o755);
    await configure("", { command: ["tools/tool", "made.txt"] });
    expect(lines(await bench.build())).toEqual([]);
    expect(Object.keys(await bench.files("out"))).toContain("source/made/made.txt");
    await configure("", { command: ["tools/other"] });
    const [message] = lines(await bench.build());
    expect(message).toMatch(/The program of "run::made" failed: the program is not found$/);
  });

  it("removes only files that the program no longer writes", async () => {
    await configure(copyModel);
    await bench.build();
    await bench.write({ "out/source/made/mine.txt": "mine" });
    await configure('require("node:fs").writeFileSync("other.txt", "")');
    expect(changes(bench, await bench.build())).toEqual([
      "delete out/source/made/below/shapes.txt",
      "update out/source/made/manifest.json",
      "create out/source/made/other.txt",
    ]);
    expect(await bench.read("out/source/made/mine.txt")).toBe("mine");
  });

  it("does not write files with check, and does not write unchanged files", async () => {
    await configure(copyModel);
    const check = await bench.build({ check: true });
    expect(check.ok).toBe(false);
    expect(check.changes).toHaveLength(2);
    expect(await bench.files("out")).toEqual({});
    await bench.build();
    expect((await bench.build({ check: true })).ok).toBe(true);
  });

  it("reports a failed program with the end of its output, and writes nothing", async () => {
    await configure(
      `for (let line = 1; line <= 30; line++) console.error("line " + line);
       require("node:fs").writeFileSync("half.txt", "");
       process.exitCode = 3;`,
    );
    const result = await bench.build();
    const [message = "", ...others] = lines(result);
    expect(message).toContain('The program of "run::made" failed: exit code 3\nline 11\nline 12');
    expect(message).toMatch(/^ERROR model\/smithy-build\.json:9:18 [^]*line 30$/);
    expect(others).toEqual([]);
    expect(await bench.files("out")).toEqual({});
  });

  it("terminates a program and its child processes after the timeout", async () => {
    await configure(
      `require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
       console.error("still here"); setInterval(() => {}, 1000);`,
      { timeout: 0.5 },
    );
    const [message, ...others] = lines(await bench.build());
    expect(message).toMatch(/The program of "run::made" failed: it took longer than 0\.5 s\n/);
    expect(others).toEqual([]);
  });

  it.skipIf(process.platform === "win32")(
    "kills a program that ignores the request to terminate",
    async () => {
      await configure('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000);', {
        timeout: 0.3,
      });
      const [message] = lines(await bench.build());
      expect(message).toContain("it took longer than 0.3 s");
    },
  );

  it("terminates a program and starts no other program if the build is canceled", async () => {
    await configure("setInterval(() => {}, 1000)");
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const [message] = lines(await bench.build({ signal: controller.signal }));
    expect(message).toContain("failed: the build was canceled");
    const [again] = lines(await bench.build({ signal: controller.signal }));
    expect(again).toContain("failed: the build was canceled");
    expect(await bench.files("out")).toEqual({});
  });

  it("accepts a program that does not read its standard input", async () => {
    const members = Array.from({ length: 5000 }, (_, index) => `    member${index}: String\n`);
    await bench.write({
      "model/large.smithy": `$version: "2"\nnamespace example\nstructure Large {\n${members.join("")}}\n`,
    });
    await configure("process.stdin.destroy()");
    expect(lines(await bench.build())).toEqual([]);
  });

  it("does not run if the model has errors", async () => {
    await configure('require("node:fs").writeFileSync(process.env.SMITHY_ROOT_DIR + "/ran", "")');
    await bench.write({ "model/broken.smithy": '$version: "2"\nnamespace example\nlist L {}\n' });
    expect((await bench.build()).ok).toBe(false);
    expect(Object.keys(await bench.files())).not.toContain("ran");
  });

  it("requires a name, a command, and paths that are valid on every system", async () => {
    await bench.write({
      "model/smithy-build.json": {
        version: "1.0",
        sources: ["."],
        plugins: { run: { command: ["x"] }, "run::a": {}, "run::b": { command: [] } },
      },
    });
    expect(lines(await bench.build())).toEqual([
      'ERROR model/smithy-build.json:7:5 The plugin "run" requires a name for its output (Write "run::name")',
      "ERROR model/smithy-build.json:12:15 plugins.run::a.command: is missing (The program and its arguments. It receives the JSON AST on its standard input.)",
      expect.stringMatching(/^ERROR .*plugins\.run::b\.command: /),
    ]);
    await configure('require("node:fs").writeFileSync("manifest.json", "")');
    expect(lines(await bench.build())).toEqual([
      'ERROR The target "run::made" would write "manifest.json", which is reserved for the manifest',
    ]);
  });
});
