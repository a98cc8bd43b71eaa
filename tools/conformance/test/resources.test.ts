import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { typeCheck } from "../src/type-check.js";
import { generatePackages, runChecks } from "./generated-program.js";

const file = (path: string) => fileURLToPath(new URL(`./library/${path}`, import.meta.url));

describe.each(["aws-json", "rest-json"])("resources of a service over %s", (protocol) => {
  it("live from create to delete in a mock that nobody wrote handlers for", async () => {
    const sources = [file("library.smithy"), file(`${protocol}.smithy`)];
    const packages = await generatePackages(`library-${protocol}`, "library", sources);
    const program = file("resources.ts");
    expect(typeCheck({ files: [program], paths: packages.paths })).toEqual([]);
    const outcomes = await runChecks(program, packages);
    expect(outcomes.length).toBeGreaterThan(12);
    expect(outcomes.filter(({ problem }) => problem !== undefined)).toEqual([]);
  }, 120_000);
});
