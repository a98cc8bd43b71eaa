import { describe, expect, it } from "vitest";
import { bumpAtVersion, bumpOf, describeRelease, planRelease } from "../../src/release/index.js";
import type { Release } from "../../src/release/index.js";
import { modelOf } from "../load-plan.js";

/**
 * Returns the IDL of a service with one operation and of additional shapes. The parameters contain
 * the members of the input and the output.
 */
const idl = (input: string, output: string, more = ""): string => `$version: "2"
namespace demo
@aws.protocols#restJson1
service Demo { version: "1", operations: [Do] }
@http(method: "POST", uri: "/do")
operation Do {
    input := { ${input} }
    output := { ${output} }
}
${more}
`;

const release = (before: string, after: string): Release =>
  planRelease(modelOf(before), modelOf(after), "demo#Demo");

const plain = idl("", "");
const nested = "structure Nested { a: String }\n";
const color = `enum Color {
    RED = "red"
    BLUE = "blue"
}`;

const waitable = `@smithy.waiters#waitable(
    Done: { acceptors: [{ state: "success", matcher: { success: true } }] }
)
`;

/**
 * A change: its name, the models before and after, the bumps of clients and servers, and its
 * description.
 */
type Row = readonly [
  title: string,
  before: string,
  after: string,
  client: string | undefined,
  server: string | undefined,
  text: string,
];

const rows: readonly Row[] = [
  ["an unchanged model", plain, plain, undefined, undefined, ""],
  [
    "an optional input member",
    plain,
    idl("a: String", ""),
    "minor",
    "minor",
    "`DoInput.a` is new.",
  ],
  [
    "a new required input member",
    plain,
    idl("@required\na: String", ""),
    "major",
    "minor",
    "`DoInput.a` is new and required.",
  ],
  [
    "a new required output member",
    plain,
    idl("", "@required\na: String"),
    "minor",
    "major",
    "`DoOutput.a` is new and required.",
  ],
  [
    "a new required input member that clients may omit",
    plain,
    idl("@required\n@clientOptional\na: String", ""),
    "minor",
    "minor",
    "`DoInput.a` is new.",
  ],
  [
    "an input member that becomes required",
    idl("a: String", ""),
    idl("@required\na: String", ""),
    "major",
    "minor",
    "`DoInput.a` is now required.",
  ],
  [
    "a widened output",
    idl("", "@required\na: String"),
    idl("", "a: String"),
    "major",
    "minor",
    "`DoOutput.a` is now optional.",
  ],
  ["a removed member", idl("", "a: String"), plain, "major", "major", "`DoOutput.a` is gone."],
  [
    "a member of another type",
    idl("a: String", ""),
    idl("a: Integer", ""),
    "major",
    "major",
    "The type of `DoInput.a` changed.",
  ],
  [
    "a member of the same type in TypeScript",
    idl("a: Integer", ""),
    idl("a: Double", ""),
    "minor",
    "minor",
    "`DoInput.a` has another type in the model and the same one in TypeScript.",
  ],
  [
    "a removed enum value",
    idl("a: Color", "", color),
    idl("a: Color", "", 'enum Color {\nRED = "red"\n}'),
    "major",
    "major",
    "`Color.BLUE` is gone.",
  ],
  [
    "a new enum value",
    idl("a: Color", "", color),
    idl("a: Color", "", color.replace("\n}", '\nGREEN = "green"\n}')),
    "minor",
    "minor",
    "`Color.GREEN` is new.",
  ],
  [
    "an enum value with a different value on the wire",
    idl("a: Color", "", color),
    idl("a: Color", "", color.replace('"blue"', '"Blue"')),
    "major",
    "major",
    '`Color.BLUE` is "Blue" instead of "blue".',
  ],
  [
    "a removed operation",
    plain
      .replace("[Do]", "[Do, Undo]")
      .concat('@http(method: "POST", uri: "/u")\noperation Undo {}'),
    plain,
    "major",
    "major",
    "The operation `Undo` is gone.",
  ],
  [
    "a new operation",
    plain,
    plain
      .replace("[Do]", "[Do, Undo]")
      .concat('@http(method: "POST", uri: "/u")\noperation Undo {}'),
    "minor",
    "minor",
    "The operation `Undo` is new.",
  ],
  [
    "a changed name on the wire",
    idl("a: String", ""),
    idl('@jsonName("b")\na: String', ""),
    "minor",
    "minor",
    "Added trait `smithy.api#jsonName` with value `b`",
  ],
  [
    "changed documentation",
    idl("a: String", ""),
    idl("/// A\na: String", ""),
    "patch",
    "patch",
    "Documentation or details changed in 1 place.",
  ],
  [
    "changed constraints",
    idl("a: String", ""),
    idl("@length(max: 5)\na: String", ""),
    "minor",
    "minor",
    "The constraints of `DoInput.a` changed.",
  ],
  [
    "a new default",
    idl("a: Nested", "b: Nested", nested),
    idl("a: Nested", "b: Nested", nested.replace("a: String ", 'a: String = "x"\n')),
    "minor",
    "minor",
    'The default of `Nested.a` is `"x"`.',
  ],
  [
    "a replaced protocol",
    plain,
    plain.replace("restJson1", "restXml"),
    "major",
    "major",
    "The protocol `aws.protocols#restJson1` is gone.",
  ],
  [
    "a removed waiter",
    plain.replace("@http", waitable.concat("@http")),
    plain,
    "major",
    "minor",
    "The function `waitUntilDone` is gone.",
  ],
  ["a shape outside of the service", `${plain}string Other`, plain, undefined, undefined, ""],
];

