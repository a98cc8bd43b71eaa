import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import type { Severity } from "@tinsmith/smithy";

import { severities } from "./severities.js";

/** The choice of the events that a command shows. It does not affect the exit code. */
export interface EventOptions {
  /** The lowest severity to show. Default: that of the command, or DANGER with `--quiet`. */
  readonly severity?: Severity;
  /** The ids of the events to show; each covers the ids below it. */
  readonly showValidators?: readonly string[];
  /** The ids of the events to hide; each covers the ids below it. */
  readonly hideValidators?: readonly string[];
}

/** Adds the options that choose events. */
export function addEventOptions(command: Command, lowest: Severity): Command {
  return command
    .addOption(
      new Option("--severity <severity>", `the lowest severity to show (default: ${lowest})`)
        .choices(severities)
        .argParser(readSeverity),
    )
    .addOption(
      new Option(
        "--show-validators <ids>",
        "show only the events with these ids, separated by commas; Model covers Model.*",
      )
        .argParser(readIds)
        .conflicts("hideValidators"),
    )
    .addOption(
      new Option(
        "--hide-validators <ids>",
        "hide the events with these ids, separated by commas",
      ).argParser(readIds),
    );
}

/** Adds the option of commands that load models. */
export function addUnknownTraits(command: Command): Command {
  return command.option(
    "--allow-unknown-traits",
    "accept traits that are not defined, with a warning",
  );
}

function readSeverity(text: string): string {
  const severity = severities.find((each) => each === text.toUpperCase());
  if (severity !== undefined) return severity;
  throw new InvalidArgumentError(`Expected one of: ${severities.join(", ")}.`);
}

function readIds(text: string): readonly string[] {
  const ids = text.split(",").map((id) => id.trim());
  if (!ids.includes("")) return ids;
  throw new InvalidArgumentError("Expected ids of events, separated by commas.");
}
