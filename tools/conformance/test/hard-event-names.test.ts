import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { typeCheck } from "../src/type-check.js";
import { generatePackages, runChecks } from "./generated-program.js";

const file = (path: string) =>
  fileURLToPath(new URL(`./hard-names/events/${path}`, import.meta.url));

describe.each(["aws-json", "rest-json", "rest-xml", "rpc-v2-cbor", "rpc-v2-json"])(
  "packages of event streams with problematic names over %s",
  (protocol) => {
    it("compile under the strictest options and round-trip", async () => {
      const sources = [file("events.smithy"), file(`${protocol}.smithy`)];
      const packages = await generatePackages(`hard-events-${protocol}`, "streams", sources);
      const program = file("streams.ts");
      const files = [program, ...Object.values(packages.paths)];
      expect(typeCheck({ files, paths: packages.paths })).toEqual([]);
      const outcomes = await runChecks(program, packages);
      expect(outcomes).toHaveLength(4);
      expect(outcomes.filter(({ problem }) => problem !== undefined)).toEqual([]);
    }, 120_000);
  },
);
