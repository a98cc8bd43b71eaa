import { search } from "@jmespath-community/jmespath";
import { parseJmespath } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { code } from "../../../src/code/code.js";
import { printFile } from "../../../src/print/print-file.js";
import { emitJmespath } from "../../../src/targets/client/waiters/jmespath/emit-jmespath.js";
import { named, typeOfShape, unknown } from "../../../src/targets/client/waiters/jmespath/value.js";
import type { Type } from "../../../src/targets/client/waiters/jmespath/value.js";
import { planOf } from "../../../../service/test/load-plan.js";
import { checkModules, withModules } from "./run-generated.js";

const plan = planOf(
  `$version: "2"
namespace demo
service Demo { version: "1", operations: [Do] }
operation Do { input := {}, output: Root }
structure Root {
  name: String
  @required id: String
  count: Integer
  @required total: Integer
  open: Boolean
  kind: Kind
  items: Items
  rows: Rows
  words: Words
  numbers: Numbers
  labels: Labels
  gaps: Gaps
  when: Timestamp
  @required inner: Item
  recursive: Root
}
structure Item { name: String, @required id: String, size: Integer, open: Boolean, words: Words, item: Item }
list Items { member: Item }
list Rows { member: Items }
list Words { member: String }
list Numbers { member: Integer }
@sparse list Gaps { member: String }
map Labels { key: String, value: String }
enum Kind { A = "a", B = "b" }
`.replace('enum Kind { A = "a", B = "b" }', 'enum Kind {\n A = "a"\n B = "b"\n}'),
);

const data = {
  name: "root",
  id: "r",
  count: 3,
  total: 0,
  open: true,
  kind: "a",
  items: [
    { id: "1", name: "b", size: 2, open: true, words: ["x", "y"] },
    { id: "2", name: "a", open: false, words: [], item: { id: "2.1", name: "deep" } },
    { id: "3", size: 1, words: ["z"] },
  ],
  rows: [[{ id: "4", name: "n" }, { id: "5" }], [], [{ id: "6", name: "m" }]],
  words: ["one", "two", ""],
  numbers: [3, 1, 2],
  labels: { k: "v", empty: "" },
  gaps: ["g", null],
  inner: { id: "i", name: "inside" },
};
const sparse = { id: "r", total: 1, inner: { id: "i" } };

/** Expressions that together contain every syntax and every function. */
const expressions = [
  "@",
  "name",
  "missing",
  "inner.name",
  "recursive.inner.name",
  "recursive.recursive.name",
  "labels.k",
  'labels."not there"',
  "items[0].name",
  "items[-1].id",
  "items[9].id",
  "numbers[1:]",
  "numbers[:2]",
  "numbers[::-1]",
  "numbers[-2:]",
  "numbers[0:3:2]",
  "numbers[5:0:-1]",
  "name[0]",
  "items[*].name",
  "items[*].size",
  "items[*].words",
  "items[*].words[]",
  "items[].words[]",
  "items[].words[0]",
  "items[*].item.name",
  "items[*]",
  "items[]",
  "rows[]",
  "rows[].name",
  "rows[*][*].name",
  "rows[*][0].id",
  "rows[][]",
  "rows[*][].name",
  "gaps[*]",
  "gaps[]",
  "labels.*",
  "inner.*",
  "items[?open]",
  "items[?open].name",
  "items[?!open].id",
  "items[?name == 'a'].id",
  "items[?size > `1`].id",
  "items[?size >= `1` && size < `2`].id",
  "items[?size <= `1` || name == 'a'].id",
  "items[?words].id",
  "items[?size].id",
  "items[?name != 'a'].id",
  "items[?name == null].id",
  "items[?contains(words, 'x')].id",
  "items[?starts_with(id, '2')].id",
  "items | [0].name",
  "items[*].name | [0]",
  "items[*].[name, size]",
  "items[*].[id, id]",
  "items[].[length(words) > `1`][]",
  "items[*].{n: name, s: size}",
  "inner.{n: name, i: id}",
  "recursive.{n: name}",
  "recursive.[name]",
  "[name, id]",
  "{a: name, b: count}",
  "name || id",
  "missing || id",
  "words[2] || 'else'",
  "count || id",
  "total && id",
  "open && name",
  "open && kind == 'a'",
  "!open",
  "!name",
  "!total",
  "!items",
  "!missing",
  "!(open && name == 'x')",
  "name == 'root'",
  "name != 'root'",
  "kind == 'a'",
  "count == `3`",
  "count == total",
  "count > total",
  "count < total",
  "name > id",
  "name == count",
  "items == items",
  "numbers == `[3, 1, 2]`",
  'labels == `{"empty": "", "k": "v"}`',
  "`null` == recursive",
  "recursive == null",
  "'raw'",
  '`{"a": [1, true, null]}`',
  "length(name)",
  "length(items)",
  "length(labels)",
  "length(items[?open]) > `0`",
  "length(items[]) == `3`",
  "abs(`-3`)",
  "avg(numbers)",
  "ceil(`1.2`)",
  "floor(`1.8`)",
  "contains(words, 'two')",
  "contains(name, 'oo')",
  "contains(items[].open, `false`)",
  "ends_with(name, 't')",
  "join(', ', words)",
  "keys(inner)",
  "values(inner)",
  "map(&name, items)",
  "map(&size, items)",
  "max(numbers)",
  "max(words)",
  "max_by(items, &id).id",
  "min(numbers)",
  "min_by(items, &id).name",
  'merge(inner, `{"id": "new"}`)',
  "not_null(missing, recursive, name)",
  "reverse(numbers)",
  "reverse(name)",
  "sort(words)",
  "sort(numbers)",
  "sort_by(items, &id)[-1].id",
  "starts_with(name, 'ro')",
  "sum(numbers)",
  "to_array(name)",
  "to_array(numbers)",
  "to_number('12.5')",
  "to_number(name)",
  "to_string(count)",
  "to_string(name)",
  "type(items)",
  "type(missing)",
  "type(labels)",
  "items[?length(words) == max(map(&length(words), @))].id",
  "length(items[?open && size > `0`]) == length(items[?open])",
  "items[*].words | [] | [0]",
  "sort(items[].id)[0]",
  "inner | [@, @]",
  "inner | {first: name, again: id}",
  "items[0].[name, id] | [0]",
];

