import { describe, expect, it } from "vitest";
import { diagnose, events } from "./events.js";

describe("validateModel", () => {
  it("reports nothing for a valid model", () => {
    expect(
      events(`
        namespace ns
        service Weather { version: "1", operations: [GetCity] }
        @readonly @http(method: "GET", uri: "/cities/{id}")
        operation GetCity { input := { @required @httpLabel id: String }, output := {} }`),
    ).toEqual([]);
  });
});

describe("validateModel of an invalid model", () => {
  it.each([
    [
      "a target that does not exist",
      "structure A { b: Missing }",
      "ERROR Target.UnresolvedShape ns#A$b",
    ],
    [
      "an invalid trait that a model adds to a library shape",
      "use aws.api#arn\napply aws.api#ArnNamespace @length(min: 5, max: 1)",
      "ERROR LengthTrait aws.api#ArnNamespace",
    ],
    [
      "an invalid trait that a model adds to a library member",
      'use aws.api#arn\napply aws.api#arn$absolute @pattern("[")',
      "ERROR Model aws.api#arn$absolute",
    ],
    ["a trait in the wrong place", "@required structure A {}", "ERROR TraitTarget ns#A"],
    [
      "a value that does not match the trait's shape",
      '@trait integer size\n@size("big") string A',
      "ERROR TraitValue ns#A",
    ],
    ["conflicting traits", "@readonly @idempotent operation A {}", "ERROR TraitConflict ns#A"],
    [
      "a path label without a member",
      '@readonly @http(method: "GET", uri: "/{id}") operation A { input := {}, output := {} }',
      "ERROR HttpLabelTrait ns#A",
    ],
    [
      "two members with the same header",
      'structure A { @httpHeader("x-a") a: String, @httpHeader("X-A") b: String }',
      "ERROR HttpHeaderTrait ns#A",
    ],
    ["a union without members", "union A {}", "ERROR Union ns#A"],
    [
      "a structure that requires itself",
      "structure A { @required a: A }",
      "ERROR ShapeRecursion ns#A",
    ],
    [
      "a default that its target does not allow",
      "structure A {\n b: Small = 9\n}\n@range(max: 5) integer Small",
      "ERROR DefaultTrait.Target.InvalidRange ns#A$b",
    ],
    [
      "an example with an invalid input",
      '@examples([{ title: "t", input: { n: "x" } }]) operation A { input := { n: Integer }, output := {} }',
      "ERROR ExamplesTrait ns#A",
    ],
    [
      "a resource that contains itself",
      "resource A { resources: [A] }",
      "ERROR ResourceCycle ns#A",
    ],
    [
      "names in a service that differ only in case",
      'service S { version: "1", operations: [O] }\noperation O { input := { a: Foo, b: foo }, output := {} }\nstructure Foo {}\nunion foo { a: String }',
      "ERROR ShapeIdConflict ns#Foo",
    ],
  ])("reports %s", (_, text, expected) => {
    expect(events(`namespace ns\n${text}`)).toContain(expected);
  });

  it("reports the location of the invalid trait, not only of the shape", () => {
    const [diagnostic] = diagnose("namespace ns\n/// A\n@required\nstructure A {}");
    const { span } = diagnostic ?? {};
    expect(span?.file.positionAt(span.start).line).toBe(4);
  });

  it("reports an invalid library shape that is part of the model", () => {
    expect(events("namespace aws.api\n@length(min: 5, max: 1) string ArnNamespace")).toContain(
      "ERROR LengthTrait aws.api#ArnNamespace",
    );
  });

  it("does not report the consequences of an unknown target", () => {
    const found = events("namespace ns\nstructure A { @range(min: 3, max: 1) b: Missing }");
    expect(found).toEqual(["ERROR Target.UnresolvedShape ns#A$b"]);
  });
});

describe("suppressions", () => {
  const pattern = '@pattern("a") string A';

  it("suppress an event by id on a shape", () => {
    expect(events(`namespace ns\n@suppress(["PatternTrait"]) ${pattern}`)).toEqual([
      "SUPPRESSED PatternTrait ns#A",
    ]);
  });

  it("suppress events whose ids start with a suppressed id", () => {
    const text = `namespace ns
      @trait @unstable structure young {}
      @suppress(["UnstableTrait"]) @young string A`;
    expect(events(text)).toEqual(["SUPPRESSED UnstableTrait.ns#young ns#A"]);
  });

  it("suppress events of a namespace, and keep their reason in the events", () => {
    const metadata =
      'metadata suppressions = [{ id: "PatternTrait", namespace: "ns", reason: "r" }]';
    const [diagnostic] = diagnose(`${metadata}\nnamespace ns\n${pattern}`);
    expect(diagnostic).toMatchObject({ severity: "SUPPRESSED", suppressionReason: "r" });
  });

  it("never suppress errors", () => {
    const text =
      'namespace ns\n@suppress(["Target"]) structure A { @suppress(["Target"]) b: Missing }';
    expect(events(text)).toEqual(["ERROR Target.UnresolvedShape ns#A$b"]);
  });
});

describe("severity overrides", () => {
  const override = (severity: string) =>
    `metadata severityOverrides = [{ id: "PatternTrait", namespace: "*", severity: "${severity}" }]
     namespace ns
     @pattern("a") string A`;

  it("raise the severity of an event", () => {
    expect(events(override("DANGER"))).toEqual(["DANGER PatternTrait ns#A"]);
  });

  it("cannot raise an event to an error", () => {
    expect(events(override("ERROR"))).toEqual(["ERROR Model -"]);
  });
});

describe("validators configured in a model", () => {
  it("report the shapes that a selector yields, with the message that the model sets", () => {
    const text = `
      metadata validators = [{
        name: "EmitEachSelector", id: "Lists", severity: "WARNING", message: "No lists: {super}"
        configuration: { selector: "list", messageTemplate: "@{id|name} is one, @@{no}" }
      }]
      namespace ns
      list Names { member: String }`;
    expect(diagnose(text)).toMatchObject([
      { code: "Lists", severity: "WARNING", message: "No lists: Names is one, @{no}" },
    ]);
  });

  it("cause a warning if their names are unknown", () => {
    expect(events('metadata validators = [{ name: "Nope" }]\nnamespace ns')).toEqual([
      "WARNING UnknownValidator_Nope -",
    ]);
  });

  it("report only shapes in their namespaces", () => {
    const text = `
      metadata validators = [{
        name: "EmitEachSelector", id: "Strings", namespaces: ["other"]
        configuration: { selector: "string" }
      }]
      namespace ns
      string A`;
    expect(events(text)).toEqual([]);
  });
});
