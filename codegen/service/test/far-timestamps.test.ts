import { describe, expect, it } from "vitest";
import { farTimestamps } from "../src/far-timestamps.js";
import { modelOf, planOfModel } from "./load-plan.js";

const model = modelOf(`$version: "2"
namespace example

use aws.protocols#restJson1

@restJson1
service S { version: "1", operations: [Get] }

@http(method: "POST", uri: "/")
@examples([
  { title: "near", input: { times: [8640000000000, -8640000000000] } }
  { title: "far", input: { times: [1, 17261674383136] }, output: { byName: { a: { at: -17261674383136 } } } }
  { title: "other", error: { shapeId: Gone, content: { since: 8640000000001 } } }
])
operation Get {
  input := { times: Times }
  output := { byName: Entries }
  errors: [Gone]
}

list Times { member: Timestamp }
map Entries { key: String, value: Entry }
structure Entry { at: Timestamp }
@error("client") structure Gone { since: Timestamp }
`);

describe("timestamps that no Date can represent", () => {
  it("are found in examples, with the paths to their values", () => {
    const operation = model.getShape("example#Get");
    if (operation?.type !== "operation") throw new Error("The model has no operation Get.");
    expect(farTimestamps(model, operation)).toEqual([
      { path: [1, "input", "times", 1], value: 17261674383136 },
      { path: [1, "output", "byName", "a", "at"], value: -17261674383136 },
      { path: [2, "error", "content", "since"], value: 8640000000001 },
    ]);
  });

  it("exclude the examples that contain them from the plan", () => {
    const [operation] = planOfModel(model).operations;
    expect(operation?.examples.map(({ title }) => title)).toEqual(["near"]);
  });
});
