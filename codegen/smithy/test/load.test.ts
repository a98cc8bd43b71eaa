import { describe, expect, it } from "vitest";
import { growth } from "./count-steps.js";
import {
  createModelLoader,
  exactDigits,
  loadModel,
  serializeAst,
  traitSpan,
  validateModel,
} from "../src/index.js";
import type { Diagnostic, Model } from "../src/index.js";

const idl = (body: string, namespace = "a.b") => `$version: "2.0"\nnamespace ${namespace}\n${body}`;

function load(...texts: readonly string[]) {
  const sources = texts.map((text, index) => ({ path: `${index}.smithy`, text }));
  const { model, diagnostics } = loadModel(sources);
  if (!model) throw new Error("no model");
  return { model, diagnostics, messages: diagnostics.map(describeOne) };
}

const describeOne = ({ severity, shapeId, message }: Diagnostic) =>
  `${severity} ${shapeId ?? "-"}: ${message}`;

describe("loadModel", () => {
  it("looks up names in imports, in the namespace of all files, then in the prelude", () => {
    const { model, messages } = load(
      idl("use c.d#Other\nstructure A { x: Other, y: String, z: Here, w: Integer }"),
      idl("string Here\nstring Integer"),
      idl("string Other", "c.d"),
    );
    const structure = model.expectShape("a.b#A", "structure");
    expect([...structure.members.values()].map(({ target }) => target)).toEqual([
      "c.d#Other",
      "smithy.api#String",
      "a.b#Here",
      "a.b#Integer",
    ]);
    expect(messages).toEqual([]);
  });

  it("suggests the correct name for a misspelled name", () => {
    const { diagnostics } = load(idl("@requird\nstring A"));
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ["Model.UnresolvedTrait", "Did you mean `smithy.api#required`?"],
    ]);
  });

  it("suggests the package that defines the traits of alloy", () => {
    const { diagnostics } = load(
      idl("use alloy#UUID\n@alloy.common#emailFormat\nstring A\nstructure B { id: UUID }"),
    );
    const hints = diagnostics.flatMap(({ hint }) => hint ?? []);
    expect(diagnostics.map(({ code }) => code)).toEqual(["Model", "Model.UnresolvedTrait"]);
    expect(new Set(hints)).toEqual(
      new Set([
        '@tinsmith/alloy defines it: run "npm install @tinsmith/alloy", and add "@tinsmith/alloy/tinsmith": {} to "plugins" in smithy-build.json; without a build file, run "tinsmith generate" with "--protocol @tinsmith/alloy/tinsmith"',
      ]),
    );
    expect(hints).toHaveLength(2);
  });

  it("suggests a similar name of the same namespace instead of the package", () => {
    const { diagnostics } = load(
      idl("@trait\nstructure openEnum {}", "alloy"),
      idl("@alloy#openEnumm\nstring A"),
    );
    expect(diagnostics.map(({ hint }) => hint)).toEqual(["Did you mean `alloy#openEnum`?"]);
  });

  it("allows sources to redefine the shapes of a library", () => {
    const wrong = "@length(min: 2, max: 1)\n";
    const library = idl(`/// Library\n@trait\nstring t\n${wrong}string Unused`, "l");
    const { model, diagnostics } = loadModel([
      { path: "l.smithy", text: library, isLibrary: true },
      { path: "a.smithy", text: idl("/// Source\n@trait\nstring t", "l") },
      { path: "b.smithy", text: idl(`use l#t\n@t("x")\n${wrong}string A`) },
    ]);
    expect(diagnostics).toEqual([]);
    expect(model?.getShape("l#t")?.traits.get("smithy.api#documentation")).toBe("Source");
    expect(model?.getShape("l#Unused")?.type).toBe("string");
    const events = model === undefined ? [] : validateModel(model);
    expect(events.map(({ code, shapeId }) => `${code} ${shapeId}`)).toEqual(["LengthTrait a.b#A"]);
  });

  it("prefers shipped traits to traits of a dependency, and loads the other shapes of the dependency", () => {
    const own = idl(
      'use aws.api#service\nuse aws.api#newer\n@newer\n@service(sdkId: "A")\nservice A { version: "1" }',
    );
    const library = idl(
      '/// Older\n@trait(selector: "operation")\nstructure service {}\napply service @tags(["old"])\n@trait\nstructure newer {}',
      "aws.api",
    );
    const { model, diagnostics } = loadModel([
      { path: "a.smithy", text: own },
      { path: "x.jar!/aws.api.smithy", text: library, isDependency: true },
      { path: "x.jar!/o.smithy", text: idl("string Other", "o"), isDependency: true },
    ]);
    expect(diagnostics).toEqual([]);
    expect(model?.getShape("aws.api#service")?.traits.get("smithy.api#documentation")).not.toBe(
      "Older",
    );
    expect(model?.getShape("aws.api#service")?.traits.has("smithy.api#tags")).toBe(false);
    expect(model?.getShape("aws.api#newer")?.type).toBe("structure");
    expect(model?.getShape("o#Other")?.type).toBe("string");
  });

  it("loads the trait libraries that the sources refer to", () => {
    const { model, messages } = load(
      idl('use aws.api#service\n@service(sdkId: "A")\nservice A { version: "1" }'),
    );
    expect(messages).toEqual([]);
    expect(model.getShape("aws.api#service")?.type).toBe("structure");
    expect(Object.keys(serializeAst(model)["shapes"] ?? {})).toEqual(["a.b#A"]);
  });
});

