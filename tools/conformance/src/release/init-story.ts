import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pnpm, readManifest, run } from "../workspace.js";
import type { Manifest } from "../workspace.js";
import { install, makeConsumer } from "./consumer.js";
import type { PackageManager } from "./consumer.js";
import type { LocalRegistry } from "./registry.js";
import { commitAll, gitEnv, scriptEnv } from "./workspace-copy.js";

interface StoryOptions {
  /** The command `tinsmith`, installed from the registry. */
  readonly program: string;
  /** An empty folder. */
  readonly home: string;
  readonly manager: PackageManager;
  readonly registry: LocalRegistry;
}

/**
 * The steps in the life of a workspace that `tinsmith init` creates, and of a project that uses its
 * packages.
 */
export interface InitStory {
  /** Runs a script of the workspace. */
  script(name: string): string;
  /** Replaces a part of the model, and commits the workspace with the generated changes. */
  edit(part: string, by: string): void;
  /** Runs the step of the workflow that checks changesets, and returns its output. */
  check(): string;
  /** Writes the changesets for the changes of the model. */
  changeset(): void;
  /** Turns changesets into versions, and publishes the versions. */
  release(): void;
  /** Installs the released versions in the user's project. Returns the manifest of the client. */
  install(): Manifest;
  /** Runs the user's program. */
  call(): string;
  /** Compiles the user's program. Returns the output of the compiler. */
  compile(): string;
  /** Returns the change log of the client. */
  changeLog(): string;
}

/** Creates the workspace and installs its dependencies. */
export function startStory({ program, home, manager, registry }: StoryOptions): InitStory {
  const name = `shop-${manager}`;
  const scope = `@${name}`;
  const root = join(home, name);
  const env = { ...registry.env, ...gitEnv, ...scriptEnv };
  run(program, ["init", name, "--package-manager", manager], home);
  registry.use(root);
  writeFileSync(join(root, ".gitignore"), "node_modules/\ndist/\n.npmrc\n");
  run("git", ["init", "--quiet", "--initial-branch", "main"], root, gitEnv);
  if (manager === "npm") run("npm", ["install", "--no-audit", "--no-fund"], root, env);
  commitAll(root, "Start");

  const consumer = makeConsumer(join(home, "consumer"), manager, registry);
  writeFileSync(join(consumer.folder, "program.mts"), programOf(scope));
  const tinsmith = (...args: readonly string[]) =>
    spawnSync(join(root, "node_modules/.bin/tinsmith"), args, { cwd: root, encoding: "utf8" });
  const script = (one: string) =>
    manager === "npm" ? run("npm", ["run", one], root, env) : pnpm(["run", one], root, env);
  const clientFolder = join(root, "packages/client");
  return {
    script,
    edit: (part, by) => {
      const path = join(root, "model/main.smithy");
      const text = readFileSync(path, "utf8");
      if (!text.includes(part)) throw new Error(`The model does not contain ${part}`);
      writeFileSync(path, text.replace(part, by));
      script("generate");
      commitAll(root, "Change the model");
    },
    check: () => {
      const { stdout, stderr } = tinsmith("changeset", "model", "--check");
      return stdout + stderr;
    },
    changeset: () => {
      tinsmith("changeset");
      const { status, stdout } = tinsmith("changeset", "model", "--check");
      if (status !== 0) throw new Error(`The changesets do not suffice:\n${stdout}`);
      commitAll(root, "Describe the change");
    },
    release: () => {
      script("version-packages");
      commitAll(root, "Version packages");
      script("release");
    },
    install: () => {
      const { version } = readManifest(clientFolder);
      const packages = ["client", "mock-server"].map((one) => `${scope}/${one}@${version}`);
      install(consumer, [...packages, "typescript@~5.9.3", "@types/node@^20.19.0"]);
      return readManifest(join(consumer.folder, "node_modules", scope, "client"));
    },
    call: () => {
      compileProgram(consumer.folder);
      return run(process.execPath, ["program.mjs"], consumer.folder);
    },
    compile: () => compileProgram(consumer.folder),
    changeLog: () => readFileSync(join(clientFolder, "CHANGELOG.md"), "utf8"),
  };
}

const programOf = (scope: string): string => `
import { GetTaskCommand, TasksClient } from "${scope}/client";
import { createMockServer } from "${scope}/mock-server";

const server = await createMockServer().listen();
const client = new TasksClient({ endpoint: server.url });
const { task } = await client.send(new GetTaskCommand({ id: "t-1" }));
console.log(task?.title);
await server.close();
`;

function compileProgram(folder: string): string {
  const tsc = "node_modules/typescript/bin/tsc";
  const options = "--strict --target es2022 --module nodenext --skipLibCheck --types node".split(
    " ",
  );
  const { stdout } = spawnSync(process.execPath, [tsc, ...options, "program.mts"], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout;
}
