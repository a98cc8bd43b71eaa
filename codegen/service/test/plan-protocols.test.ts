import { describe, expect, it } from "vitest";
import { planService } from "../src/plan-service.js";
import type { ProtocolExtension } from "../src/protocol-extension.js";
import { modelOf } from "./load-plan.js";

const idl = `$version: "2"
namespace demo
use aws.protocols#restJson1
use smithy.protocols#rpcv2Cbor

@protocolDefinition(traits: [http, httpLabel])
@trait(selector: "service")
structure wire { version: Integer }

@protocolDefinition
@trait(selector: "service")
structure carrier {}

@trait(selector: "union")
string tag

@trait(selector: "member")
structure short {}

@carrier
@wire(version: 3)
service Spoken { version: "1", operations: [Do] }

@wire
@restJson1
@carrier
@rpcv2Cbor
service Polyglot { version: "1", operations: [] }

@http(method: "POST", uri: "/do")
operation Do { input := { @short plain: Names, @short @required bits: String, choice: Choice } }
list Names { member: String }
@tag("kind")
union Choice { one: String }
`;

const model = modelOf(idl);
const wire: ProtocolExtension = { trait: "demo#wire", schemaTraits: ["demo#tag", "demo#short"] };
const planWith = (service: string, ...protocols: readonly ProtocolExtension[]) =>
  planService(model, `demo#${service}`, { protocols });

describe("the planned protocols", () => {
  it("are sorted: protocols that ship with Tinsmith, protocols of extensions, unknown protocols", () => {
    expect(planWith("Polyglot", wire).protocols.map(({ id }) => id)).toEqual([
      "smithy.protocols#rpcv2Cbor",
      "aws.protocols#restJson1",
      "demo#wire",
      "demo#carrier",
    ]);
  });

  it("contain the extension of an external protocol and the settings of the service", () => {
    const [first, second] = planWith("Spoken", wire).protocols;
    expect(first).toMatchObject({ id: "demo#wire", extension: wire, settings: { version: 3 } });
    expect(second).toMatchObject({ id: "demo#carrier", extension: undefined, name: undefined });
  });

  it("have HTTP bindings if their definition lists the trait `http`", () => {
    const bindings = planWith("Polyglot").protocols.map((one) => [one.id, one.hasHttpBindings]);
    expect(Object.fromEntries(bindings)).toEqual({
      "smithy.protocols#rpcv2Cbor": false,
      "aws.protocols#restJson1": true,
      "demo#carrier": false,
      "demo#wire": true,
    });
  });

  it("are recognized without definitions of their traits, because a JSON AST may omit the definitions", () => {
    const plain = modelOf(idl.replaceAll(/@protocolDefinition.*/g, ""));
    const { protocols } = planService(plain, "demo#Spoken", { protocols: [wire] });
    expect(protocols.map(({ id }) => id)).toEqual(["demo#wire"]);
  });
});

describe("the planned schemas of a service with an external protocol", () => {
  const schemaOf = (name: string, ...protocols: readonly ProtocolExtension[]) =>
    planWith("Spoken", ...protocols).schemas.find(({ schemaName }) => schemaName === name);

  it("contain the traits that the protocol requires, by id", () => {
    expect(schemaOf("Choice$", wire)?.traits).toEqual({ "demo#tag": "kind" });
    const input = schemaOf("DoInput$", wire);
    expect(input?.kind === "structure" && input.members.map(({ traits }) => traits)).toEqual([
      { "demo#short": {} },
      { "demo#short": {} },
      0,
    ]);
  });

  it("do not contain the traits of a protocol that the service does not use", () => {
    expect(schemaOf("Choice$")?.traits).toBe(0);
    const other = { trait: "demo#other", schemaTraits: ["demo#tag"] };
    expect(schemaOf("Choice$", other)?.traits).toBe(0);
  });

  it("contain the settings of the protocol", () => {
    expect(planWith("Spoken", wire).schema.traits).toEqual({ "demo#wire": { version: 3 } });
    expect(planWith("Spoken").schema.traits).toBeUndefined();
  });
});

describe("the refinements of an external protocol", () => {
  const refined = modelOf(`$version: "2"
namespace demo
@trait structure wire {}
@trait structure uuid {}
@trait structure open {}
@trait structure orNull {}
@trait structure untagged {}

@wire service Demo { version: "1", operations: [Do] }
operation Do { input := {
  id: Id, @uuid @pattern("^a") own: String, color: Color, level: Level
  @orNull title: String, @required size: Size, choice: Choice, list: Sizes
} }
@uuid string Id
@open enum Color {
  RED = "red"
}
@open intEnum Level {
  LOW = 1
}
@orNull @range(min: 1) integer Size
list Sizes { member: Size }
@untagged union Choice { id: Id, part: Part }
structure Part {
  @required
  size: Size
  @required
  count: Integer = 1
  next: Choice
}
`);
  const refinements = {
    patterns: { "demo#uuid": "^[0-9a-f-]{36}$" },
    openEnums: ["demo#open"],
    nullable: ["demo#orNull"],
    untaggedUnions: ["demo#untagged"],
  };
  const planRefined = (trait: string) =>
    planService(refined, "demo#Demo", { protocols: [{ trait, refinements }] });
  const inputOf = ({ shapesById }: ReturnType<typeof planRefined>) => {
    const input = shapesById.get("demo#DoInput");
    if (input?.kind !== "structure") throw new Error("The input is missing.");
    return Object.fromEntries(input.members.map(({ name, constraints }) => [name, constraints]));
  };

  it("constrain members like the traits of Smithy", () => {
    expect(inputOf(planRefined("demo#wire"))).toEqual({
      id: { pattern: "^[0-9a-f-]{36}$" },
      own: { pattern: "^a" },
      color: { enum: ["red"], openEnum: true },
      level: { intEnum: [1], openEnum: true, number: "intEnum" },
      title: { nullable: true },
      size: { required: true, range: { min: 1 }, number: "integer", nullable: true },
      choice: {},
      list: {},
    });
  });

  it("mark nullable members and constrain untagged unions in schemas", () => {
    const { schemas } = planRefined("demo#wire");
    const input = schemas.find(({ schemaName }) => schemaName === "DoInput$");
    const traits = input?.kind === "structure" ? input.members : [];
    expect(traits.filter((member) => member.traits !== 0)).toMatchObject([
      { name: "size", traits: { nullable: 1 } },
      { name: "title", traits: { nullable: 1 } },
    ]);
    const size = { range: { min: 1 }, number: "integer", nullable: true };
    expect(schemas.find(({ schemaName }) => schemaName === "Choice$")?.traits).toEqual({
      constraints: {
        Choice: { id: { pattern: "^[0-9a-f-]{36}$" } },
        Part: { size: { ...size, required: true }, count: { number: "integer" } },
      },
    });
  });

  it("do not affect a service that does not use the protocol", () => {
    expect(inputOf(planRefined("demo#other"))).toMatchObject({
      id: {},
      color: { enum: ["red"] },
      size: { required: true, range: { min: 1 }, number: "integer" },
    });
    const { schemas } = planRefined("demo#other");
    expect(schemas.find(({ schemaName }) => schemaName === "Choice$")?.traits).toBe(0);
  });
});
