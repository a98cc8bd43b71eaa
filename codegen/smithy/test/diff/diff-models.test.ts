import { describe, expect, it } from "vitest";
import { diffModels } from "../../src/diff/index.js";
import { loadModel } from "../../src/index.js";
import { diff, load } from "./changes.js";

describe("diffModels", () => {
  it("locates events in the new model, and removals in the old model", () => {
    const events = diff("structure T { a: String }\nstring U", "\n\nstructure T { a: Integer }");
    const places = events.map(({ code, span }) => {
      const { line } = span?.file.positionAt(span.start) ?? {};
      return `${code} ${span?.file.path}:${line}`;
    });
    expect(places).toEqual([
      "ChangedMemberTarget new.smithy:5",
      "RemovedShape.ScalarShape old.smithy:4",
    ]);
  });

  it("describes a changed target by the differences between the targets, with their highest severity", () => {
    const shapes = "list L { member: A }\n@sparse\nlist M { member: B }\nstring A\n/// B\nstring B";
    const [event] = diff(`structure T { a: L }\n${shapes}`, `structure T { a: M }\n${shapes}`);
    expect(event?.severity).toBe("ERROR");
    expect(event?.message).toBe(
      `The shape targeted by the member \`a#T$a\` changed from \`a#L\` (list) to \`a#M\` (list). This will result in the following effective differences:

- [WARNING] The shape targeted by the member \`a#L$member\` changed from \`a#A\` (string) to \`a#B\` (string). This was determined backward compatible. This will result in the following effective differences:
  
  - [NOTE] Added trait \`smithy.api#documentation\` with value \`B\`
- [ERROR] Member \`member\` changed from non-nullable to nullable
- [ERROR] Added trait \`smithy.api#sparse\``,
    );
  });

  it("finds no differences between a model and its JSON AST, or between two orders of its files", () => {
    const text = "structure T { @required a: String }\nenum E { A }";
    const model = load("a.smithy", text);
    expect(diffModels(model, load("b.smithy", text))).toEqual([]);
    const { model: again } = loadModel([
      {
        path: "a.json",
        text: JSON.stringify({
          smithy: "2.0",
          shapes: {
            "a#E": {
              type: "enum",
              members: {
                A: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "A" } },
              },
            },
            "a#T": {
              type: "structure",
              members: {
                a: { target: "smithy.api#String", traits: { "smithy.api#required": {} } },
              },
            },
          },
        }),
      },
    ]);
    expect(again && diffModels(model, again)).toEqual([]);
  });

  it("does not report the shapes of a library if a model starts or stops using the library", () => {
    const plain = load("a.smithy", "service S {}");
    const signed = load("b.smithy", '@aws.auth#sigv4(name: "s")\nservice S {}');
    expect(diffModels(plain, signed).map(({ code }) => code)).toEqual([]);
    expect(diffModels(signed, plain).map(({ code }) => code)).toEqual([
      "TraitBreakingChange.Remove.aws.auth#sigv4",
    ]);
  });

  it("compares a model of version 1.0 with a model of version 2.0", () => {
    const { model: old } = loadModel([
      {
        path: "old.smithy",
        text: `$version: "1.0"
namespace a
set T { member: String }
set U { member: String }
structure V { @box a: Integer, b: PrimitiveInteger, c: Integer }
`,
      },
    ]);
    const shapes = "@uniqueItems\nlist T { member: String }\nlist U { member: String }\n";
    const members = "a: Integer\nb: PrimitiveInteger = 0\nc: Integer";
    const now = load("new.smithy", `${shapes}structure V {\n${members}\n}`);
    expect(old && diffModels(old, now).map(({ code, shapeId }) => `${code} ${shapeId}`)).toEqual([
      "ChangedShapeType a#U",
      "TraitBreakingChange.Remove.smithy.api#uniqueItems a#U",
      "ModifiedTrait.Remove.smithy.api#default a#V$a",
    ]);
  });

  it("does not change the models, and returns frozen events", () => {
    const model = load("a.smithy", "string A");
    const before = [...model.shapes];
    const events = diffModels(model, load("b.smithy", ""));
    expect([...model.shapes]).toEqual(before);
    expect(Object.isFrozen(events) && events.every((event) => Object.isFrozen(event))).toBe(true);
  });
});