describe("merging definitions of several files", () => {
  it("merges equal definitions and combines their traits", () => {
    const { model, diagnostics } = load(
      idl("@sensitive\nstructure A { x: String }"),
      idl("@deprecated\nstructure A { @required x: String }"),
    );
    const structure = model.expectShape("a.b#A", "structure");
    expect([...structure.traits.keys()]).toEqual(["smithy.api#deprecated", "smithy.api#sensitive"]);
    expect(structure.members.get("x")?.traits.has("smithy.api#required")).toBe(true);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["NOTE"]);
  });

  it("reports different definitions as a conflict, with both locations", () => {
    const { diagnostics } = load(idl("string A"), idl("integer A"));
    expect(diagnostics.map(describeOne)).toEqual([
      "ERROR a.b#A: Conflicting shape definition for `a.b#A` found at `0.smithy [3, 1]` and `1.smithy [3, 1]`",
    ]);
    expect(diagnostics[0]?.related?.[0]?.span.file.path).toBe("0.smithy");
  });

  it("joins list values of traits and of metadata", () => {
    const { model, messages } = load(
      `metadata m = [1]\n${idl('@tags(["x"])\nstring A').replace('$version: "2.0"\n', "")}`,
      'metadata m = [2]\nnamespace a.b\napply A @tags(["y"])',
    );
    expect(model.metadata["m"]).toEqual([1, 2]);
    expect(model.getShape("a.b#A")?.traits.get("smithy.api#tags")).toEqual(["x", "y"]);
    expect(messages).toEqual([]);
  });

  it("merges definitions in IDL and in JSON AST in the same way", () => {
    const { model } = load(idl('@tags(["x"])\nstructure A { @required x: String = "y" }'));
    const text = JSON.stringify(serializeAst(model));
    const again = loadModel([{ path: "a.json", text }]);
    expect(again.diagnostics).toEqual([]);
    expect(again.model && JSON.stringify(serializeAst(again.model))).toBe(text);
  });
});

describe("loading operations", () => {
  it("defines shapes for inline inputs and outputs, named with the suffixes that the file sets", () => {
    const text = `$version: "2.0"\n$operationInputSuffix: "Request"\nnamespace a.b\noperation Do {\n    input := { x: String }\n    output := {}\n}\n`;
    const { model } = load(text);
    const operation = model.expectShape("a.b#Do", "operation");
    expect([operation.input, operation.output]).toEqual(["a.b#DoRequest", "a.b#DoOutput"]);
    expect([...model.expectShape("a.b#DoRequest").traits.keys()]).toEqual(["smithy.api#input"]);
  });

  it("uses the unit type for a missing input or output", () => {
    const operation = load(idl("operation Do {}")).model.expectShape("a.b#Do", "operation");
    expect([operation.input, operation.output]).toEqual(["smithy.api#Unit", "smithy.api#Unit"]);
  });
});