const emit = (type: Type) =>
  expressions.map((text, number) => {
    const value = emitJmespath(parseJmespath(text), named("output", type));
    return { text, number, value };
  });

/** Emits a module with a function for each expression. */
const moduleOf = (type: Type, head: ReturnType<typeof code>) =>
  printFile(
    "paths.ts",
    code`
      ${head}
      ${emit(type).map(
        ({ value, number }) =>
          code`export const path${number} = (output: Root): unknown => { void output; return (${value.code}); };`,
      )}
    `,
    { source: "paths" },
  );

const typed = await moduleOf(
  typeOfShape(plan, "demo#Root"),
  code`
    type Kind = "a" | "b" | (string & {});
    interface Item { name?: string; id: string; size?: number; open?: boolean; words?: string[]; item?: Item }
    interface Root {
      name?: string; id: string; count?: number; total: number; open?: boolean; kind?: Kind;
      items?: Item[]; rows?: Item[][]; words?: string[]; numbers?: number[];
      labels?: Record<string, string>; gaps?: (string | null)[]; when?: Date;
      inner: Item; recursive?: Root;
    }
  `,
);
const untyped = await moduleOf(unknown, code`type Root = unknown;`);

/** Removes `undefined`, because neither JSON nor JMESPath has this value. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

function expected(text: string, input: object): unknown {
  try {
    return plain(search(plain(input) as Parameters<typeof search>[0], text));
  } catch {
    return "an error";
  }
}

function found(path: unknown, input: object): unknown {
  if (typeof path !== "function") throw new TypeError("The module has no such function.");
  try {
    return plain(path(input));
  } catch (error) {
    if (error instanceof TypeError) return "an error";
    throw error;
  }
}

describe("the TypeScript code of JMESPath expressions", () => {
  it("compiles with the types of a model and with unknown values", () => {
    expect(checkModules({ paths: { "index.ts": typed, "untyped.ts": untyped } })).toEqual([]);
  }, 60_000);

  it.each([
    ["with the types of a model", typed],
    ["with unknown values", untyped],
  ])("returns the same results as JMESPath %s", async (_, text) => {
    await withModules({ "paths.ts": text }, async (importModule) => {
      const paths = await importModule("paths.js");
      const inputs = [data, sparse];
      const all = (valueOf: (expression: string, number: number, input: object) => unknown) =>
        expressions.map((expression, number) => ({
          expression,
          values: inputs.map((input) => valueOf(expression, number, input)),
        }));
      expect(all((_, number, input) => found(paths[`path${number}`], input))).toEqual(
        all((expression, _number, input) => expected(expression, input)),
      );
    });
  });

  it.each([
    ["inner.name", "output.inner.name"],
    ["recursive.inner.name", "output.recursive?.inner.name"],
    ["items[].words[]", "output.items?.flatMap((item) => item.words ?? [])"],
    [
      "items[?name == 'a'].id",
      'output.items?.filter((item) => item.name === "a").map((item) => item.id)',
    ],
    ["open && name == 'a'", 'output.open && output.name === "a"'],
  ])("is plain code if the types allow it: %s", async (text, written) => {
    const { code: emitted } = emitJmespath(
      parseJmespath(text),
      named("output", typeOfShape(plan, "demo#Root")),
    );
    const file = await printFile("a.ts", code`export const a = ${emitted};`, { source: "a" });
    expect(file.replaceAll(/\s+/g, " ")).toContain(written.replaceAll(/\s+/g, " "));
  });
});
