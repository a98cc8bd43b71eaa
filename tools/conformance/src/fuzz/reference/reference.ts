import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Answer, Question } from "../question.js";
import { workspaceRoot } from "../../workspace.js";

/** The list of the modules of the reference implementation, in a folder next to the project. */
const listing = resolve(workspaceRoot, "../shared/oracle/pom.xml");
const program = join(workspaceRoot, "tools/conformance/src/fuzz/reference/Reference.java");

/** The class path of the reference implementation, or the reason why it is not available. */
export type Availability = { readonly classPath: string } | { readonly reason: string };

/**
 * Fetches the modules and compiles the program, in the folder for temporary files. Both happen only
 * once.
 */
export function prepareReference(): Availability {
  if (!existsSync(listing)) return { reason: `${listing} is missing` };
  if (spawnSync("javac", ["-version"]).status !== 0)
    return { reason: "a Java development kit is not installed" };
  const folder = join(tmpdir(), "tinsmith-reference");
  mkdirSync(folder, { recursive: true });
  const modules = join(folder, "class-path.txt");
  if (!existsSync(modules)) {
    copyFileSync(listing, join(folder, "pom.xml"));
    const goal = ["-q", "dependency:build-classpath", `-Dmdep.outputFile=${modules}`];
    const { status, error } = spawnSync("mvn", goal, { cwd: folder });
    if (status !== 0) return { reason: `Maven cannot fetch it: ${error?.message ?? status}` };
  }
  const jars = readFileSync(modules, "utf8").trim();
  const compiled = spawnSync("javac", ["-d", folder, "-cp", jars, program], { encoding: "utf8" });
  if (compiled.status !== 0) throw new Error(`javac failed: ${compiled.stderr}`);
  return { classPath: `${folder}:${jars}` };
}

/** The reference implementation in a separate process. It answers questions in order. */
export interface Reference {
  ask(question: Question): Promise<Answer>;
  end(): void;
}

export function startReference(classPath: string): Reference {
  const options = [
    "-Xss64m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-cp",
    classPath,
    "Reference",
  ];
  const child = spawn("java", options, { stdio: ["pipe", "pipe", "ignore"] });
  const waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    waiting.shift()?.resolve(JSON.parse(line) as Answer);
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting) reject(new Error(`The reference ended with ${code}`));
  });
  return {
    ask({ files, selectors }) {
      const parts = { ast: true, format: true, idl: true, selectors };
      const texts = files.map(({ path, text }) => [path, text]);
      child.stdin.write(`${JSON.stringify({ files: texts, ...parts })}\n`);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    end: () => child.stdin.end(),
  };
}
