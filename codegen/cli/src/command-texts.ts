import type { Command, Option } from "commander";
import pc from "picocolors";

import { createProgram } from "./program.js";
import type { Terminal } from "./terminal.js";

export { eventPageIds, readEventPage } from "./event-pages.js";
export type { EventPage } from "./event-pages.js";

/** A command of `tinsmith`, as its help describes it. */
export interface CommandText {
  readonly name: string;
  /** The command line: `build [options] [config...]`. */
  readonly usage: string;
  readonly summary: string;
  readonly description: string;
  readonly arguments: readonly ParameterText[];
  readonly options: readonly ParameterText[];
  /** The text below the options, such as examples; empty if there is none. */
  readonly more: string;
}

/** An argument or an option of a command. */
export interface ParameterText {
  /** The term as in the help: `--severity <severity>`. */
  readonly term: string;
  readonly text: string;
}

/** Describes the commands in the order of the help, and the options that all of them have. */
export function describeCommands(): {
  readonly commands: readonly CommandText[];
  readonly globalOptions: readonly ParameterText[];
  /** The text below the commands, which lists the exit codes. */
  readonly more: string;
} {
  let written = "";
  const terminal: Terminal = {
    out: (text) => void (written += text),
    err: () => undefined,
    note: () => undefined,
    verbosity: "normal",
    cwd: ".",
    colors: pc.createColors(false),
    interactive: false,
    guard: (work) => work(),
    stopped: new AbortController().signal,
  };
  const program = createProgram(terminal, () => undefined);
  /** Returns the text that a command prints below its help. */
  const textBelow = (command: Command): string => {
    written = "";
    command.outputHelp();
    return written.slice(command.helpInformation().length).trim();
  };
  const optionsOf = (command: Command): readonly ParameterText[] =>
    command.createHelp().visibleOptions(command).filter(isOwn).map(describeOption);
  return {
    commands: program.commands.map((command) => ({
      name: command.name(),
      usage: `${command.name()} ${command.usage()}`,
      summary: command.summary(),
      description: command.description(),
      arguments: command.registeredArguments.map((argument) => ({
        term: command.createHelp().argumentTerm(argument),
        text: argument.description,
      })),
      options: optionsOf(command),
      more: textBelow(command),
    })),
    globalOptions: optionsOf(program),
    more: textBelow(program),
  };
}

const isOwn = ({ long }: Option): boolean => long !== "--help";

function describeOption(option: Option): ParameterText {
  const { flags, description, argChoices, defaultValue, mandatory } = option;
  const choices = argChoices === undefined ? [] : [`one of: ${argChoices.join(", ")}`];
  const hasDefault = typeof defaultValue === "string" || typeof defaultValue === "number";
  const standard = hasDefault ? [`default: ${defaultValue}`] : [];
  const notes = [...(mandatory ? ["required"] : []), ...choices, ...standard];
  return {
    term: flags,
    text: notes.length === 0 ? description : `${description} (${notes.join("; ")})`,
  };
}
