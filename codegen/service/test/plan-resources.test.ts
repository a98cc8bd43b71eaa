import { describe, expect, it } from "vitest";
import { planOf } from "./load-plan.js";

const things = (resource: string, rest: string) => `$version: "2"
namespace demo
service Demo { version: "1", resources: [Thing] }
resource Thing { identifiers: { id: String } ${resource} }
${rest}
`;

describe("the planned resources", () => {
  it("include only resources that operations can create", () => {
    const plan = planOf(
      things(
        "read: GetThing",
        `@readonly operation GetThing { input := { @required id: String }, output := { name: String } }`,
      ),
    );
    expect(plan.resources).toEqual([]);
  });

  it("have properties that are inferred from members with the same name and type", () => {
    const [thing] = planOf(
      things(
        "create: MakeThing, read: GetThing",
        `operation MakeThing {
          input := { name: String, tags: Pairs, @idempotencyToken token: String }
          output := { @required id: String, tags: Names }
        }
        @readonly operation GetThing {
          input := { @required id: String }
          output := { name: Name, tags: Names, @httpResponseCode status: Integer }
        }
        string Name
        list Names { member: String }
        map Pairs { key: String, value: String }`,
      ),
    ).resources;
    expect(thing?.operations).toMatchObject([
      { kind: "read", input: { id: "id" }, output: { name: "name", tags: "tags" } },
      // The tags of the input have a different type than the tags of the output of the read
      // operation.
      { kind: "create", input: { name: "name" }, output: { id: "id", tags: "tags" } },
    ]);
    expect(thing?.operations[1]?.input).toEqual({ name: "name" });
    expect(thing?.operations[0]?.output).toEqual({ name: "name", tags: "tags" });
  });

  it("include renamed properties, but not members with notProperty", () => {
    const [thing] = planOf(
      things(
        "properties: { name: String }, put: PutThing",
        `@idempotent operation PutThing {
          input := {
            @required @resourceIdentifier("id") key: String
            @property(name: "name") title: String
            @notProperty dryRun: Boolean
          }
          output := { @notProperty created: Boolean }
        }`,
      ),
    ).resources;
    expect(thing?.operations).toMatchObject([
      { kind: "put", input: { id: "key", name: "title" }, output: {} },
    ]);
    expect(Object.keys(thing?.operations[0]?.input ?? {})).toEqual(["id", "name"]);
  });

  it("contain the nearest parent resource that can be created", () => {
    const plan = planOf(`$version: "2"
namespace demo
service Demo { version: "1", resources: [A] }
resource A { identifiers: { a: String }, create: MakeA, resources: [B] }
resource B { identifiers: { a: String, b: String }, resources: [C] }
resource C { identifiers: { a: String, b: String, c: String }, put: PutC }
operation MakeA { input := {}, output := { @required a: String } }
@idempotent operation PutC {
  input := { @required a: String, @required b: String, @required c: String }
}
`);
    expect(plan.resources.map(({ name, parent }) => [name, parent])).toEqual([
      ["A", undefined],
      ["C", "A"],
    ]);
  });
});
