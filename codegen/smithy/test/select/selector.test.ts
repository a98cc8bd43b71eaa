import { array, assert, constantFrom, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/load/load-model.js";
import type { Model } from "../../src/model/model.js";
import { parseSelector } from "../../src/select/selector.js";
import { SelectorSyntaxError } from "../../src/select/selector-syntax.js";

function load(text: string): Model {
  const { model } = loadModel([{ path: "a.smithy", text: `$version: "2.0"\n${text}` }]);
  if (model === undefined) throw new Error("the model does not load");
  return model;
}

const model = load(`
  namespace ns
  service Weather { version: "2026", operations: [GetCity], resources: [City] }
  resource City { identifiers: { id: CityId }, operations: [PutCity] }
  operation GetCity { input := { @required id: CityId }, output := { names: Names } }
  operation PutCity { input := { @required id: CityId }, output := {} }
  @length(min: 1, max: 9) @tags(["a", "b"]) string CityId
  list Names { member: String }
  structure Tree { left: Tree, right: Tree }`);

const select = (text: string): readonly string[] =>
  parseSelector(`${text} [id|namespace = ns]`)
    .select(model)
    .map(({ id }) => id.slice("ns#".length));

describe("selectAmong", () => {
  it.each([
    "*",
    "structure",
    "[trait|tags]",
    "string [trait|length|min > 0]",
    "structure > member",
    ":test(> member > string)",
    ":not(< member)",
    ":is(string, list > member)",
    ":is([trait|required], structure)",
    ":in(:root(service ~> operation))",
    "$tagged([trait|tags]) operation -[input]-> structure",
    "$services(service) ${services}",
    ":topdown([id|name = City])",
  ])("selects the same shapes as the function select for %s", (text) => {
    const shapes = [...model.shapes.values()].filter(({ id }) => id.startsWith("ns#"));
    const all = parseSelector(text).select(model);
    expect([...parseSelector(text).selectAmong(model, shapes)]).toEqual(
      shapes.filter((shape) => all.includes(shape)),
    );
    for (const shape of shapes) {
      expect(parseSelector(text).selectAmong(model, [shape]).has(shape)).toBe(all.includes(shape));
    }
  });
});

describe("relationships in selectors", () => {
  it("lead from a service to its bound shapes, and back if the selector names the relationship", () => {
    expect(select("service -[operation, resource]->")).toEqual(["City", "GetCity"]);
    expect(select("operation -[bound]->")).toEqual(["City", "Weather"]);
    expect(select("resource <-[bound]-")).toEqual(["PutCity"]);
  });

  it("lead to traits only if the selector names the relationship", () => {
    expect(select("[trait|trait] <-[trait]- string")).toEqual(["CityId"]);
    expect(select("string > *")).toEqual([]);
  });

  it("yield no shapes if they are unknown", () => {
    expect(select("service -[nonsense]->")).toEqual([]);
  });

  it("do not yield the shape at which a recursive traversal starts", () => {
    expect(select("structure [id|name = Tree] ~> structure")).toEqual([]);
    expect(select("[id = 'ns#Tree$left'] ~> member")).toEqual(["Tree$right"]);
  });
});

describe("attributes in selectors", () => {
  it.each([
    ["[trait|length|max > 8]", ["CityId"]],
    ["[trait|length|max >= 10]", []],
    ["[trait|tags|(values) = b]", ["CityId"]],
    ["[@trait|length: @{min} < @{max}]", ["CityId"]],
    ["[trait|tags|(length) = 2]", ["CityId"]],
    ["[service|version ^= 20]", ["Weather"]],
    ["string [id|name = cityid i]", ["CityId"]],
    ["string [trait|sensitive ?= false]", ["CityId"]],
    ["[trait|documentation|invalid|child = Hi]", []],
  ])("match %s", (text, expected) => {
    expect(select(text)).toEqual(expected);
  });
});

describe("functions in selectors", () => {
  it("include :root, whose result does not depend on the current shape", () => {
    expect(select("operation :not(:in(:root(service > operation)))")).toEqual(["PutCity"]);
  });

  it("yield no shapes if they are unknown", () => {
    expect(select(":nonsense(*)")).toEqual([]);
  });
});

const word = constantFrom("*", "member", "string", "structure", "operation", "[trait|required]");
const selectors = array(tuple(word, constantFrom("", " >", " <", " ~>")), {
  minLength: 1,
  maxLength: 4,
}).map((steps) => steps.map(([one, walk]) => one + walk).join(" "));

describe("any selector", () => {
  it("yields the same shapes inside :is, and matches the same shapes in :not(:not()) as in :test", () => {
    assert(
      property(selectors, (text) => {
        expect(select(`:is(${text})`)).toEqual(select(text));
        expect(select(`:not(:not(${text}))`)).toEqual(select(`:test(${text})`));
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it("is either parsed or rejected with a location", () => {
    const unit = constantFrom(..."ab[]()<>~-*:|@{}$,='\" 1i!^&".split(""));
    const anyText = string({ unit, maxLength: 30 });
    expect(() =>
      assert(property(anyText, parsesOrIsRefused), { numRuns: 3_000, seed: 5 }),
    ).not.toThrow();
  });
});

function parsesOrIsRefused(text: string): boolean {
  try {
    parseSelector(text);
    return true;
  } catch (error) {
    return error instanceof SelectorSyntaxError && error.offset <= text.length;
  }
}
