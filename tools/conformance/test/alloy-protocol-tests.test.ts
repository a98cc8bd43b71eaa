import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simpleRestJsonTrait } from "@tinsmith/alloy";
import { printJson } from "@tinsmith/smithy";
import { beforeAll, describe, expect, it } from "vitest";
import { corporaFolder, filesBelow, source } from "../src/corpus-files.js";
import { scratchFolder } from "../src/generate.js";
import { borrowTests, readBorrowingRules } from "../src/protocol-tests/borrowed-tests.js";
import { writeDynamicClients } from "../src/protocol-tests/dynamic-clients.js";
import { generatePackages, workspaceOf } from "../src/protocol-tests/generate-packages.js";
import type {
  GeneratedService,
  ProtocolTestSuite,
} from "../src/protocol-tests/generate-packages.js";
import { formatVerdict, judgeResults } from "../src/protocol-tests/judge-results.js";
import { runProtocolTests, sourcePaths } from "../src/protocol-tests/run-protocol-tests.js";
import { typeCheck } from "../src/type-check.js";

const tests = join(corporaFolder, "alloy/protocol-tests");
const awsTests = join(corporaFolder, "protocol-tests/aws");
const isThere = existsSync(tests) && existsSync(awsTests);
if (!isThere)
  console.log(
    "Skipped: the protocol tests of alloy (../shared/corpora beside the project) are absent.",
  );

const borrowedFile = join(scratchFolder, "alloy-borrowed-tests.json");
const suite: ProtocolTestSuite = {
  name: "alloy-protocol-tests",
  sources: [...filesBelow(tests, ".smithy").map(({ path }) => path), borrowedFile],
  protocol: { plugin: "@tinsmith/alloy/tinsmith", dynamic: "@tinsmith/alloy/dynamic" },
};

/**
 * Known failures, by service and side, then by kind and id of the case, with the reason. Entries
 * whose test passes must be removed.
 */
const knownFailures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "PizzaAdminService client": {
    "request RoundTripRequest":
      "expects a space in the query as it is, where Smithy demands that such pairs are escaped",
    "response NotFoundError":
      "an error with a member `name`: its test expects the property `name`, where the client has `_name`",
  },
};

const services = ["PizzaAdminService", "RestJson", "RoutingService"];

describe.skipIf(!isThere)("clients and servers generated from the protocol tests of alloy", () => {
  let generated: readonly GeneratedService[] = [];
  beforeAll(async () => {
    mkdirSync(scratchFolder, { recursive: true });
    const rules = readBorrowingRules(readFileSync(join(tests, "test-config.json"), "utf8"));
    const sources = filesBelow(awsTests, ".smithy").map(({ path }) => source(path));
    writeFileSync(borrowedFile, printJson(borrowTests(sources, simpleRestJsonTrait, rules)));
    generated = await generatePackages(suite);
  }, 120_000);

  it("pass their generated tests and the tests of restJson1 that alloy lists", async () => {
    const verdict = judgeResults(
      generated,
      await runProtocolTests(suite, generated),
      knownFailures,
    );
    console.log(`Generated protocol tests of alloy\n${formatVerdict(verdict, knownFailures)}`);
    expect(generated.map(({ name }) => name).sort()).toEqual(services);
    expect(verdict.tallies.every(({ total }) => total > 100)).toBe(true);
    expect(verdict.unlisted, "tests that fail without being listed").toEqual({});
    expect(verdict.mended, "tests that are listed and do not fail").toEqual([]);
  }, 240_000);

  it("pass the same tests if the clients are dynamic", async () => {
    const known = Object.fromEntries(
      Object.entries(knownFailures).filter(([where]) => where.endsWith(" client")),
    );
    const clients = writeDynamicClients(suite, generated);
    const results = await runProtocolTests(suite, generated, clients);
    const verdict = judgeResults(generated, results, known);
    console.log(`Protocol tests of alloy with dynamic clients\n${formatVerdict(verdict, {})}`);
    expect(verdict.tallies.map(({ side }) => side)).toEqual(["client"]);
    expect(verdict.unlisted, "tests that fail without being listed").toEqual({});
    expect(verdict.mended, "tests that are listed and do not fail").toEqual([]);
  }, 240_000);

  it.each(services)(
    "compile under the strictest options: %s",
    (name) => {
      const folder = join(workspaceOf(suite), name);
      const files = ["types/src", "client/src", "mock-server/src", "protocol-tests/test"].flatMap(
        (below) => filesBelow(join(folder, below), ".ts").map(({ path }) => path),
      );
      expect(files.length).toBeGreaterThan(20);
      expect(typeCheck({ files, paths: sourcePaths(suite, generated) })).toEqual([]);
    },
    120_000,
  );
});
