import { describe, expect, it } from "vitest";
import { diagnose } from "./events.js";
import { loadModel } from "../../src/load/load-model.js";
import { validateModel } from "../../src/validate/validate-model.js";

/** Runs a linter with a configuration on a model. */
function lint(name: string, configuration: string, text: string): readonly string[] {
  const { model, diagnostics } = loadModel([
    {
      path: "test.smithy",
      text: `$version: "2.0"\nmetadata validators = [{ name: "${name}", configuration: ${configuration} }]\nnamespace ns\n${text}`,
    },
  ]);
  const found = model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics });
  return found
    .filter(({ code, message }) => code.startsWith(name) || message.includes(name))
    .map(({ severity, shapeId, message }) => `[${severity}] ${shapeId ?? "-"}: ${message}`);
}

describe("a configured linter", () => {
  it.each([
    [
      "CamelCase",
      "{}",
      "@trait structure BadTrait {}",
      "[DANGER] ns#BadTrait: structure trait definition, `BadTrait`, is not lower camel case",
    ],
    [
      "CamelCase",
      "{}",
      "structure A { one: String, two: String, Three: String }",
      "[DANGER] ns#A$Three: Member shape member name, `Three`, is not lower camel case; members in the ns namespace must all use lower camel case.",
    ],
    [
      "ReservedWords",
      '{ reserved: [{ words: ["*bad"], reason: "No." }] }',
      "string NotBad",
      "[DANGER] ns#NotBad: The word `NotBad` is reserved. No.",
    ],
    [
      "ReservedWords",
      '{ reserved: [{ words: ["a*b"] }] }',
      "",
      "[ERROR] -: Error creating `ReservedWords` validator: Invalid inner '*' in wildcard pattern: a*b",
    ],
    [
      "ReservedWords",
      '{ reserved: [{ words: ["*"] }] }',
      "",
      "[ERROR] -: Error creating `ReservedWords` validator: Invalid wildcard pattern: *",
    ],
    [
      "MissingPaginatedTrait",
      "{}",
      "operation GetURLs { input := {}, output := { urls: Urls } }\nlist Urls { member: String }",
      "[WARNING] ns#GetURLs: The verb of this operation, `get`, and the presence of a top-level list member in its output, suggests that the operation should have the `paginated` trait. Paginating operations that can return potentially unbounded lists of data helps to maintain a predictable SLA and helps to prevent operational issues in the future.",
    ],
    [
      "StandardOperationVerb",
      '{ verbs: ["Get"], prefixes: ["Batch"] }',
      "operation BatchURLFetch { input := {}, output := {} }",
      "[DANGER] ns#BatchURLFetch: Operation shape `BatchURLFetch` uses a non-standard verb, `URL`, with a detected prefix of `Batch`. Expected one of the following verbs: `Get`",
    ],
    [
      "StandardOperationVerb",
      "{}",
      "",
      "[ERROR] -: Error creating `StandardOperationVerb` validator: Either verbs or suggestAlternatives must be set when configuring StandardOperationVerb",
    ],
    [
      "StutteredShapeName",
      "{}",
      "structure Foo { fooBar: String }",
      "[WARNING] ns#Foo$fooBar: The `Foo` structure shape stutters its name in the member `fooBar`; structure member names should not be prefixed with the structure name.",
    ],
    [
      "ShouldHaveUsedTimestamp",
      "{}",
      "structure A { createdAt: B }\nstructure B { c: String }",
      "[DANGER] ns#A$createdAt: Member `createdAt` is named like a timestamp but references a `structure` shape",
    ],
    [
      "NoninclusiveTerms",
      "{ excludeDefaults: true }",
      "",
      "[ERROR] -: Error creating `NoninclusiveTerms` validator: Cannot set 'excludeDefaults' to true and leave 'terms' empty or unspecified.",
    ],
    [
      "MissingSensitiveTrait",
      "{}",
      "structure A { clientSecret: String }",
      "[WARNING] ns#A$clientSecret: This member possibly contains sensitive data but neither the enclosing nor target shape are marked with the sensitive trait (based on the presence of 'secret')",
    ],
    [
      "MissingClientOptionalTrait",
      "{ onRequiredStructureOrUnion: true }",
      "structure A { @required b: B }\nstructure B {}",
      "[DANGER] ns#A$b: @required members that target a structure or union must be marked with the @clientOptional trait. Not using the @clientOptional trait here is risky because there is no backward compatible way to replace the @required trait with the @default trait if the member ever needs to be made optional.",
    ],
    [
      "AbbreviationName",
      '{ allowedAbbreviations: ["XML"] }',
      "string XMLAndJSON",
      "[DANGER] ns#XMLAndJSON: shape name, `XMLAndJSON`, contains invalid abbreviations. Change this shape name to `XMLAndJson`",
    ],
  ])("reports a violation: %s with %s on %s", (name, configuration, text, expected) => {
    expect(lint(name, configuration, text)).toContain(expected);
  });

  it.each([
    ["CamelCase", "{}", "@trait @authDefinition structure BadTrait {}"],
    ["CamelCase", '{ memberNames: "upper" }', "list L { member: String }\nenum E { A_B }"],
    [
      "ShouldHaveUsedTimestamp",
      "{}",
      "structure A { at: T, usedAt: Ts }\ntimestamp T\nlist Ts { member: T }",
    ],
    ["ReservedWords", "{}", "string A"],
    ["AbbreviationName", "{}", "string FooBar\nenum E { A_B }"],
  ])("reports nothing: %s with %s on %s", (name, configuration, text) => {
    expect(lint(name, configuration, text)).toEqual([]);
  });

  it("does not run without a configuration", () => {
    expect(diagnose("namespace ns\nstring XMLAndJSON")).toEqual([]);
  });

  it("matches additional timestamp patterns against whole names", () => {
    const configuration = '{ additionalPatterns: ["moment"] }';
    const text = "structure A { moment: String, momentum: String }";
    expect(lint("ShouldHaveUsedTimestamp", configuration, text)).toEqual([
      "[DANGER] ns#A$moment: Member `moment` is named like a timestamp but references a `string` shape",
    ]);
  });
});
