import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { typeCheck } from "../src/type-check.js";
import { generatePackages, runChecks } from "./generated-program.js";
import type { GeneratedPackages } from "./generated-program.js";

const file = (path: string) => fileURLToPath(new URL(`./library/${path}`, import.meta.url));
const programs = ["resources.ts", "recording.ts", "forwarding.ts"].map(file);

describe.each(["aws-json", "rest-json"])("the library service over %s", (protocol) => {
  let packages: GeneratedPackages;

  beforeAll(async () => {
    const sources = [file("library.smithy"), file(`${protocol}.smithy`)];
    packages = await generatePackages(`library-${protocol}`, "library", sources);
  }, 120_000);

  it("has packages with which programs compile", () => {
    expect(typeCheck({ files: programs, paths: packages.paths })).toEqual([]);
  }, 120_000);

  it("keeps resources from their creation to their deletion in a mock without handlers", async () => {
    const outcomes = await runChecks(file("resources.ts"), packages);
    expect(outcomes.length).toBeGreaterThan(12);
    expect(outcomes.filter(({ problem }) => problem !== undefined)).toEqual([]);
  }, 120_000);

  it.each([
    ["is recorded in front of another server and replayed", "recording.ts", 9],
    ["forwards requests to that server only", "forwarding.ts", 6],
  ])(
    "%s",
    async (_, program, least) => {
      const outcomes = await runChecks(file(program), packages);
      expect(outcomes.length).toBeGreaterThan(least);
      expect(outcomes.filter(({ problem }) => problem !== undefined)).toEqual([]);
    },
    120_000,
  );
});
