import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../src/generate.js";
import { compile, typeCheck } from "../src/type-check.js";

const folder = join(scratchFolder, "type-check");

function write(name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("typeCheck", () => {
  it("reports the line of a problem with the workspace's TypeScript", () => {
    const files = [
      write("wrong.ts", 'export const right = 1;\nexport const wrong: number = "";\n'),
    ];
    expect(typeCheck({ files })).toEqual([
      expect.stringMatching(/wrong\.ts:2 .*'string' is not assignable to type 'number'/),
    ]);
  });

  it.each(["typescript-6", "typescript-7"])(
    "reports file and line of a problem with %s",
    async (name) => {
      const files = [
        write("wrong.ts", 'export const right = 1;\nexport const wrong: number = "";\n'),
      ];
      const problems = await compile({ name, package: name }, { files });
      expect(problems).toEqual([
        expect.stringMatching(/wrong\.ts\(2,14\).*'string' is not assignable to type 'number'/),
      ]);
      expect(problems[0]).toContain(folder);
    },
  );

  it.each(["typescript-6", "typescript-7"])(
    "reports nothing for valid code with %s",
    async (name) => {
      const files = [write("right.ts", "export const right: number = 1;\n")];
      expect(await compile({ name, package: name }, { files })).toEqual([]);
    },
  );
});
