import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createMockServer } from "@marketplace-metering/mock-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startStory } from "../src/release/init-story.js";
import type { InitStory } from "../src/release/init-story.js";
import { startChromium } from "../src/release/browser.js";
import { bundle, esbuild, runInNode } from "../src/release/bundlers.js";
import {
  compilerPackage,
  compilerVersions,
  failingPackages,
  node16,
  packagesBeside,
} from "../src/release/compilers.js";
import {
  brokenEntries,
  compileProgram,
  install,
  installedFolders,
  makeConsumer,
  packageProblems,
  promisedEntries,
  runProgram,
  update,
} from "../src/release/consumer.js";
import type { Consumer } from "../src/release/consumer.js";
import { startRegistry } from "../src/release/registry.js";
import type { LocalRegistry } from "../src/release/registry.js";
import {
  bundlerRows,
  compilerResults,
  packedDocument,
  packedPath,
  statedVersions,
} from "../src/release/packed-table.js";
import { commitAll, copyWorkspace, gitEnv, scriptEnv } from "../src/release/workspace-copy.js";
import { pnpm, publishedPackages, readManifest, run, workspaceRoot } from "../src/workspace.js";

// Runs a release as CONTRIBUTING describes it, in a copy of the workspace and with a registry on
// loopback. `pnpm test` publishes the existing build. `pnpm test:matrix` builds the new versions,
// and releases twice.
const isMatrix = process.env["TINSMITH_MATRIX"] !== undefined;

const recursively = { recursive: true };
const program = fileURLToPath(new URL("release/program.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tinsmith-release-"));
const copy = join(folder, "workspace");
const packages = publishedPackages();
const names = packages.map(({ manifest }) => manifest.name);
/** The other packages that a user installs: a compiler, and the peer dependency of an entry. */
const beside = ["typescript@~5.9.3", "@types/node@^20.19.0", "@opentelemetry/api"];
let registry: LocalRegistry;

/** Returns the folder of a package in the copy. */
const inCopy = (path: string): string => join(copy, relative(workspaceRoot, path));

/** Turns changesets into versions, and publishes the versions. */
function release(): void {
  const env = { ...registry.env, ...gitEnv, ...scriptEnv };
  pnpm(["version-packages"], copy, env);
  commitAll(copy, "Version packages");
  if (isMatrix) pnpm(["release"], copy, env);
  else pnpm(["exec", "changeset", "publish"], copy, env);
}

const versions = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    packages.map(({ folder: path, manifest }) => [
      manifest.name,
      readManifest(inCopy(path)).version,
    ]),
  );

beforeAll(async () => {
  registry = await startRegistry(join(folder, "registry"));
  copyWorkspace(copy);
  registry.use(copy);
  release();
}, 900_000);

