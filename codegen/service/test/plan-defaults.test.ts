import { describe, expect, it } from "vitest";
import { planOf } from "./load-plan.js";

/**
 * Plans a service with one operation. The parameters contain the members of its input, nested
 * structure, output and error.
 */
const planned = ({ input = "", nested = "", output = "", error = "" }) =>
  planOf(`$version: "2"
namespace demo
service Demo { version: "1", operations: [Do] }
operation Do {
  input := { nested: Nested, ${input}
}
  output := { ${output}
}
  errors: [Oops]
}
structure Nested { ${nested}
}
@error("client") structure Oops { message: String, ${error} }
`);

const defaultsOf = (members: Parameters<typeof planned>[0]) =>
  planned(members).operations[0]?.defaults;

function traitsOf(members: Parameters<typeof planned>[0], structure: string, member: string) {
  const schema = planned(members).schemas.find(({ schemaName }) => schemaName === structure);
  if (schema?.kind !== "structure") throw new Error(`${structure} is not a structure.`);
  return schema.members.find(({ name }) => name === member)?.traits;
}

describe("the planned defaults of an operation", () => {
  it.each([
    ["no defaults and no required members", {}, { client: false, server: false }],
    [
      "a required member of a structure in the input",
      { nested: "@required a: String" },
      { client: false, server: false },
    ],
    [
      "a default of a member of the input",
      { input: "a: Integer = 1" },
      { client: false, server: true },
    ],
    ["a default of a nested member", { nested: "a: Integer = 1" }, { client: true, server: true }],
    [
      "a default of a nested member that is optional for clients",
      { nested: "@clientOptional a: Integer = 1" },
      { client: false, server: true },
    ],
    [
      "a default with the trait addedDefault",
      { nested: "@addedDefault a: Integer = 1" },
      { client: false, server: false },
    ],
    [
      "a default of a member of the output",
      { output: "a: Integer = 1" },
      { client: true, server: true },
    ],
    [
      "a required member of the output",
      { output: "@required a: String" },
      { client: true, server: false },
    ],
    [
      "a required member of an error",
      { error: "@required reason: String" },
      { client: true, server: false },
    ],
  ])("are determined by %s", (_, members, expected) => {
    expect(defaultsOf(members)).toEqual(expected);
  });

  it("do not fill in the required message of an error", () => {
    const plan = planOf(`$version: "2"
namespace demo
service Demo { version: "1", operations: [Do] }
operation Do { errors: [Oops] }
@error("client") structure Oops { @required message: String }
`);
    expect(plan.operations[0]?.defaults).toEqual({ client: false, server: false });
  });
});

describe("the schema of a member with a default", () => {
  it("contains the default and its other traits", () => {
    expect(traitsOf({ nested: "a: Integer = 3" }, "Nested$", "a")).toEqual({ default: 3 });
    expect(traitsOf({ nested: '@jsonName("b") a: Integer = 3' }, "Nested$", "a")).toEqual({
      jsonName: "b",
      default: 3,
    });
  });

  it("lists traits by name, because bits cannot encode the default", () => {
    expect(traitsOf({ input: '@idempotencyToken t: String = ""' }, "DoInput$", "t")).toEqual({
      idempotencyToken: 1,
      default: "",
      clientOptional: 1,
    });
  });

  it("is optional for clients if it is an input member or has the trait clientOptional", () => {
    expect(traitsOf({ input: "a: Integer = 3" }, "DoInput$", "a")).toEqual({
      default: 3,
      clientOptional: 1,
    });
    expect(traitsOf({ nested: "@clientOptional a: Integer = 3" }, "Nested$", "a")).toEqual({
      default: 3,
      clientOptional: 1,
    });
    expect(traitsOf({ nested: "@clientOptional @required a: String" }, "Nested$", "a")).toEqual({
      clientOptional: 1,
    });
  });

  it("is optional for clients in a structure that is used as an input without the trait", () => {
    const { schemas, operations } = planOf(`$version: "2"
namespace demo
service Demo { version: "1", operations: [Do] }
operation Do { input: Order, output: Receipt }
structure Order {
  size: Integer = 3
  part: Part
}
structure Receipt { order: Order }
structure Part {
  size: Integer = 5
}
`);
    const sizeOf = (name: string) => {
      const schema = schemas.find(({ schemaName }) => schemaName === name);
      return (
        schema?.kind === "structure" && schema.members.find((member) => member.name === "size")
      );
    };
    expect(sizeOf("Order$")).toMatchObject({ traits: { default: 3, clientOptional: 1 } });
    expect(sizeOf("Part$")).toMatchObject({ traits: { default: 5 } });
    expect(operations[0]?.defaults).toEqual({ client: true, server: true });
  });

  it("contains a number that a double cannot hold as a string with all digits", () => {
    const big = "9007199254740993";
    const precise = "0.1000000000000000000001";
    for (const [member, value] of [
      [`a: Long = ${big}`, big],
      [`a: BigInteger = ${big}`, big],
      [`a: BigDecimal = ${precise}`, precise],
      [`a: Double = ${precise}`, 0.1],
      ["a: Long = 5", 5],
    ] as const) {
      expect(traitsOf({ nested: member }, "Nested$", "a")).toEqual({ default: value });
    }
  });

  it("does not contain a default that is null or has the trait addedDefault", () => {
    expect(traitsOf({ nested: "a: Integer = null" }, "Nested$", "a")).toBe(0);
    expect(traitsOf({ nested: "@addedDefault a: Integer = 1" }, "Nested$", "a")).toBe(0);
  });
});
