import { Option } from "commander";
import type { Command } from "commander";

import type { ChangesetOptions } from "./commands/changeset.js";
import type { GenerateOptions } from "./commands/generate.js";
import type { RecordOptions } from "./commands/record.js";
import type { InitOptions } from "./commands/init.js";
import type { ExitCode } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";
import { packageManagers } from "./workspace/package-manager.js";

/** Adds the commands that create packages or workspaces. */
export function addGeneratorCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command("generate")
    .summary("generate targets without a build file")
    .description(
      "Generates targets (types, client, mock-server, docs, model, protocol-tests) from a model, without a smithy-build.json. " +
        "A single target goes to the folder itself, several go to one subfolder each. Targets that another one imports are added.",
    )
    .usage("<target...> --out <dir> [options] <path...>")
    // Commander supports only one list of arguments; targets-and-paths.ts splits it.
    .argument(
      "<target... path...>",
      "targets, separated by spaces or commas, then model files and folders",
    )
    .requiredOption("--out <dir>", "the folder to write to")
    .option("--service <id>", "the service (default: the model's only one)")
    .option(
      "--package-name <name>",
      "the npm name, followed by -<target> if there are several (default: <service>-<target>)",
    )
    .option(
      "--protocol <module>",
      "the module of a custom protocol (repeatable)",
      (module, others: readonly string[]) => [...others, module],
      [],
    )
    .addHelpText(
      "after",
      "\nExample:\n  tinsmith generate types client --out packages --package-name @acme/weather model/\n",
    )
    .action(async (words: string[], options: GenerateOptions) => {
      const { generate } = await import("./commands/generate.js");
      finish(await generate(words, options, terminal));
    });

  program
    .command("lock")
    .summary("pin the Maven dependencies of smithy-build.json")
    .description(
      "Resolves the Maven dependencies of a smithy-build.json and writes smithy-lock.json beside it: their versions and checksums, which later builds use and check.",
    )
    .argument("[config]", "smithy-build.json or its folder (default: here, or in model/)")
    .action(async (config: string | undefined) => {
      const { lock } = await import("./commands/lock.js");
      finish(await lock(config, terminal));
    });

  program
    .command("record")
    .summary("record the calls that the documentation shows")
    .description(
      "Runs the examples of the model, and a sample of each operation without one, against a server in this process, " +
        'and writes requests, responses and results to the file that the plugin "docs" names.',
    )
    .argument("[config]", "smithy-build.json or its folder (default: here, or in model/)")
    .option("--check", "write nothing; fail if the file is stale")
    .action(async (config: string | undefined, options: RecordOptions) => {
      const { record } = await import("./commands/record.js");
      finish(await record(config, options, terminal));
    });

  program
    .command("init")
    .summary("start a new workspace")
    .description(
      "Starts a workspace: a small model, its smithy-build.json, the generated packages, a test " +
        "that calls the client against the mock server, and the files for releases. " +
        "In an existing project, extends its package.json. Writes nothing if a file would be overwritten.",
    )
    .argument("[dir]", "the folder, created if missing; its name is the scope of the packages", ".")
    .addOption(
      new Option(
        "--package-manager <name>",
        "the package manager (default: that of the project, or pnpm)",
      ).choices(packageManagers),
    )
    .addHelpText(
      "after",
      "\nExample:\n  tinsmith init my-api && cd my-api && npx -y pnpm@12 test\n",
    )
    .action(async (folder: string, options: InitOptions) => {
      const { init } = await import("./commands/init.js");
      finish(await init(folder, options, terminal));
    });

  program
    .command("changeset")
    .summary("write the changesets that a changed model needs")
    .description(
      "Compares the model with the last released one, .tinsmith/released-model.json next to the configuration, " +
        "and writes changesets for the generated packages. Changes that break TypeScript users determine the bump.",
    )
    .argument("[config]", "smithy-build.json or its folder (default: here, or in model/)")
    .option(
      "--check",
      "write nothing; fail if a changed package lacks a changeset with a sufficient bump",
    )
    .addOption(
      new Option("--mark-released", "record the current model as the released one").conflicts(
        "check",
      ),
    )
    .action(async (config: string | undefined, options: ChangesetOptions) => {
      const { changeset } = await import("./commands/changeset.js");
      finish(await changeset(config, options, terminal));
    });
}
