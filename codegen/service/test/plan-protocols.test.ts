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

describe("the protocols of a plan", () => {
  it("are those that come with Tinsmith, then those of extensions, then unknown ones", () => {
    expect(planWith("Polyglot", wire).protocols.map(({ id }) => id)).toEqual([
      "smithy.protocols#rpcv2Cbor",
      "aws.protocols#restJson1",
      "demo#wire",
      "demo#carrier",
    ]);
  });

  it("carry the extension and the settings of the service", () => {
    const [first, second] = planWith("Spoken", wire).protocols;
    expect(first).toMatchObject({ id: "demo#wire", extension: wire, settings: { version: 3 } });
    expect(second).toMatchObject({ id: "demo#carrier", extension: undefined, name: undefined });
  });

  it("have HTTP bindings where their definition lists the trait `http`", () => {
    const bindings = planWith("Polyglot").protocols.map((one) => [one.id, one.hasHttpBindings]);
    expect(Object.fromEntries(bindings)).toEqual({
      "smithy.protocols#rpcv2Cbor": false,
      "aws.protocols#restJson1": true,
      "demo#carrier": false,
      "demo#wire": true,
    });
  });

  it("are known without a definition of their trait, as JSON ASTs may leave it out", () => {
    const plain = modelOf(idl.replaceAll(/@protocolDefinition.*/g, ""));
    const { protocols } = planService(plain, "demo#Spoken", { protocols: [wire] });
    expect(protocols.map(({ id }) => id)).toEqual(["demo#wire"]);
  });
});

describe("the schemas of a service with a protocol of others", () => {
  const schemaOf = (name: string, ...protocols: readonly ProtocolExtension[]) =>
    planWith("Spoken", ...protocols).schemas.find(({ schemaName }) => schemaName === name);

  it("carry the traits that the protocol wants, by their ids", () => {
    expect(schemaOf("Choice$", wire)?.traits).toEqual({ "demo#tag": "kind" });
    const input = schemaOf("DoInput$", wire);
    expect(input?.kind === "structure" && input.members.map(({ traits }) => traits)).toEqual([
      { "demo#short": {} },
      { "demo#short": {} },
      0,
    ]);
  });

  it("carry no traits of a protocol that the service does not speak", () => {
    expect(schemaOf("Choice$")?.traits).toBe(0);
    const other = { trait: "demo#other", schemaTraits: ["demo#tag"] };
    expect(schemaOf("Choice$", other)?.traits).toBe(0);
  });

  it("tell the settings of the protocol", () => {
    expect(planWith("Spoken", wire).schema.traits).toEqual({ "demo#wire": { version: 3 } });
    expect(planWith("Spoken").schema.traits).toBeUndefined();
  });
});
