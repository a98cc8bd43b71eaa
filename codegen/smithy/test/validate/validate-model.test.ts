import { describe, expect, test } from "vitest";
import { diagnose, events } from "./events.js";

describe("a valid model", () => {
  test("has nothing to report", () => {
    expect(
      events(`
        namespace ns
        service Weather { version: "1", operations: [GetCity] }
        @readonly @http(method: "GET", uri: "/cities/{id}")
        operation GetCity { input := { @required @httpLabel id: String }, output := {} }`),
    ).toEqual([]);
  });
});

describe("what is reported", () => {
  test.each([
    [
      "a target that does not exist",
      "structure A { b: Missing }",
      "ERROR Target.UnresolvedShape ns#A$b",
    ],
    [
      "what a model adds to a shape of a library",
      "use aws.api#arn\napply aws.api#ArnNamespace @length(min: 5, max: 1)",
      "ERROR LengthTrait aws.api#ArnNamespace",
    ],
    [
      "what a model adds to a member of a library",
      'use aws.api#arn\napply aws.api#arn$absolute @pattern("[")',
      "ERROR Model aws.api#arn$absolute",
    ],
    ["a trait in the wrong place", "@required structure A {}", "ERROR TraitTarget ns#A"],
    [
      "a trait value that is no value of the trait",
      '@trait integer size\n@size("big") string A',
      "ERROR TraitValue ns#A",
    ],
    [
      "a trait beside one that it conflicts with",
      "@readonly @idempotent operation A {}",
      "ERROR TraitConflict ns#A",
    ],
    [
      "a label of a path that no member fills",
      '@readonly @http(method: "GET", uri: "/{id}") operation A { input := {}, output := {} }',
      "ERROR HttpLabelTrait ns#A",
    ],
    [
      "two members for one header",
      'structure A { @httpHeader("x-a") a: String, @httpHeader("X-A") b: String }',
      "ERROR HttpHeaderTrait ns#A",
    ],
    ["a union of nothing", "union A {}", "ERROR Union ns#A"],
    [
      "a structure that would have to contain itself",
      "structure A { @required a: A }",
      "ERROR ShapeRecursion ns#A",
    ],
    [
      "a default that its target does not allow",
      "structure A {\n b: Small = 9\n}\n@range(max: 5) integer Small",
      "ERROR DefaultTrait.Target.InvalidRange ns#A$b",
    ],
    [
      "an example that is no input of its operation",
      '@examples([{ title: "t", input: { n: "x" } }]) operation A { input := { n: Integer }, output := {} }',
      "ERROR ExamplesTrait ns#A",
    ],
    [
      "a resource that contains itself",
      "resource A { resources: [A] }",
      "ERROR ResourceCycle ns#A",
    ],
    [
      "names of a service that differ in case alone",
      'service S { version: "1", operations: [O] }\noperation O { input := { a: Foo, b: foo }, output := {} }\nstructure Foo {}\nunion foo { a: String }',
      "ERROR Service ns#Foo",
    ],
  ])("%s", (_, text, expected) => {
    expect(events(`namespace ns\n${text}`)).toContain(expected);
  });

  test("points at the trait that is wrong, not only at the shape", () => {
    const [diagnostic] = diagnose("namespace ns\n/// A\n@required\nstructure A {}");
    const { span } = diagnostic ?? {};
    expect(span?.file.positionAt(span.start).line).toBe(4);
  });

  test("is a shape of a library that a model brings along", () => {
    expect(events("namespace aws.api\n@length(min: 5, max: 1) string ArnNamespace")).toContain(
      "ERROR LengthTrait aws.api#ArnNamespace",
    );
  });

  test("is one problem at a time: what follows from an unknown target is left out", () => {
    const found = events("namespace ns\nstructure A { @range(min: 3, max: 1) b: Missing }");
    expect(found).toEqual(["ERROR Target.UnresolvedShape ns#A$b"]);
  });
});

describe("suppressions", () => {
  const pattern = '@pattern("a") string A';

  test("silence an event by id, on the shape", () => {
    expect(events(`namespace ns\n@suppress(["PatternTrait"]) ${pattern}`)).toEqual([
      "SUPPRESSED PatternTrait ns#A",
    ]);
  });

  test("silence events below an id", () => {
    const text = `namespace ns
      @trait @unstable structure young {}
      @suppress(["UnstableTrait"]) @young string A`;
    expect(events(text)).toEqual(["SUPPRESSED UnstableTrait.ns#young ns#A"]);
  });

  test("silence events of a namespace, and keep the reason", () => {
    const metadata =
      'metadata suppressions = [{ id: "PatternTrait", namespace: "ns", reason: "r" }]';
    const [diagnostic] = diagnose(`${metadata}\nnamespace ns\n${pattern}`);
    expect(diagnostic).toMatchObject({ severity: "SUPPRESSED", suppressionReason: "r" });
  });

  test("never silence errors", () => {
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

  test("make an event graver", () => {
    expect(events(override("DANGER"))).toEqual(["DANGER PatternTrait ns#A"]);
  });

  test("cannot make errors", () => {
    expect(events(override("ERROR"))).toEqual(["ERROR Model -"]);
  });
});

describe("validators that a model configures", () => {
  test("report what a selector yields, in words of the model", () => {
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

  test("that are unknown are a warning", () => {
    expect(events('metadata validators = [{ name: "Nope" }]\nnamespace ns')).toEqual([
      "WARNING UnknownValidator_Nope -",
    ]);
  });

  test("keep to their namespaces", () => {
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
