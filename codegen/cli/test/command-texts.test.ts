import { describe, expect, it } from "vitest";

import { describeCommands } from "../src/command-texts.js";
import { run } from "../src/program.js";
import { recordingTerminal } from "./workspace.js";

const { commands, globalOptions, more } = describeCommands();

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

async function help(...argv: readonly string[]): Promise<string> {
  const { terminal, written } = recordingTerminal(".");
  await run([...argv, "--help"], terminal);
  return oneLine(written.out);
}

describe("the help of tinsmith", () => {
  it("contains the summaries of all commands and the global options", async () => {
    const text = await help();
    for (const { summary } of commands) expect(text).toContain(oneLine(summary));
    for (const { term, text: meaning } of globalOptions) {
      expect(text).toContain(`${term} ${oneLine(meaning)}`);
    }
    expect(text).toContain(oneLine(more));
  });

  it.each(commands)(
    "contains the usage, the description, the arguments and the options of $name",
    async (command) => {
      const text = await help(command.name);
      expect(text).toContain(`Usage: tinsmith ${command.usage}`);
      expect(text).toContain(oneLine(command.description));
      expect(text).toContain(oneLine(command.more));
      for (const { term } of [...command.arguments, ...command.options]) {
        expect(text).toContain(term);
      }
    },
  );
});
