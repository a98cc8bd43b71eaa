import { describe, expect, it } from "vitest";
import { loadModel } from "../src/load/load-model.js";

const cycles = (text: string): readonly string[] =>
  loadModel([{ path: "a.smithy", text: `$version: "2.0"\nnamespace smithy.example\n${text}` }])
    .diagnostics.filter(({ message }) => message.includes("cycles detected"))
    .map(({ shapeId = "", message }) => `${shapeId} ${message.slice(message.indexOf("["))}`);

const mixin = (name: string, ...mixins: readonly string[]) =>
  `@mixin structure ${name}${mixins.length > 0 ? ` with [${mixins.join(", ")}]` : ""} {}`;

describe("findMixinCycles", () => {
  it("lists the shapes of a cycle in the order of the reference implementation", () => {
    const circle = (end: string) => [
      mixin(`Mixin1${end}`, `Bad${end}`),
      mixin(`Mixin2${end}`, `Mixin1${end}`),
      mixin(`Mixin3${end}`, `Mixin2${end}`),
      mixin(`Bad${end}`, `Mixin3${end}`),
    ];
    const text = [...circle("A"), ...circle("B")].join("\n");
    expect(cycles(text)).toContain(
      "smithy.example#Mixin1A [smithy.example#Mixin3A, smithy.example#Mixin2A, smithy.example#BadA]",
    );
    expect(cycles(text)).toContain(
      "smithy.example#Mixin1B [smithy.example#BadB, smithy.example#Mixin3B, smithy.example#Mixin2B]",
    );
  });

  it("separates cycles, and omits shapes that are only connected to a cycle", () => {
    const text = [
      mixin("A", "B"),
      mixin("B", "A", "Below"),
      mixin("C", "D"),
      mixin("D", "C"),
      mixin("Below"),
      mixin("Above", "A", "C"),
    ];
    expect([...cycles(text.join("\n"))].sort()).toEqual([
      "smithy.example#A [smithy.example#B]",
      "smithy.example#B [smithy.example#A]",
      "smithy.example#C [smithy.example#D]",
      "smithy.example#D [smithy.example#C]",
    ]);
  });

  it("ignores a shape that is its own mixin, like the reference, and finds a very long cycle", () => {
    expect(cycles(mixin("A", "A"))).toEqual([]);
    const names = Array.from({ length: 20_000 }, (_, index) => `M${index}`);
    const text = names.map((name, index) => mixin(name, names.at(index - 1) ?? "M0"));
    expect(cycles(text.join("\n"))).toHaveLength(20_000);
  });
});
