import { describe, expect, it } from "vitest";
import { diagnose } from "./events.js";

const lines = (text: string): readonly string[] =>
  diagnose(`namespace ns\n${text}`).map(
    ({ severity, code, shapeId, message }) =>
      `[${severity}] ${shapeId ?? "-"}: ${message} | ${code}`,
  );

const operation = (name: string, input: string) =>
  `operation ${name} { input := { ${input} }, output := {} }`;

describe("validateModel", () => {
  it.each([
    [
      "an operation of a child that lacks an identifier of the parent",
      `resource P { identifiers: { p: String }, resources: [C] }
     resource C { identifiers: { p: String, c: String }, operations: [Do] }
     ${operation("Do", "@required c: String")}`,
      "[ERROR] ns#Do: This operation is bound to the `ns#C` resource, which is a child of the `ns#P` resource, and it is missing the following resource identifier bindings of `ns#P`: [`p`] | ResourceIdentifierBinding",
    ],
    [
      "two members that provide the same identifier",
      'structure A { @resourceIdentifier("x") @required a: String, @resourceIdentifier("x") @required b: String }',
      "[ERROR] ns#A: Conflicting resource identifier member bindings found for identifier 'x' between members: 'a', 'b' | ResourceIdentifierBinding",
    ],
    [
      "an explicit identifier binding that hides a member of the identifier's name",
      'structure A { @required x: String, @resourceIdentifier("x") @required b: String }',
      "[WARNING] ns#A: Implicit resource identifier for 'x' is overridden by `resourceIdentifier` trait on members: 'b' | ResourceIdentifierBinding",
    ],
    [
      "all identifiers that differ, in one message",
      `resource P { identifiers: { a: String, b: String }, resources: [C] }
     resource C { identifiers: { a: Name, b: Name } }
     string Name`,
      "[ERROR] ns#C: The `identifiers` property of this resource is incompatible with its binding to `ns#P`: expected the `a` member to target `smithy.api#String`, but found a target of `ns#Name`; expected the `b` member to target `smithy.api#String`, but found a target of `ns#Name` | ResourceIdentifier",
    ],
    [
      "a reference with missing ids",
      `resource R { identifiers: { a: String, b: String } }
     @references([{ resource: R, ids: { a: "x" } }]) structure A { @required x: String }`,
      '[ERROR] ns#A: Not enough identifiers were provided in the `ids` properties of Reference{"resource":"ns#R","ids":{"a":"x"}}. Expected 2 identifiers(s), but found 1. This resource requires bindings for the following identifiers: [`a`, `b`]. | ReferencesTrait',
    ],
    [
      "an operation that is bound twice",
      `service S { version: "1", operations: [Do], resources: [R] }
     resource R { operations: [Do] }
     ${operation("Do", "")}`,
      "[ERROR] ns#Do: An operation can appear only once in an entire service closure. This operation is illegally bound into the `ns#S` service closure from multiple shapes: (resource: `ns#R`), (service: `ns#S`) | SingleOperationBinding",
    ],
    [
      "a rename of an operation",
      `service S { version: "1", operations: [Do], rename: { "ns#Do": "Make" } }
     ${operation("Do", "")}`,
      '[ERROR] ns#S: Service attempts to rename a operation shape from `ns#Do` to "Make"; operations cannot be renamed | Service',
    ],
    [
      "a rename of an unused shape",
      'service S { version: "1", rename: { "ns#A": "B" } }\nstring A',
      "[ERROR] ns#S: Service attempts to rename a shape not in the service: ns#A | Service",
    ],
    [
      "infinitely recursive unions",
      "union A { a: B }\nstructure B { @required a: A }",
      "[ERROR] ns#A: It is impossible to create instances of this recursive union | ShapeRecursion",
    ],
    [
      "every cycle",
      "list A { member: M }\nmap M { key: String, value: A }",
      "[ERROR] ns#M: Found invalid shape recursion: ns#M$value > ns#A > ns#A$member > ns#M. A recursive list, set, or map shape is only valid if an intermediate reference is through a union or structure. | ShapeRecursion",
    ],
    [
      "a stream that is not the payload in a protocol with payloads",
      `@trait(selector: "service") @protocolDefinition(traits: [httpPayload, http]) structure p {}
     @p service S { version: "1", operations: [Do] }
     @http(method: "POST", uri: "/") operation Do { input := { @required s: Stream }, output := {} }
     @streaming blob Stream`,
      "[ERROR] ns#DoInput$s: Member `ns#DoInput$s` referencing @streaming shape `ns#Stream` must have the @httpPayload trait, as service `ns#S` has a protocol that supports @httpPayload. | StreamingTrait",
    ],
    [
      "a required page size",
      `@readonly @paginated(inputToken: "t", outputToken: "t", pageSize: "n", items: "i")
     operation L { input := { t: String, @required n: Integer }, output := { t: String, i: Names } }
     list Names { member: String }`,
      "[WARNING] ns#L: paginated trait `pageSize` member `n` should not be required | PaginatedTrait.ShouldNotBeRequired.pageSize",
    ],
    [
      "pagination tokens that are inconsistent in the service",
      `service S { version: "1", operations: [L] }
     @readonly @paginated(inputToken: "t", items: "i")
     operation L { input := { t: String }, output := { t: String, i: Names } }
     list Names { member: String }`,
      "[ERROR] ns#L: When bound within the `ns#S` service, paginated trait `outputToken` is not configured | PaginatedTrait",
    ],
    [
      "an example that allows constraint errors but has no error",
      '@examples([{ title: "t", input: {}, allowConstraintErrors: true }]) operation A { input := {}, output := {} }',
      "[ERROR] ns#A: Example: `t` has allowConstraintErrors enabled, so error must be defined. | ExamplesTrait",
    ],
    [
      "an enum trait with names for only some values",
      '@enum([{ value: "a", name: "A" }, { value: "b" }]) string E',
      "[ERROR] ns#E: `b` enum value body is missing the `name` property; if any enum trait value contains a `name` property, then all values must contain the `name` property. | EnumTrait",
    ],
    [
      "shape ids that differ only in case",
      "string Abc\nstring aBc",
      "[ERROR] ns#Abc: Shape ID `ns#Abc` conflicts with other shape IDs in the model: [`ns#aBc`] | ShapeIdConflict",
    ],
  ])("reports %s", (_, text, expected) => {
    expect(lines(text)).toContain(expected);
  });
});
