import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { corporaFolder, filesBelow } from "../src/corpus-files.js";
import { writeDynamicClients } from "../src/protocol-tests/dynamic-clients.js";
import { generatePackages, workspaceOf } from "../src/protocol-tests/generate-packages.js";
import type {
  GeneratedService,
  ProtocolTestSuite,
} from "../src/protocol-tests/generate-packages.js";
import { formatVerdict, judgeResults } from "../src/protocol-tests/judge-results.js";
import { knownFailures } from "../src/protocol-tests/known-failures.js";
import { runProtocolTests, sourcePaths } from "../src/protocol-tests/run-protocol-tests.js";
import { typeCheck } from "../src/type-check.js";

const corpus = join(corporaFolder, "protocol-tests");
const isAvailable = existsSync(corpus);
if (!isAvailable) console.log("Skipped: the protocol tests in ../shared/corpora are missing.");

const suite: ProtocolTestSuite = {
  name: "protocol-tests",
  sources: filesBelow(corpus, ".smithy").map(({ path }) => path),
};

/**
 * The services to type-check. Together they cover streams, documents, blobs, big numbers, maps and
 * unions, with every kind of case.
 */
const typeChecked = ["RestJson", "RpcV2JsonProtocol"];

describe.skipIf(!isAvailable)("clients and servers generated from the protocol tests", () => {
  let services: readonly GeneratedService[] = [];
  beforeAll(async () => {
    services = await generatePackages(suite);
  }, 120_000);

  it("pass their generated tests, except for listed failures", async () => {
    const verdict = judgeResults(services, await runProtocolTests(suite, services), knownFailures);
    console.log(`Generated protocol tests\n${formatVerdict(verdict, knownFailures)}`);
    expect(verdict.tallies.every(({ total }) => total > 0)).toBe(true);
    expect(new Set(verdict.tallies.map(({ protocol }) => protocol)).size).toBe(8);
    expect(verdict.unlisted, "tests that fail without being listed").toEqual({});
    expect(verdict.mended, "tests that are listed and do not fail").toEqual([]);
  }, 240_000);

  it("pass the same tests if the clients are dynamic", async () => {
    const known = Object.fromEntries(
      Object.entries(knownFailures).filter(([where]) => where.endsWith(" client")),
    );
    const results = await runProtocolTests(suite, services, writeDynamicClients(suite, services));
    const verdict = judgeResults(services, results, known);
    console.log(`Protocol tests of dynamic clients\n${formatVerdict(verdict, {})}`);
    expect(verdict.tallies.map(({ side }) => side)).toEqual(Array(8).fill("client"));
    expect(verdict.unlisted, "tests that fail without being listed").toEqual({});
    expect(verdict.mended, "tests that are listed and do not fail").toEqual([]);
  }, 240_000);

  it.each(typeChecked)(
    "have tests that compile under the strictest options: %s",
    (name) => {
      const folder = join(workspaceOf(suite), name, "protocol-tests/test");
      const files = filesBelow(folder, ".ts").map(({ path }) => path);
      expect(files.length).toBeGreaterThan(0);
      expect(typeCheck({ files, paths: sourcePaths(suite, services) })).toEqual([]);
    },
    120_000,
  );
});
