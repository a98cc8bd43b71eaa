import { describe, expect, it } from "vitest";
import { code, declare, join, raw, symbol } from "../../src/code/code.js";
import type { Code, Hole } from "../../src/code/code.js";
import { doc } from "../../src/code/doc.js";
import { literal, propertyKey } from "../../src/code/literal.js";
import { renderCode } from "../../src/code/render.js";
import { writeTsdoc } from "../../src/print/tsdoc.js";

const render = (piece: Code) =>
  renderCode(piece, { nameOf: (symbol) => symbol.name, writeDoc: writeTsdoc });

describe("a template", () => {
  it("removes the indentation of the emitter, and keeps the indentation of the code", () => {
    const text = render(code`
      export interface ${declare("Tag")} {
        Key: string;
      }
    `);
    expect(text).toBe("export interface Tag {\n  Key: string;\n}");
  });

  it("indents every line of a hole like the line of the hole", () => {
    const member = code`
      /** One. */
      Key: string;
    `;
    expect(
      render(code`
      {
        ${member}
      }
    `),
    ).toBe("{\n  /** One. */\n  Key: string;\n}");
  });

  it("joins a list with line breaks, or with the separator of join()", () => {
    expect(render(code`${["a", "b"]}`)).toBe("a\nb");
    expect(render(code`[${join(["a", undefined, "b"], ", ")}]`)).toBe("[a, b]");
  });

  const nothings: readonly (readonly [string, Hole])[] = [
    ["undefined", undefined],
    ["null", null],
    ["false", false],
    ["an empty list", []],
    ["a comment without content", doc(undefined)],
    ["empty code", code``],
  ];

  it.each(nothings)("removes a line that contains only %s", (_, nothing) => {
    expect(
      render(code`
      before
      ${nothing}
      after
    `),
    ).toBe("before\nafter");
    expect(
      render(code`
      before
      ${nothing}
    `),
    ).toBe("before");
    expect(render(code`${nothing}`)).toBe("");
  });

  it("keeps a line that contains text next to an empty hole", () => {
    expect(render(code`name${undefined}: string;`)).toBe("name: string;");
  });
});

describe("a string in a hole", () => {
  it.each(["meterUsage", "Foo.Bar", "$a_1", "Straße"])("can be the name %s", (name) => {
    expect(render(code`${name}`)).toBe(name);
  });

  it.each(["a b", "", "x;process.exit()", '"', "a\nb", "1a", "a.", "a-b"])(
    "is rejected if it is not a name: %j",
    (text) => {
      expect(() => code`${text}`).toThrow(TypeError);
      expect(() => code`${[["ok", text]]}`).toThrow(TypeError);
      expect(() => symbol(text, "./x.js")).toThrow(TypeError);
      expect(() => declare(text)).toThrow(TypeError);
    },
  );

  it("is printed unchanged by raw()", () => {
    expect(render(code`${raw("a + b")}`)).toBe("a + b");
  });
});

describe("a literal", () => {
  it("keeps the backslashes of a pattern", () => {
    expect(render(code`${literal("^[\\s\\S]*$")}`)).toBe(String.raw`"^[\\s\\S]*$"`);
  });

  it("evaluates to the original text for any text", () => {
    for (const value of ['"); hacked(("', "`${x}`", "\u2028\u2029", "</script>", "\0\u{1F600}"]) {
      expect(new Function(`return ${render(code`${literal(value)}`)}`)()).toBe(value);
    }
  });

  it("does not set the prototype of an object", () => {
    const hostile = JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}');
    const value = new Function(`return ${render(code`${literal(hostile)}`)}`)();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  });

  it("quotes keys that are not identifiers", () => {
    expect(render(code`${propertyKey("plain")} ${propertyKey("a-b")}`)).toBe('plain "a-b"');
  });
});
