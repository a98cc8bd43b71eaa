import { describe, expect, it } from "vitest";
import { forbiddenImports, forbiddenLayers } from "./structure/arrows.js";
import { findCycles } from "./structure/cycles.js";
import { findDuplicates } from "./structure/duplicates.js";
import { groupGraph, importGraph, importsOf } from "./structure/imports.js";
import { filesNamedLikeFolders } from "./structure/names.js";
import { parseUnit } from "./structure/source-units.js";
import { strayTraitIds } from "./structure/trait-ids.js";

const units = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => parseUnit(path, text));

const graphOf = (edges: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(edges).map(([from, to]) => [from, new Set(to.split(" ").filter(Boolean))]),
  );

describe("importsOf", () => {
  it("finds imports of every form", () => {
    const { tree } = parseUnit(
      "tools/a/src/a.ts",
      `import one from "./one.js";
import type { Two } from "./two.js";
export * from "./three.js";
export type { Four } from "./four.js";
import "./five.js";
import six = require("./six.js");
const seven = () => import("./seven.js");
type Eight = import("./eight.js").Eight;
const nine = require("./nine.js");
const text = "./none.js";`,
    );
    expect(importsOf(tree).map(({ specifier, line }) => `${line} ${specifier}`)).toEqual([
      "1 ./one.js",
      "2 ./two.js",
      "3 ./three.js",
      "4 ./four.js",
      "5 ./five.js",
      "6 ./six.js",
      "7 ./seven.js",
      "8 ./eight.js",
      "9 ./nine.js",
    ]);
  });
});

describe("findCycles", () => {
  it("finds every cycle once, and no cycle in a tree", () => {
    const graph = graphOf({
      a: "b",
      b: "c d",
      c: "a",
      d: "e",
      e: "f",
      f: "e",
      g: "a g",
      h: "i",
      i: "",
    });
    const cycles = findCycles(graph).map((cycle) => cycle.join(""));
    expect([...cycles].sort()).toEqual(["abc", "ef", "g"]);
  });

  it("finds a cycle that contains a type import", () => {
    const graph = importGraph(
      units({
        "tools/a/src/one.ts": 'import { two } from "./parts/two.js";',
        "tools/a/src/parts/two.ts": 'import type { One } from "../one.js";',
      }),
    );
    expect(findCycles(graph)).toEqual([["tools/a/src/one.ts", "tools/a/src/parts/two.ts"]]);
  });

  it("finds a cycle between folders without a cycle between files", () => {
    const graph = importGraph(
      units({
        "tools/a/src/x/one.ts": 'import "../y/two.js";',
        "tools/a/src/y/two.ts": "",
        "tools/a/src/y/three.ts": 'import "../x/four.js";',
        "tools/a/src/x/four.ts": "",
      }),
    );
    expect(findCycles(graph)).toEqual([]);
    expect(findCycles(groupGraph(graph, (path) => path.split("/")[3]))).toEqual([["x", "y"]]);
  });
});

describe("the rules of the arrows", () => {
  it("forbid imports of packages and entries without an arrow, and paths out of the package", () => {
    const files = units({
      "codegen/service/src/a.ts": `import "@tinsmith/smithy";
import type { A } from "@tinsmith/codegen";
const load = () => import("@tinsmith/smithy/node");
import "../../../packages/runtime/protocols/package.json";
import "node:fs";`,
    });
    expect(forbiddenImports(files)).toEqual([
      "codegen/service/src/a.ts:2 imports @tinsmith/codegen",
      "codegen/service/src/a.ts:3 imports @tinsmith/smithy/node",
      "codegen/service/src/a.ts:4 imports ../../../packages/runtime/protocols/package.json",
    ]);
  });

  it("apply a package name with a star to all its entries, but not to longer names", () => {
    const files = units({
      "packages/types/src/a.ts": `import "@tinsmith/validation";
import "@tinsmith/validation/params";
import "@tinsmith/validation-more";`,
    });
    expect(forbiddenImports(files)).toEqual([
      "packages/types/src/a.ts:3 imports @tinsmith/validation-more",
    ]);
  });

  it("forbid imports between layers against the arrows", () => {
    const files = units({
      "codegen/generator/src/code/a.ts": 'import "../print/b.js";',
      "codegen/generator/src/print/b.ts": 'import "../code/a.js";\nimport "./c.js";',
      "codegen/generator/src/index.ts": 'import "./pipeline/build.js";',
    });
    expect(forbiddenLayers(files)).toEqual([
      "codegen/generator/src/code/a.ts:1 imports ../print/b.js",
    ]);
  });
});

