import { dirname, resolve } from "node:path";
import { loadProject } from "@tinsmith/codegen/project";
import { haveFailed } from "@tinsmith/smithy";

import { describeProblems } from "../build-report.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { readDependencies } from "../maven/read-dependencies.js";
import { plural } from "../summary.js";
import type { Terminal } from "../terminal.js";
import { compilePrograms } from "../verify/compile-programs.js";
import { findDocumentations } from "../verify/documentations.js";
import type { Documentation } from "../verify/documentations.js";
import { importedNames, placeInGuide, readGuidePrograms } from "../verify/guide-programs.js";
import { createProgramFolder, writePrograms } from "../verify/program-folder.js";
import { isTest, runPrograms, startServer } from "../verify/run-programs.js";

export interface VerifyOptions {
  /** False if programs are only compiled. */
  readonly run?: boolean;
}

/**
 * Compiles the programs of guides against the built packages, and runs them against the mock
 * server.
 *
 * @throws Error if guides are missing, or something that programs need is not installed
 */
export async function verify(
  configPath: string | undefined,
  options: VerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const project = await loadProject({
    configPath: configPath ?? findConfig(terminal.cwd),
    cwd: terminal.cwd,
    readDependencies,
    run: options.run !== false,
  });
  if (lacksConfig(project.diagnostics) || haveFailed(project.diagnostics)) {
    terminal.err(describeProblems(project.diagnostics, terminal));
    return lacksConfig(project.diagnostics) ? exitCodes.usage : exitCodes.failed;
  }
  const documentations = findDocumentations(project);
  if (documentations.length === 0) {
    throw new Error(
      'The configuration names no guides. Add them to the plugin "docs": "guides": ["guides"]',
    );
  }
  const results = [];
  for (const documentation of documentations) {
    results.push(await verifyOne(documentation, dirname(project.configPath), options, terminal));
  }
  return results.every((ok) => ok) ? exitCodes.ok : exitCodes.failed;
}

async function verifyOne(
  { guides, endpoint, packages, server: serverModule }: Documentation,
  configFolder: string,
  { run = true }: VerifyOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { cwd, colors } = terminal;
  const all = await readGuidePrograms(guides, configFolder);
  await using folder = await createProgramFolder(configFolder, packages);
  const isInstalled = (name: string) =>
    name.startsWith("node:") || folder.resolve(name) !== undefined;
  const missing = new Map(
    all.flatMap((program) => {
      const names = importedNames(program).filter((name) => !isInstalled(name));
      return names.length === 0 ? [] : [[program, names] as const];
    }),
  );
  for (const [program, names] of missing) {
    terminal.note(
      `${colors.yellow("skipped")} ${placeInGuide(program, 1, cwd)}: ${names.join(", ")} is not installed\n`,
    );
  }
  const programs = all.filter((program) => !missing.has(program));
  const callsServer = programs.some(({ text }) => text.includes(endpoint));
  if (run && callsServer && serverModule === undefined) {
    throw new Error(
      `Programs call ${endpoint}, but the configuration has no mock server. Add the target "mock-server", or compile only with --no-run`,
    );
  }
  const server =
    run && callsServer && serverModule !== undefined
      ? await startServer(
          serverModule.startsWith(".") ? resolve(configFolder, serverModule) : serverModule,
          folder,
        )
      : undefined;
  try {
    await writePrograms(programs, folder, { documented: endpoint, actual: server?.endpoint });
    const wrong = await compilePrograms(programs, folder, cwd);
    const failed = wrong.length > 0 || !run ? [] : await runPrograms(programs, folder, server, cwd);
    for (const problem of [...wrong, ...failed]) terminal.out(`${problem}\n`);
    const isFine = wrong.length + failed.length === 0;
    const runs = run ? programs.filter((program) => !isTest(program)).length : 0;
    const outcome = isFine
      ? colors.green(`${plural(programs.length, "program")} compiled, ${runs} run`)
      : colors.red(plural(wrong.length + failed.length, "problem"));
    terminal.note(`${outcome}\n`);
    return isFine;
  } finally {
    await server?.close();
  }
}