afterAll(async () => {
  await registry.stop();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

describe("a release to an empty registry", () => {
  it("assigns a version and a tag to every package", () => {
    const tags = run("git", ["tag"], copy, gitEnv).trim().split("\n").sort();
    const released = Object.entries(versions());
    expect(released.filter(([, version]) => version === "0.0.0")).toEqual([]);
    expect(tags).toEqual(released.map(([name, version]) => `${name}@${version}`).sort());
  });

  it("removes all changesets and updates the lockfile", () => {
    expect(readdirSync(join(copy, ".changeset")).sort()).toEqual(["README.md", "config.json"]);
    pnpm(["install", "--frozen-lockfile", "--lockfile-only"], copy);
    expect(run("git", ["status", "--porcelain"], copy, gitEnv)).toBe("");
  });
});

describe("an edit of the model after a release", () => {
  afterAll(() => {
    run("git", ["restore", "."], copy, gitEnv);
    run("git", ["clean", "--quiet", "--force", "-d"], copy, gitEnv);
  });

  const model = ["--filter", "@marketplace-metering/model"];

  it("makes `check` fail until a changeset covers it", () => {
    // The check passes, because the generated packages are up to date and the model is unchanged.
    pnpm([...model, "check"], copy);
    const operation = inCopy(join(workspaceRoot, "model/operations/register-usage.smithy"));
    const text = readFileSync(operation, "utf8");
    writeFileSync(operation, text.replace("Nonce: Nonce\n", "Nonce: Nonce\n\nNote: Nonce\n"));
    expect(readFileSync(operation, "utf8")).not.toBe(text);
    pnpm([...model, "generate"], copy);
    expect(() => pnpm([...model, "check"], copy)).toThrow(
      "@marketplace-metering/client needs a changeset: minor",
    );
    pnpm([...model, "exec", "tinsmith", "changeset"], copy);
    pnpm([...model, "exec", "tinsmith", "changeset", "--check"], copy);
    const changeset = readFileSync(join(copy, ".changeset/tinsmith-model.md"), "utf8");
    expect(changeset).toContain("- `RegisterUsageRequest.Note` is new.\n");
  }, 240_000);
});

describe.each(["pnpm", "npm"] as const)("an empty folder that installs with %s", (manager) => {
  let consumer: Consumer;

  beforeAll(() => {
    consumer = makeConsumer(join(folder, `consumer-${manager}`), manager, registry);
    install(consumer, [...names, ...beside]);
  }, 300_000);

  it("receives every package of the workspace without sources and workspace ranges", () => {
    const found = installedFolders(consumer, names);
    const problems = packages.flatMap(({ folder: path, manifest: { name } }) =>
      packageProblems(found.get(name) ?? "", path, versions()[name] ?? "").map(
        (problem) => `${name}: ${problem}`,
      ),
    );
    expect(problems).toEqual([]);
  });

  it("imports and requires every entry that has an API report", () => {
    const entries = promisedEntries();
    expect(entries.length).toBeGreaterThan(60);
    expect(brokenEntries(consumer, entries)).toEqual([]);
  }, 120_000);

  it("validates the model of the package with the command line", () => {
    const args = ["validate", "node_modules/@marketplace-metering/model"];
    const command = join(consumer.folder, "node_modules/.bin/tinsmith");
    expect(run(command, args, consumer.folder)).toMatch(/^no problems/);
    expect(run(command, ["--version"], consumer.folder).trim()).toBe(versions()["tinsmith"]);
  }, 120_000);

  it("compiles and runs a program as an ES module and as CommonJS", () => {
    // The result of a compiler is the same in both folders, so one suffices outside the matrix.
    if (isMatrix) compileProgram(consumer, program);
    else if (manager === "pnpm") compileProgram(consumer, program, { skipLibCheck: true });
    else
      cpSync(join(folder, "consumer-pnpm/out"), join(consumer.folder, "out"), { recursive: true });
    const expected =
      "generated client: Success\nbatch: accepted\ndynamic client: true\nerror: true\n";
    expect(runProgram(consumer)).toEqual([expected, expected]);
  }, 300_000);
});

describe("a mistake in a release", () => {
  const name = "@tinsmith/validation";
  const entry = `${name}/params`;

  it("makes `changeset status` fail with the name of an unknown package in a changeset", () => {
    const path = join(copy, ".changeset/unknown.md");
    writeFileSync(path, `---\n"${name}s": patch\n---\n\nFix it.\n`);
    expect(() => pnpm(["changeset-status"], copy, gitEnv)).toThrow(`${name}s`);
    rmSync(path);
  }, 60_000);

  it.each<[string, (installed: string) => void]>([
    [
      "an entry is missing in `exports`",
      (installed) => {
        const path = join(installed, "package.json");
        writeFileSync(path, readFileSync(path, "utf8").replace('"./params": {', '"./other": {'));
      },
    ],
    ["a folder is missing in `files`", (installed) => rmSync(join(installed, "dist"), recursively)],
  ])(
    "is found by loading the installed package: %s",
    (_, make) => {
      const consumer = { folder: join(folder, "broken"), manager: "npm", registry } as const;
      const installed = join(consumer.folder, "node_modules", name);
      cpSync(join(folder, "consumer-npm/node_modules", name), installed, recursively);
      make(installed);
      const broken = brokenEntries(consumer, [entry]);
      rmSync(consumer.folder, recursively);
      expect(broken).toEqual([
        expect.stringMatching(`^import ${entry}: `),
        expect.stringMatching(`^require ${entry}: `),
      ]);
    },
    60_000,
  );
});

describe("the bundlers and compilers of users", () => {
  const makeFolder = (name: string) => makeConsumer(join(folder, name), "npm", registry);
  const typed = packages.filter(({ folder: path }) => existsSync(join(path, "etc")));
  const typedNames = typed.map(({ manifest }) => manifest.name);

  it.runIf(isMatrix)(
    "produce the results in docs/packed.md",
    async () => {
      const compilers = makeFolder("compilers");
      install(compilers, [...names, ...packagesBeside, ...compilerVersions.map(compilerPackage)]);
      const compiled = compilerResults(compilers, typedNames);
      await using server = await createMockServer({ cors: true }).listen();
      const browser = await startChromium();
      const bundled = await bundlerRows(makeFolder, server.url, browser);
      await browser.close();
      const document = await packedDocument(bundled, compiled, typedNames);
      await expect(document).toMatchFileSnapshot(packedPath);
    },
    5_400_000,
  );

  it("bundle a program that calls the mock server: esbuild", async () => {
    await using server = await createMockServer().listen();
    const consumer = { folder: join(folder, "consumer-npm"), manager: "npm", registry } as const;
    install(consumer, esbuild.packages);
    const made = bundle(consumer, esbuild, server.url);
    const printed = "problem" in made ? made.problem : await runInNode(made.folder);
    expect(printed).toBe("status: Success");
  }, 120_000);

  it("compile all entries in a strict project that checks declarations", () => {
    const consumer = { folder: join(folder, "consumer-npm"), manager: "npm", registry } as const;
    install(consumer, [...packagesBeside, compilerPackage("7.0")]);
    const compilation = { version: "7.0", resolution: node16, strictness: "strictest" } as const;
    expect(failingPackages(consumer, typedNames, compilation)).toEqual([]);
  }, 300_000);

  it("include, for each package, the lowest version of TypeScript that its README states", () => {
    const stated = statedVersions();
    expect([...stated.keys()]).toEqual(typedNames);
    const wrong = typed.filter(({ folder: path, manifest: { name } }) => {
      const text = readFileSync(join(path, "README.md"), "utf8").replaceAll(/\s+/g, " ");
      return !text.includes(`${stated.get(name)}.`);
    });
    expect(wrong.map(({ manifest: { name } }) => `${name}: ${stated.get(name)}.`)).toEqual([]);
  });
});

describe.runIf(isMatrix).each(["npm", "pnpm"] as const)(
  "a workspace of tinsmith init: %s",
  (manager) => {
    const program = join(folder, "consumer-npm/node_modules/.bin/tinsmith");
    const home = join(folder, `init-${manager}`);
    let story: InitStory;

    beforeAll(() => {
      mkdirSync(home);
      story = startStory({ program, home, manager, registry });
    }, 600_000);

    it("is tested and released as its README says", () => {
      expect(story.script("test")).toMatch(/3 passed/);
      expect(story.check()).toBe("every changed package has a changeset\n");
      story.release();
      expect(story.install()).toMatchObject({ version: "0.1.0", license: "UNLICENSED" });
      expect(story.call()).toBe("Water the plants\n");
      expect(story.compile()).toBe("");
    }, 1_200_000);

    it("releases an optional member, so that code of users still compiles", () => {
      story.edit("title: TaskTitle\n    }", "title: TaskTitle\n\n        note: String\n    }");
      expect(story.check()).toContain("/client needs a changeset: minor\n");
      story.changeset();
      story.release();
      expect(story.install()).toMatchObject({ version: "0.2.0" });
      expect(story.changeLog()).toContain("- `AddTaskInput.note` is new.");
      expect(story.compile()).toBe("");
    }, 1_200_000);

    it("releases the removal of an operation, so that code of users that calls it no longer compiles", () => {
      story.edit("        GetTask\n", "");
      story.changeset();
      story.release();
      expect(story.install()).toMatchObject({ version: "0.3.0" });
      expect(story.changeLog()).toContain("Breaking changes:");
      expect(story.changeLog()).toContain("- The operation `GetTask` is gone.");
      expect(story.compile()).toContain("has no exported member");
      expect(story.compile()).toContain("GetTaskCommand");
    }, 1_200_000);
  },
);

describe.runIf(isMatrix)("the next release", () => {
  const changed = "@tinsmith/client-runtime";
  let before: Readonly<Record<string, string>>;

  beforeAll(() => {
    before = versions();
    const text = `---\n"${changed}": minor\n---\n\nRetries tell their reason.\n`;
    writeFileSync(join(copy, ".changeset/retries.md"), text);
    commitAll(copy, "Describe a change");
    release();
  }, 900_000);

  it("raises the versions of the package and of the packages that depend on it", () => {
    const after = versions();
    const raised = names.filter((name) => after[name] !== before[name]);
    expect(raised).toContain(changed);
    expect(raised).toContain("@marketplace-metering/client");
    expect(raised).not.toContain("@tinsmith/smithy");
    const log = readFileSync(join(copy, "packages/runtime/client-runtime/CHANGELOG.md"), "utf8");
    expect(log).toContain("Retries tell their reason.");
  });

  it.each(["npm", "pnpm"] as const)(
    "reaches a user only after an explicit install, because a minor version below 1.0.0 may break: %s",
    (manager) => {
      const consumer = makeConsumer(join(folder, `upgrade-${manager}`), manager, registry);
      install(consumer, [`${changed}@${before[changed]}`]);
      const installed = () => readManifest(join(consumer.folder, "node_modules", changed)).version;
      update(consumer);
      expect(installed()).toBe(before[changed]);
      // pnpm does not treat a version as the latest one until it is a day old.
      install(consumer, [`${changed}@${versions()[changed]}`]);
      expect(installed()).toBe(versions()[changed]);
    },
    300_000,
  );
});
