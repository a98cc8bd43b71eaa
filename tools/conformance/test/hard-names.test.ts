import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { typeCheck } from "../src/type-check.js";
import { generatePackages, runChecks } from "./generated-program.js";

const file = (path: string) => fileURLToPath(new URL(`./hard-names/${path}`, import.meta.url));

describe.each([
  "aws-json",
  "aws-query",
  "ec2-query",
  "rest-json",
  "rest-xml",
  "rpc-v2-cbor",
  "rpc-v2-json",
])("packages of a model with problematic names over %s", (protocol) => {
  it("compile under the strictest options and round-trip", async () => {
    const sources = [file("names.smithy"), file(`${protocol}.smithy`)];
    const packages = await generatePackages(`hard-names-${protocol}`, "names", sources, {
      "protocol-tests": "@example/names-protocol-tests",
    });
    const { folder, paths } = packages;
    const tests = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".test.ts"),
    );
    const program = file("round-trips.ts");
    const files = [
      program,
      ...Object.values(paths),
      join(folder, "mock-server/src/bin.ts"),
      ...tests.map((path) => join(folder, path)),
    ];
    expect(typeCheck({ files, paths })).toEqual([]);
    const outcomes = await runChecks(program, packages);
    expect(outcomes.length).toBeGreaterThan(7);
    expect(outcomes.filter(({ problem }) => problem !== undefined)).toEqual([]);
  }, 120_000);
});
