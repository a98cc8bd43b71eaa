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

describe("the texts of commands", () => {
  it("have all that the help of the program has", async () => {
    const text = await help();
    for (const { summary } of commands) expect(text).toContain(oneLine(summary));
    for (const { term, text: meaning } of globalOptions) {
      expect(text).toContain(`${term} ${oneLine(meaning)}`);
    }
    expect(text).toContain(oneLine(more));
  });

  it.each(commands)("have all that the help of $name has", async (command) => {
    const text = await help(command.name);
    expect(text).toContain(`Usage: tinsmith ${command.usage}`);
    expect(text).toContain(oneLine(command.description));
    expect(text).toContain(oneLine(command.more));
    for (const { term } of [...command.arguments, ...command.options]) {
      expect(text).toContain(term);
    }
  });
});