describe("planRelease", () => {
  it.each(rows)(
    "determines the bumps and the change text for %s",
    (_, before, after, client, server, text) => {
      const found = release(before, after);
      expect([bumpOf(found, "client"), bumpOf(found, "server")]).toEqual([client, server]);
      const texts = found.changes.map((change) => change.text);
      expect(texts[0] ?? "").toBe(text);
    },
  );

  it("recognizes a renamed service, and reports its renamed client class", () => {
    const before = idl("a: Color", "", color);
    const after = before.replace("service Demo", "service Shop").replace("BLUE", "NAVY");
    const found = planRelease(modelOf(before), modelOf(after), "demo#Shop", {
      oldServiceId: "demo#Demo",
    });
    const texts = found.changes.map(({ text }) => text);
    expect(texts).toContain("The class `DemoClient` is now named `ShopClient`.");
    expect(texts).toContain("`Color.BLUE` is gone.");
    expect(texts).toContain("The service `demo#Demo` is now `demo#Shop` in the model.");
    expect(texts).not.toContainEqual(expect.stringContaining("Removed service"));
    expect(bumpOf({ changes: found.changes.slice(0, 1) }, "server")).toBe("minor");
  });

  it("reports no breaking change if shapes move to another namespace but keep their TypeScript names", () => {
    const before = idl("a: Color", "b: Nested", `${nested}\n${color}`);
    const after = before.replace("namespace demo", "namespace example.demo");
    const found = planRelease(modelOf(before), modelOf(after), "example.demo#Demo", {
      oldServiceId: "demo#Demo",
    });
    expect(found.changes.map(({ text }) => text)).toEqual([
      "The service `demo#Demo` is now `example.demo#Demo` in the model.",
    ]);
    expect(bumpOf(found)).toBe("minor");
  });

  it("compares a type with the new type that has the same name", () => {
    const before = idl("a: Nested", "", nested);
    const after = idl("a: Other", "", "structure Other { a: String }").replace(
      'version: "1"',
      'version: "1", rename: { "demo#Other": "Nested" }',
    );
    expect(bumpOf(release(before, after))).toBe("minor");
  });

  it("determines the bump of a structure that is both an input and an output from both roles", () => {
    const found = release(
      idl("a: Nested", "b: Nested", nested),
      idl("a: Nested", "b: Nested", "structure Nested {\n@required\na: String\n}"),
    );
    expect([bumpOf(found, "client"), bumpOf(found, "server"), bumpOf(found)]).toEqual([
      "major",
      "major",
      "major",
    ]);
  });
});

describe("the description of a release", () => {
  const found = release(
    idl("a: Color", "@required\nb: String", color),
    idl("/// A\na: Color, c: String", "b: String", color),
  );

  it("groups changes by kind, with breaking changes first", () => {
    expect(describeRelease(found, "client")).toBe(`Breaking changes:

- \`DoOutput.b\` is now optional.

New:

- \`DoInput.c\` is new.

Other changes:

- Documentation or details changed in 1 place.
`);
  });

  it("has a break for clients, but not for servers, if an output member becomes optional", () => {
    expect(bumpOf(found, "client")).toBe("major");
    expect(bumpOf(found, "server")).toBe("minor");
    expect(bumpOf(found)).toBe("major");
    expect(describeRelease(found, "server")).not.toContain("Breaking");
  });

  it("has a minor bump for a breaking change of a version below 1.0.0", () => {
    expect(bumpAtVersion("major", "0.4.2")).toBe("minor");
    expect(bumpAtVersion("minor", "0.4.2")).toBe("minor");
    expect(bumpAtVersion("patch", "0.4.2")).toBe("patch");
    expect(bumpAtVersion("major", "1.0.0")).toBe("major");
  });
});
