import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { smallProject, workspace } from "./workspace.js";

const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

const config = (plugins: object): string =>
  JSON.stringify({ version: "1.0", sources: ["main.smithy"], plugins });

/** Starts a command, sends a signal when a file appears, and returns how the command ended. */
async function interrupted(
  root: string,
  argv: readonly string[],
  signal: "SIGINT" | "SIGTERM",
  marker = join(root, "ran"),
) {
  const child = spawn(process.execPath, [bin, ...argv], { cwd: root, stdio: "ignore" });
  const ended = once(child, "exit");
  await expect.poll(() => existsSync(marker), { timeout: 20_000, interval: 20 }).toBe(true);
  child.kill(signal);
  const [code, by] = await ended;
  // If a signal ends a process, a shell reports 128 plus the number of the signal.
  return code ?? { SIGINT: 130, SIGTERM: 143 }[String(by)];
}

const touch = `require("node:fs").writeFileSync("ran", "")`;

describe.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("after %s", (signal, code) => {
  it("a build ends during a computation without writing files", async () => {
    await using place = await workspace({
      ...smallProject,
      "endless.cjs": `const v = { kind: "schema", type: "any", reference: () => {}, expects: "any", async: false, "~run": (d) => ((d.typed = true), d) };
        exports.default = { name: "endless", options: v, generate() { ${touch}; for (;;); } };`,
      "smithy-build.json": config({
        types: { package: "@example/types", output: "out" },
        "./endless.cjs": { output: "other" },
      }),
    });
    expect(await interrupted(place.root, ["build"], signal)).toBe(code);
    expect(existsSync(join(place.root, "out"))).toBe(false);
  });

  it("a build stops the program that it runs, and writes nothing", async () => {
    const script = `require("node:fs").writeFileSync(process.env.MARK, String(process.pid)); setInterval(() => {}, 1000)`;
    await using place = await workspace(smallProject);
    await place.write(
      "smithy-build.json",
      config({
        types: { package: "@example/types", output: "out" },
        "run::endless": {
          command: [process.execPath, "-e", script],
          env: { MARK: join(place.root, "ran") },
        },
      }),
    );
    expect(await interrupted(place.root, ["build"], signal)).toBe(code);
    expect((await readdir(place.root)).sort()).toEqual(["main.smithy", "ran", "smithy-build.json"]);
  });

  it("a build with --watch ends", async () => {
    await using place = await workspace(smallProject);
    const written = join(place.root, "out/types/src/generated/manifest.json");
    expect(await interrupted(place.root, ["build", "--watch"], signal, written)).toBe(code);
  });
});
