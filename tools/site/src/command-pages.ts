import type { ManualPage } from "@tinsmith/codegen/manual";
import { describeCommands } from "../../../codegen/cli/dist/commands.js";
import type { CommandText, ParameterText } from "../../../codegen/cli/dist/commands.js";
import { block, code, plain, table } from "./markdown.js";

/**
 * Returns a page for each command, and a page about their common options. The pages are created
 * from the help of the commands.
 */
export function commandPages(): readonly ManualPage[] {
  const { commands, globalOptions, more } = describeCommands();
  const rows = commands.map(({ name, summary }) => [
    `[${code(`tinsmith ${name}`)}](${name}.md)`,
    plain(summary),
  ]);
  const markdown = [
    "The package `tinsmith` is a command line.",
    block("sh", "npm install --save-dev tinsmith\nnpx tinsmith --help"),
    table(["Command", "Purpose"], rows),
    "## Options of all commands",
    parameterTable("Option", globalOptions),
    "## Exit codes",
    plain(more.replace(/^Exit codes: /, "")),
  ].join("\n\n");
  return [
    { path: "commands/index.html", title: "All commands", markdown },
    ...commands.map(commandPage),
  ];
}

function commandPage({ name, usage, description, more, ...command }: CommandText): ManualPage {
  const markdown = [
    plain(description),
    block("sh", `tinsmith ${usage}`),
    ...section("Arguments", "Argument", command.arguments),
    ...section("Options", "Option", command.options),
    ...(more === "" ? [] : ["## Examples", block("sh", examplesIn(more))]),
    "Options of all commands and exit codes: [All commands](index.md).",
  ].join("\n\n");
  return { path: `commands/${name}.html`, title: name, markdown };
}

function section(
  title: string,
  column: string,
  parameters: readonly ParameterText[],
): readonly string[] {
  return parameters.length === 0 ? [] : [`## ${title}`, parameterTable(column, parameters)];
}

function parameterTable(column: string, parameters: readonly ParameterText[]): string {
  return table(
    [column, "Meaning"],
    parameters.map(({ term, text }) => [code(term), plain(text)]),
  );
}

function examplesIn(more: string): string {
  return more.replace(/^Examples?:\n/, "").replaceAll(/^ {2}/gm, "");
}