describe("loading mixins", () => {
  const text = idl(
    "@mixin\n@sensitive\nstructure M { /// Of M\n a: String }\n" +
      "structure S with [M] { @required\n $a\n b: String }\n" +
      "apply S$a @deprecated\n",
  );

  it("copies the members and traits of mixins and keeps the list of mixins", () => {
    const { model, messages } = load(text);
    const shape = model.expectShape("a.b#S", "structure");
    expect(messages).toEqual([]);
    expect([...shape.members.keys()]).toEqual(["a", "b"]);
    expect(shape.mixins).toEqual(["a.b#M"]);
    expect([...shape.traits.keys()]).toEqual(["smithy.api#sensitive"]);
    expect([...shape.ownTraits.keys()]).toEqual([]);
    const member = shape.members.get("a");
    expect([...(member?.traits.keys() ?? [])]).toEqual([
      "smithy.api#deprecated",
      "smithy.api#documentation",
      "smithy.api#required",
    ]);
    expect(member?.mixins).toEqual(["a.b#M$a"]);
  });

  it("preserves mixins in the JSON AST, with the traits that are added to inherited members", () => {
    expect(serializeAst(load(text).model)["shapes"]).toMatchObject({
      "a.b#S": { mixins: [{ target: "a.b#M" }], members: { b: { target: "smithy.api#String" } } },
      "a.b#S$a": {
        type: "apply",
        traits: { "smithy.api#deprecated": {}, "smithy.api#required": {} },
      },
    });
  });
});

describe("loading a model of version 1.0", () => {
  const text =
    "namespace a.b\nstructure S {\n  plain: PrimitiveInteger,\n  boxed: Integer,\n  @box\n  boxedHere: PrimitiveInteger,\n  @box\n  boxedTwice: Integer,\n}\nboolean Flag\n";

  it("adds defaults to numbers and booleans without the trait box", () => {
    const { model } = load(text);
    const defaults = [...model.expectShape("a.b#S", "structure").members.values()].map((member) => [
      member.name,
      member.traits.get("smithy.api#default"),
    ]);
    expect(defaults).toEqual([
      ["plain", 0],
      ["boxed", undefined],
      ["boxedHere", null],
      ["boxedTwice", null],
    ]);
    expect(model.expectShape("a.b#Flag").traits.get("smithy.api#default")).toBe(false);
  });
});

describe("loading numbers with many digits", () => {
  const digitsOf = (model: Model) => {
    const value = model.expectShape("a.b#A").traits.get("a.b#numbers") ?? null;
    return [0, 1, 2, 3].map((index) => exactDigits(value, index));
  };
  const definition = "@trait list numbers { member: BigDecimal }\n";
  const digits = [undefined, "9223372036854775808", "0.10000000000000000000001", "1.0"];

  it("keeps the exact digits separately from the plain data", () => {
    const value = "1, 9223372036854775808, 0.10000000000000000000001, 1.0";
    const { model } = load(idl(`${definition}@numbers([${value}])\nstructure A {}`));
    expect(digitsOf(model)).toEqual(digits);
    expect(model.expectShape("a.b#A").traits.get("a.b#numbers")).toEqual([1, 2 ** 63, 0.1, 1]);
  });

  it("keeps the exact digits of a JSON AST, also in objects", () => {
    const { model } = loadModel([
      { path: "a.smithy", text: idl("@trait structure precise { price: BigDecimal }") },
      {
        path: "b.json",
        text: `{"smithy": "2.0", "shapes": {"a.b#A": {"type": "structure", "members": {},
          "traits": {"a.b#precise": {"price": 0.10000000000000000000001}}}}}`,
      },
    ]);
    const value = model?.expectShape("a.b#A").traits.get("a.b#precise") ?? null;
    expect(exactDigits(value, "price")).toBe("0.10000000000000000000001");
    expect(exactDigits(value, "other")).toBeUndefined();
    expect(exactDigits(1, "price")).toBeUndefined();
  });
});

