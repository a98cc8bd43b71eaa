import { describe, expect, it } from "vitest";
import { diagnose } from "./events.js";

const times = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/**
 * A generous limit in milliseconds. Quadratic code takes minutes at these sizes, and recursive code
 * overflows the stack.
 */
const limit = 20_000;

function codesOf(text: string): ReadonlySet<string> {
  return new Set(diagnose(text).map(({ code }) => code));
}

describe("the time of a validation", () => {
  it("stays low for thousands of nested resources", { timeout: limit }, () => {
    const resources = times(6000, (index) => {
      const child = index < 5999 ? `resources: [R${index + 1}]` : "";
      return `resource R${index} { identifiers: { a: String } ${child} }`;
    });
    const text = `namespace a\nservice S { version: "1", resources: [R0] }\n${resources.join("\n")}`;
    expect(codesOf(text)).toEqual(new Set());
  });

  it("stays low for a cycle of thousands of unions", { timeout: limit }, () => {
    const unions = times(5000, (index) => `union U${index} { a: U${(index + 1) % 5000} }`);
    expect(codesOf(`namespace a\n${unions.join("\n")}`)).toEqual(new Set(["ShapeRecursion"]));
  });

  it("stays low for thousands of unique items", { timeout: limit }, () => {
    const items = times(20_000, String).join(", ");
    const text = `namespace a\n@trait\n@uniqueItems\nlist t { member: Integer }\n@t([${items}])\nstring S`;
    expect(codesOf(text)).toEqual(new Set());
  });

  it("stays low for thousands of lists of metadata", { timeout: limit }, () => {
    const lists = times(20_000, (index) => `metadata x = [${index}]`).join("\n");
    expect(codesOf(`${lists}\nnamespace a`)).toEqual(new Set());
  });

  it("stays low for selectors that traverse the model repeatedly", { timeout: limit }, () => {
    const selectors = [
      "structure ~> structure ~> structure ~> [id=x]",
      ":test(~> :test(~> :not(~> [id=x])) [id=x])",
      ":recursive(>) :recursive(>) [id=x]",
    ].map((selector) => `{ name: "EmitEachSelector", configuration: { selector: "${selector}" } }`);
    const structures = times(
      300,
      (index) => `structure S${index} { a: S${(index + 1) % 300}, b: S${(index * 7) % 300} }`,
    );
    const text = `metadata validators = [${selectors.join(", ")}]\nnamespace a\n${structures.join("\n")}`;
    expect(codesOf(text)).toEqual(new Set());
  });
});