describe("filesNamedLikeFolders", () => {
  it("finds a file next to a folder of the same name, but not a file elsewhere", () => {
    const files = units({
      "tools/a/src/state.ts": "",
      "tools/a/src/state/folder.ts": "",
      "tools/a/src/other/state.ts": "",
    });
    expect(filesNamedLikeFolders(files)).toEqual(["tools/a/src/state.ts"]);
  });
});

describe("strayTraitIds", () => {
  const descriptors = {
    "codegen/smithy/src/traits/generated/api.ts":
      'defineTrait("smithy.api#http"); defineTrait("aws.auth#sigv4");',
  };

  it("finds trait ids outside of their descriptors, but does not report other shape ids", () => {
    const files = units({
      ...descriptors,
      "codegen/service/src/a.ts":
        'const http = "smithy.api#http";\nconst unit = "smithy.api#Unit";',
    });
    expect(strayTraitIds(files)).toEqual(["codegen/service/src/a.ts:1 smithy.api#http"]);
  });

  it("allows a runtime to write each id once", () => {
    const files = units({
      ...descriptors,
      "packages/runtime/client-runtime/src/a.ts": 'const id = "aws.auth#sigv4";',
      "packages/runtime/client-runtime/src/b.ts": 'type Id = "aws.auth#sigv4";',
      "packages/runtime/dynamic-client/src/a.ts": 'const id = "aws.auth#sigv4";',
    });
    expect(strayTraitIds(files)).toEqual([
      "packages/runtime/client-runtime/src/b.ts:1 aws.auth#sigv4",
      "packages/runtime/dynamic-client/src/a.ts:1 aws.auth#sigv4",
    ]);
  });
});

describe("findDuplicates", () => {
  const namesIn = (files: Readonly<Record<string, string>>) =>
    findDuplicates(units(files), 6).map(({ sites }) => sites.map(({ name }) => name));

  it("finds equal bodies with other names, types or function forms", () => {
    const one = `export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}`;
    const two = `const isObject = (x: Node): x is NodeObject =>
  typeof x === "object" && x !== null && (!Array.isArray(x as object));`;
    expect(namesIn({ "tools/a/src/a.ts": one, "tools/b/src/b.ts": two })).toEqual([
      ["isRecord", "isObject"],
    ]);
  });

  it("distinguishes bodies that differ in a literal, an operator, a property or the order", () => {
    const bodies = [
      "typeof a === 'string' ? a.length + b : 0",
      "typeof a === 'number' ? a.length + b : 0",
      "typeof a === 'string' ? a.length - b : 0",
      "typeof a === 'string' ? a.size + b : 0",
      "typeof b === 'string' ? b.length + a : 0",
      "typeof a === 'string' ? -a.length + b : 0",
      "typeof a === 'string' ? `${a.length}${b}` : 0",
    ];
    const files = bodies.map((body, index) => [
      `tools/a/src/${index}.ts`,
      `const f${index} = (a, b) => ${body};`,
    ]);
    expect(namesIn(Object.fromEntries(files))).toEqual([]);
  });

  it("distinguishes names from different modules, and shorthand properties", () => {
    const files = {
      "tools/a/src/a/a.ts":
        'import { x } from "./x.js";\nconst a = (v) => x(v.one, v.two, v.three);',
      "tools/a/src/b/b.ts":
        'import { x } from "./x.js";\nconst b = (v) => x(v.one, v.two, v.three);',
      "tools/a/src/c.ts": "const c = ({ one, two }) => [one + two, one - two];",
      "tools/a/src/d.ts": "const d = ({ three, four }) => [three + four, three - four];",
      "tools/a/src/e.ts": "const e = (one, two) => f({ one, two }, one, two, one);",
      "tools/a/src/f.ts": "const g = (three, four) => f({ three, four }, three, four, three);",
    };
    expect(namesIn(files)).toEqual([]);
  });

  it("ignores small bodies", () => {
    const files = {
      "tools/a/src/a.ts": "const isList = (value) => Array.isArray(value);",
      "tools/a/src/b.ts": "const isArray = (value) => Array.isArray(value);",
    };
    expect(namesIn(files)).toEqual([]);
  });
});
