import { describe, expect, it } from "vitest";
import { changes } from "./changes.js";

/**
 * Two versions of a model, and the events of the change. The versions omit the common first lines.
 */
interface Case {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly events: readonly string[];
}

/**
 * The cases, grouped by the part of the model that changes. The reference implementation reports
 * the same events.
 */
const cases: Readonly<Record<string, readonly Case[]>> = {
  "bindings of services and resources": [
    {
      title: "notes added bindings of a service, and reports removed bindings",
      before: `service S { operations: [O], resources: [R] }
operation O {}
operation P {}
resource R {}`,
      after: `service S { operations: [P] }
operation O {}
operation P {}
resource R {}`,
      events: [
        "NOTE AddedOperationBinding.ToService.P a#S",
        "ERROR RemovedOperationBinding.FromService.O a#S",
        "ERROR RemovedResourceBinding.FromService.R a#S",
      ],
    },
    {
      title: "notes that an operation moved to a resource of its service",
      before: `service S { operations: [O], resources: [R] }
operation O {}
resource R {}`,
      after: `service S { resources: [R] }
operation O {}
resource R { operations: [O] }`,
      events: [
        "NOTE AddedOperationBinding.ToResource.O a#R",
        "NOTE RemovedOperationBinding.FromService.O a#S",
      ],
    },
    {
      title: "reports removed and changed renames, and renames that are added to existing shapes",
      before: `service S { operations: [O], rename: { "a#A": "A1", "a#B": "B1" } }
operation O { input := { a: A, b: B, c: C } }
string A
string B
string C`,
      after: `service S { operations: [O], rename: { "a#B": "B2", "a#C": "C1" } }
operation O { input := { a: A, b: B, c: C } }
string A
string B
string C`,
      events: ["ERROR ServiceRename a#S", "ERROR ServiceRename a#S", "ERROR ServiceRename a#S"],
    },
    {
      title: "reports changed identifiers of a resource, regardless of their order",
      before: `resource R { identifiers: { a: String, b: String } }
resource Q { identifiers: { a: String, b: String } }`,
      after: `resource R { identifiers: { a: String } }
resource Q { identifiers: { b: String, a: String } }`,
      events: ["ERROR ChangedResourceIdentifiers a#R"],
    },
  ],
  metadata: [
    {
      title: "notes new keys, warns about changed keys, and reports removed keys",
      before: `metadata one = 1
metadata two = 2`,
      after: `metadata two = [2, 1.50, 1e21]
metadata three = "3"`,
      events: ["NOTE AddedMetadata -", "WARNING ChangedMetadata -", "DANGER RemovedMetadata.one -"],
    },
  ],
  operations: [
    {
      title: "reports a changed input and output",
      before: `operation O { input: I, output: U }
structure I {}
structure U {}`,
      after: `operation O { output: I }
structure I {}
structure U {}`,
      events: [
        "ERROR ChangedOperationInput.From.a#I.To.smithy.api#Unit a#O",
        "ERROR ChangedOperationOutput.From.a#U.To.a#I a#O",
      ],
    },
    {
      title: "warns about added and removed errors of an operation",
      before: `operation O { errors: [E] }
@error("client")
structure E {}
@error("client")
structure F {}`,
      after: `operation O { errors: [F] }
@error("client")
structure E {}
@error("client")
structure F {}`,
      events: ["WARNING AddedOperationError.F a#O", "WARNING RemovedOperationError.E a#O"],
    },
    {
      title: "warns about added and removed errors of a service",
      before: `service S { errors: [E] }
@error("client")
structure E {}
@error("client")
structure F {}`,
      after: `service S { errors: [F] }
@error("client")
structure E {}
@error("client")
structure F {}`,
      events: ["WARNING AddedServiceError a#S", "WARNING RemovedServiceError a#S"],
    },
  ],
  shapes: [
    {
      title: "notes new shapes and traits, but not the members of new shapes",
      before: `string Kept
structure Old {}`,
      after: `string Kept
structure Old { a: String }
structure New { a: String }
@trait
string new`,
      events: [
        "NOTE AddedShape a#New",
        "NOTE AddedShape a#Old$a",
        "NOTE AddedShape a#new",
        "NOTE AddedTraitDefinition a#new",
      ],
    },
    {
      title:
        "reports removed shapes, warns about removed scalars, and ignores removed private shapes",
      before: `structure T { a: String }
string U
@private
structure V {}
structure W { a: String, b: String }
@trait
structure t {}`,
      after: `structure W { a: String }`,
      events: [
        "ERROR RemovedShape a#T",
        "WARNING RemovedShape.ScalarShape a#U",
        "ERROR RemovedShape a#W$b",
        "ERROR RemovedShape a#t",
        "ERROR RemovedTraitDefinition a#t",
      ],
    },
    {
      title: "reports a changed type",
      before: `string T`,
      after: `integer T`,
      events: ["ERROR ChangedShapeType a#T"],
    },
  ],
  members: [
    {
      title: "reports new required members, unless they have a default or are optional for clients",
      before: `structure T {}`,
      after: `structure T {
    @required
    a: String
    @required
    b: String = ""
    @required
    @clientOptional
    c: String
    d: String
}`,
      events: [
        "ERROR AddedRequiredMember a#T$a",
        "NOTE AddedShape a#T$a",
        "NOTE AddedShape a#T$b",
        "NOTE AddedShape a#T$c",
        "NOTE AddedShape a#T$d",
      ],
    },
    {
      title: "reports a changed order of members, but not a new member at the end",
      before: `structure T { a: String, b: String }
union U { a: String }`,
      after: `structure T { b: String, a: String }
union U { a: String, b: String }`,
      events: ["DANGER ChangedMemberOrder a#T", "NOTE AddedShape a#U$b"],
    },
    {
      title: "reports a target that changes to another type or to another structure",
      before: `structure T { a: String, b: I }
structure I {}
structure J {}`,
      after: `structure T { a: Integer, b: J }
structure I {}
structure J {}`,
      events: ["ERROR ChangedMemberTarget a#T$a", "ERROR ChangedMemberTarget a#T$b"],
    },
    {
      title: "reports a target of the same type with a severity that depends on the differences",
      before: `structure T { a: A, b: A, c: L }
string A
@length(min: 1)
string B
@length(max: 5)
string C
list L { member: String }
@sparse
list M { member: C }`,
      after: `structure T { a: B, b: String, c: M }
string A
@length(min: 1)
string B
@length(max: 5)
string C
list L { member: String }
@sparse
list M { member: C }`,
      events: [
        "WARNING ChangedMemberTarget a#T$a",
        "WARNING ChangedMemberTarget a#T$b",
        "ERROR ChangedMemberTarget a#T$c",
      ],
    },
  ],
  defaults: [
    {
      title: "reports changed and removed defaults",
      before: `structure T {
    a: Integer = 1
    b: Integer = 1
    c: Integer = 0
    d: Integer = 1
    e: Integer = null
}
@default(1)
integer U`,
      after: `structure T {
    a: Integer
    b: Integer = 2
    c: Integer = 3
    d: Integer = 0
    e: Integer
}
@default(2)
integer U`,
      events: [
        "ERROR ChangedDefault a#T$a",
        "ERROR ChangedNullability a#T$a",
        "WARNING ModifiedTrait.Remove.smithy.api#default a#T$a",
        "DANGER ChangedDefault a#T$b",
        "NOTE ModifiedTrait.Update.smithy.api#default a#T$b",
        "ERROR ChangedDefault a#T$c",
        "NOTE ModifiedTrait.Update.smithy.api#default a#T$c",
        "ERROR ChangedDefault a#T$d",
        "NOTE ModifiedTrait.Update.smithy.api#default a#T$d",
        "WARNING ModifiedTrait.Remove.smithy.api#default a#T$e",
        "ERROR ChangedDefault a#U",
        "NOTE ModifiedTrait.Update.smithy.api#default a#U",
      ],
    },
    {
      title: "reports new defaults, except for members with the trait addedDefault",
      before: `structure T { a: Integer, @required b: Integer, c: Integer }
integer U`,
      after: `structure T {
    a: Integer = 1
    @addedDefault b: Integer = 1
    c: Integer = null
}
@default(1)
integer U`,
      events: [
        "ERROR ChangedDefault a#T$a",
        "ERROR ChangedNullability.AddedDefaultTrait a#T$a",
        "NOTE ModifiedTrait.Add.smithy.api#default a#T$a",
        "NOTE ModifiedTrait.Add.smithy.api#default a#T$b",
        "NOTE ModifiedTrait.Add.smithy.api#default a#T$c",
        "ERROR ChangedDefault a#U",
        "NOTE ModifiedTrait.Add.smithy.api#default a#U",
      ],
    },
  ],
  nullability: [
    {
      title: "reports members that become required or optional",
      before: `structure T { a: String, @required b: String, c: N, @required d: N }
structure N {}`,
      after: `structure T { @required a: String, b: String, @required c: N, d: N }
structure N {}`,
      events: [
        "ERROR ChangedNullability.AddedRequiredTrait a#T$a",
        "ERROR ChangedNullability.RemovedRequiredTrait a#T$b",
        "WARNING ChangedNullability.AddedRequiredTrait.StructureOrUnion a#T$c",
        "WARNING ChangedNullability.RemovedRequiredTrait.StructureOrUnion a#T$d",
      ],
    },
    {
      title: "reports required members that gain or lose the trait clientOptional",
      before: `structure T { @required a: String, @required @clientOptional b: String }`,
      after: `structure T { @required @clientOptional a: String, @required b: String }`,
      events: [
        "ERROR ChangedNullability.AddedClientOptionalTrait a#T$a",
        "NOTE ModifiedTrait.Add.smithy.api#clientOptional a#T$a",
        "ERROR ChangedNullability.RemovedClientOptionalTrait a#T$b",
        "WARNING ModifiedTrait.Remove.smithy.api#clientOptional a#T$b",
      ],
    },
    {
      title: "reports members of structures that gain or lose the trait input",
      before: `structure T { @required a: String, b: String }
@input
structure U { @required a: String, b: String }`,
      after: `@input
structure T { @required a: String, b: String }
structure U { @required a: String, b: String }`,
      events: [
        "ERROR TraitBreakingChange.Add.smithy.api#input a#T",
        "DANGER ChangedNullability.AddedInputTrait a#T$a",
        "ERROR TraitBreakingChange.Remove.smithy.api#input a#U",
        "ERROR ChangedNullability.RemovedInputTrait a#U$a",
      ],
    },
    {
      title: "reports a default that changes to null or from null",
      before: `structure T {
    a: Integer = 1
    b: Integer = null
}`,
      after: `structure T {
    a: Integer = null
    b: Integer = 1
}`,
      events: [
        "DANGER ChangedDefault a#T$a",
        "ERROR ChangedNullability.AddedNullDefault a#T$a",
        "NOTE ModifiedTrait.Update.smithy.api#default a#T$a",
        "DANGER ChangedDefault a#T$b",
        "ERROR ChangedNullability.RemovedNullDefault a#T$b",
        "NOTE ModifiedTrait.Update.smithy.api#default a#T$b",
      ],
    },
  ],
  enums: [
    {
      title:
        "reports removed, renamed and inserted values, and notes values that are added at the end",
      before: `enum E {
    A
    B
    C = "c"
}`,
      after: `enum E {
    A
    NEW
    D = "c"
    LAST
}`,
      events: [
        "NOTE ChangedEnumTrait.Appended.3 a#E",
        "ERROR ChangedEnumTrait.NameChanged.2 a#E",
        "ERROR ChangedEnumTrait.OrderChanged.1 a#E",
        "ERROR ChangedEnumTrait.Removed.1 a#E",
        "ERROR RemovedShape a#E$B",
        "ERROR RemovedShape a#E$C",
        "NOTE AddedShape a#E$D",
        "NOTE AddedShape a#E$LAST",
        "NOTE AddedShape a#E$NEW",
      ],
    },
    {
      title:
        "accepts an enum shape instead of a string with the trait enum, and compares the values",
      before: `@enum([{ value: "a", name: "A" }, { value: "b", name: "B" }])
string E`,
      after: `enum E {
    A = "a"
    C = "c"
}`,
      events: ["NOTE ChangedEnumTrait.Appended.1 a#E", "ERROR ChangedEnumTrait.Removed.1 a#E"],
    },
  ],
  constraints: [
    {
      title: "reports bounds that became more restrictive",
      before: `@length(min: 1, max: 9)
string T
@range(max: 9)
integer U
@range(min: -5)
double V`,
      after: `@length(min: 2, max: 9)
string T
@range(min: -1, max: 8)
integer U
@range(max: 7.50)
double V`,
      events: [
        "ERROR ChangedLengthTrait a#T",
        "NOTE ModifiedTrait.Update.smithy.api#length a#T",
        "ERROR ChangedRangeTrait a#U",
        "NOTE ModifiedTrait.Update.smithy.api#range a#U",
        "ERROR ChangedRangeTrait a#V",
        "ERROR ChangedRangeTrait a#V",
        "NOTE ModifiedTrait.Update.smithy.api#range a#V",
      ],
    },
    {
      title: "notes bounds that became less restrictive",
      before: `@length(min: 2, max: 9)
string T`,
      after: `@length(min: 1, max: 10)
string T`,
      events: ["NOTE ModifiedTrait.Update.smithy.api#length a#T"],
    },
  ],
  traits: [
    {
      title: "notes added and changed traits by default, and warns about removed traits",
      before: `/// One
string A
@since("1")
string B
string C`,
      after: `/// Two
string A
string B
@since("1")
string C`,
      events: [
        "NOTE ModifiedTrait.Update.smithy.api#documentation a#A",
        "WARNING ModifiedTrait.Remove.smithy.api#since a#B",
        "NOTE ModifiedTrait.Add.smithy.api#since a#C",
      ],
    },
    {
      title: "reports a trait with the severities that the tags of its definition set",
      before: `@trait
@tags(["diff.error.add", "diff.danger.update", "diff.warning.remove"])
string t
string A
@t("1")
string B
@t("1")
string C`,
      after: `@trait
@tags(["diff.error.add", "diff.danger.update", "diff.warning.remove"])
string t
@t("1")
string A
@t("2")
string B
string C`,
      events: [
        "ERROR ModifiedTrait.Add.a#t a#A",
        "DANGER ModifiedTrait.Update.a#t a#B",
        "WARNING ModifiedTrait.Remove.a#t a#C",
      ],
    },
    {
      title: "reports changed contents of a trait with the severities that the tags of members set",
      before: `@trait
@tags(["diff.contents"])
structure t { @tags(["diff.error.const"]) a: String, b: Strings, c: Map }
list Strings { @tags(["diff.danger.remove"]) member: String }
map Map { key: String, @tags(["diff.warning.add"]) value: String }
@t(a: "1", b: ["x", "y"], c: { k: "1" })
string A`,
      after: `@trait
@tags(["diff.contents"])
structure t { @tags(["diff.error.const"]) a: String, b: Strings, c: Map }
list Strings { @tags(["diff.danger.remove"]) member: String }
map Map { key: String, @tags(["diff.warning.add"]) value: String }
@t(b: ["z"], c: { k: "2", l: "3" })
string A`,
      events: [
        "WARNING ModifiedTrait.Add.a#t a#A",
        "ERROR ModifiedTrait.Remove.a#t a#A",
        "DANGER ModifiedTrait.Remove.a#t a#A",
      ],
    },
    {
      title: "reports a trait with the severities of the breaking changes in its definition",
      before: `@trait(breakingChanges: [
    { change: "presence", severity: "WARNING", message: "Careful." }
    { change: "update", path: "/a", message: "No" }
    { change: "remove", path: "/b/member" }
    { change: "any", path: "/c/value", severity: "NOTE" }
])
structure t { a: String, b: Strings, c: Map }
list Strings { member: String }
map Map { key: String, value: String }
@t(a: "1", b: ["x", "y"], c: { k: "1" })
string A
@t
string B`,
      after: `@trait(breakingChanges: [
    { change: "presence", severity: "WARNING", message: "Careful." }
    { change: "update", path: "/a", message: "No" }
    { change: "remove", path: "/b/member" }
    { change: "any", path: "/c/value", severity: "NOTE" }
])
structure t { a: String, b: Strings, c: Map }
list Strings { member: String }
map Map { key: String, value: String }
@t(a: "2", b: ["x"], c: { k: "2", l: "3" })
string A
string B`,
      events: [
        "NOTE TraitBreakingChange.Add.a#t a#A",
        "ERROR TraitBreakingChange.Remove.a#t a#A",
        "ERROR TraitBreakingChange.Update.a#t a#A",
        "NOTE TraitBreakingChange.Update.a#t a#A",
        "WARNING TraitBreakingChange.Remove.a#t a#B",
      ],
    },
    {
      title: "ignores changes that do not affect the meaning of a trait",
      before: `@http(method: "GET", uri: "/")
operation O {}
@cors(maxAge: 600)
service S {}
@retryable
@error("client")
structure E {}`,
      after: `@http(method: "GET", uri: "/", code: 200)
operation O {}
@cors
service S {}
@retryable(throttling: false)
@error("client")
structure E {}`,
      events: [],
    },
    {
      title: "finds the definition of a trait from a library that the new model no longer uses",
      before: `@aws.auth#sigv4(name: "s")
service S {}`,
      after: `service S {}`,
      events: ["ERROR TraitBreakingChange.Remove.aws.auth#sigv4 a#S"],
    },
  ],
  authentication: [
    {
      title:
        "reports SigV4A before SigV4 on services and on operations that changed in other ways, too",
      before: `@aws.auth#sigv4(name: "s")
service S { operations: [O, P] }
operation O {}
@readonly
operation P {}`,
      after: `@aws.auth#sigv4(name: "s")
@aws.auth#sigv4a(name: "s")
@auth([aws.auth#sigv4a, aws.auth#sigv4])
service S { operations: [O, P] }
operation O {}
operation P {}`,
      events: [
        "DANGER SigV4Migration a#P",
        "ERROR TraitBreakingChange.Remove.smithy.api#readonly a#P",
        "NOTE ModifiedTrait.Add.smithy.api#auth a#S",
        "DANGER SigV4Migration a#S",
      ],
    },
  ],
  suppressions: [
    {
      title: "applies the suppressions and the severity overrides of the new model",
      before: `string A
/// One
string B
structure T {}`,
      after: `metadata suppressions = [{ id: "ModifiedTrait", namespace: "a", reason: "Known" }]
metadata severityOverrides = [{ id: "AddedShape", namespace: "*", severity: "DANGER" }]
/// One
string A
/// Two
@suppress(["ModifiedTrait.Update"])
string B
structure T { a: String }`,
      events: [
        "NOTE AddedMetadata -",
        "NOTE AddedMetadata -",
        "SUPPRESSED ModifiedTrait.Add.smithy.api#documentation a#A",
        "SUPPRESSED ModifiedTrait.Add.smithy.api#suppress a#B",
        "SUPPRESSED ModifiedTrait.Update.smithy.api#documentation a#B",
        "DANGER AddedShape a#T$a",
      ],
    },
  ],
};

describe.each(Object.entries(cases))("the diff of %s", (_, all) => {
  it.each(all)("$title", ({ before, after, events }) => {
    expect(changes(before, after)).toEqual(events);
    expect(changes(before, before)).toEqual([]);
  });
});
