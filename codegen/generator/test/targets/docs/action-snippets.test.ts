import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Recording } from "@tinsmith/service";
import type { NodeObject } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { actionSnippets } from "../../../src/targets/docs/snippets/action-snippets.js";
import { modelOf, siteOf } from "./load-plan.js";

const path = fileURLToPath(new URL("../client/golden/depot/model.smithy", import.meta.url));
/** A recorded sample of an operation. The snippets show its input. */
const sample = (operation: string, input: NodeObject): Recording => ({
  operation,
  input,
  request: { method: "POST", target: "/", headers: [], body: { kind: "text", text: "" } },
  response: { status: 200, headers: [], body: { kind: "text", text: "" } },
  output: {},
});
const site = siteOf(modelOf([{ path, text: await readFile(path, "utf8") }]), [
  sample("DescribeDepot", { id: "d-1" }),
  sample("PutReadings", { readings: [] }),
]);

function snippets(name: string) {
  const operation = site.plan.operations.find((one) => one.name === name);
  if (operation === undefined) throw new Error(`Unknown operation "${name}".`);
  return actionSnippets(operation, site);
}

describe("actionSnippets", () => {
  it("iterates over the items of all pages, or over the pages if they have no items", () => {
    expect(snippets("ListParcels")[0]?.code).toContain(
      "for await (const item of paginateListParcels({ client }, {}).items()) {",
    );
    expect(snippets("ListLabels")[0]?.code).toContain(
      "for await (const page of paginateListLabels({ client }, {})) {",
    );
  });

  it("returns a snippet with a distinct id for each waiter of an operation", () => {
    const waits = snippets("DescribeDepot");
    expect(waits.map(({ id }) => id)).toEqual([
      "wait-for-depot-gone",
      "wait-for-depot-open",
      "wait-for-parcels-sorted",
    ]);
    expect(waits[1]?.code).toContain(
      'await waitUntilDepotOpen({ client, maxWaitTime: 300 }, { id: "d-1" });',
    );
  });

  it("sends a list of any length in batches and reports the outcome of each entry", () => {
    const [batch] = snippets("PutReadings");
    expect(batch?.code).toContain("await putAllReadings({ client }, { readings: [] });");
    expect(batch?.text.join(" ")).toContain("in calls of 3 at most");
    expect(batch?.text.join(" ")).toContain("If a single entry makes a whole call fail");
  });

  it("returns nothing for an operation without pages, waiters or batches", () => {
    const plain = siteOf(
      modelOf([
        {
          path: "plain.smithy",
          text: '$version: "2"\nnamespace a\nservice S { version: "1", operations: [Do] }\noperation Do { input := {} }',
        },
      ]),
    );
    expect(plain.plan.operations.flatMap((one) => actionSnippets(one, plain))).toEqual([]);
  });
});