describe("traitSpan", () => {
  it("returns the locations of traits and of parts of their values", () => {
    const source = idl('@externalDocumentation("A": "https://a", "B": "https://b")\nstring A\n');
    const shape = load(source).model.expectShape("a.b#A");
    const slice = (path: readonly string[]) => {
      const span = traitSpan(shape, "smithy.api#externalDocumentation", path);
      return span && source.slice(span.start, span.end);
    };
    expect(slice(["B"])).toBe('"https://b"');
    expect(slice([])?.startsWith("@externalDocumentation(")).toBe(true);
  });

  it("returns locations in a JSON AST", () => {
    const text =
      '{\n  "smithy": "2.0",\n  "shapes": {\n    "a#A": {"type": "string", "traits": {"a#b": 1}}\n  }\n}';
    const { diagnostics } = loadModel([{ path: "a.json", text }]);
    const [problem] = diagnostics;
    expect(problem?.span?.file.positionAt(problem.span.start)).toEqual({ line: 4, column: 49 });
  });
});

describe("loading hostile models", () => {
  const many = (count: number, print: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => print(index)).join("");
  const cases: Readonly<Record<string, (size: number) => string>> = {
    "a long chain of mixins": (size) =>
      many(size, (index) =>
        index === 0
          ? "@mixin\nstructure M0 {}\n"
          : `@mixin\nstructure M${index} with [M${index - 1}] {}\n`,
      ),
    "a circle of mixins": (size) =>
      many(size, (index) => `@mixin\nstructure M${index} with [M${(index + 1) % size}] {}\n`),
    "many unknown traits": (size) => many(size, (index) => `@unknown${index}\nstring S${index}\n`),
    "many unknown bare words": (size) =>
      `@trait\ndocument d\n@d([${many(size, (index) => `w${index} `)}])\nstring S`,
    "many applications of a list trait": (size) =>
      `${many(size, (index) => `apply S @tags(["${index}"])\n`)}string S`,
    "many equal definitions of a shape": (size) => many(size, () => "structure S { a: String }\n"),
  };

  it.each(Object.entries(cases))("takes steps in proportion to the size of %s", (_, print) => {
    load(idl(print(10)));
    expect(growth((size) => load(idl(print(size))), 1000)).toBeLessThan(2.5);
  });
});

describe("createModelLoader", () => {
  it("returns the same result as loadModel for each version of the files", () => {
    const loader = createModelLoader();
    const other = { path: "b.smithy", text: idl("string B") };
    for (const body of ["string A", "integer A", "strng A", "string A"]) {
      const sources = [{ path: "a.smithy", text: idl(body) }, other];
      const [kept, fresh] = [loader.load(sources), loadModel(sources)];
      expect(kept.model && serializeAst(kept.model)).toEqual(
        fresh.model && serializeAst(fresh.model),
      );
      expect(kept.diagnostics.map(describeOne)).toEqual(fresh.diagnostics.map(describeOne));
    }
  });
});

describe("a loaded model", () => {
  it("is sorted by shape id and frozen", () => {
    const { model } = load(idl("string B\nstring A\nstructure C { z: A, y: B }"));
    const ids = [...model.shapes.keys()];
    expect(ids).toEqual([...ids].sort());
    expect(Object.isFrozen(model.getShape("a.b#C"))).toBe(true);
    expect([...model.expectShape("a.b#C", "structure").members.keys()]).toEqual(["z", "y"]);
  });

  it("throws errors that name the missing shape or the wrong type", () => {
    const { model } = load(idl("string A"));
    expect(() => model.expectShape("a.b#B")).toThrow(
      new RangeError("The model has no shape a.b#B"),
    );
    expect(() => model.expectShape("a.b#A", "list")).toThrow(RangeError);
  });
});
