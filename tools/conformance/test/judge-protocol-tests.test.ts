import { describe, expect, it } from "vitest";
import type { GeneratedService } from "../src/protocol-tests/generate-packages.js";
import { formatVerdict, judgeResults } from "../src/protocol-tests/judge-results.js";
import type { TestResult } from "../src/protocol-tests/run-protocol-tests.js";

const packages = { types: "t", client: "c", "mock-server": "m", "protocol-tests": "p" };
const services: readonly GeneratedService[] = [
  { name: "A", shapeId: "x#A", protocol: "restXml", packages },
  { name: "B", shapeId: "x#B", protocol: "restXml", packages },
];
const result = (service: string, name: string, failure?: string): TestResult => ({
  service,
  side: "client",
  name,
  failure,
});
const known = { "A client": { "request One": "because" } };

describe("judgeResults", () => {
  it("accepts and counts a listed failure", () => {
    const verdict = judgeResults(
      services,
      [result("A", "request One", "no"), result("B", "request One")],
      known,
    );
    expect(verdict.unlisted).toEqual({});
    expect(verdict.mended).toEqual([]);
    expect(verdict.tallies[0]).toEqual({
      protocol: "restXml",
      side: "client",
      passed: 1,
      listed: 1,
      total: 2,
    });
    expect(formatVerdict(verdict, known)).toContain("A client: request One: because");
  });

  it("reports an unlisted failure, even if the same failure is listed for another service", () => {
    const results = [result("A", "request One", "no"), result("B", "request One", "why")];
    expect(judgeResults(services, results, known).unlisted).toEqual({
      "B client request One": "why",
    });
  });

  it("reports a listed test that passes or does not exist", () => {
    expect(judgeResults(services, [result("A", "request One")], known).mended).toEqual([
      "A client request One",
    ]);
    expect(judgeResults(services, [], known).mended).toEqual(["A client request One"]);
  });
});
