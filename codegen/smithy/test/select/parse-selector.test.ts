import { describe, expect, it } from "vitest";
import { parseExpressions } from "../../src/select/parse-selector.js";
import { SelectorSyntaxError } from "../../src/select/selector-syntax.js";

function failure(text: string): SelectorSyntaxError | undefined {
  try {
    parseExpressions(text);
    return undefined;
  } catch (error) {
    if (error instanceof SelectorSyntaxError) return error;
    throw error;
  }
}

describe("parseSelector", () => {
  it.each([
    ["", 1, "Unexpected selector EOF"],
    ["!", 1, "Unexpected selector character: !"],
    ["'foo'", 1, "Unexpected selector character: '"],
    ["invalid", 8, "Unknown shape type: invalid"],
    ["foo -[]->", 4, "Unknown shape type: foo"],
    ["string=b", 7, "Unexpected selector character: ="],
    ["[]", 2, "Expected a valid identifier character, but found ']'"],
    ["[foo|]", 6, "Expected a valid identifier character, but found ']'"],
    ["[a=b", 5, "Expected: ']', but found '[EOF]'"],
    ["[foo=']", 8, "Expected ' to close ]"],
    ["[foo^foo]", 6, "Expected: '=', but found 'f'"],
    [":is", 4, "Expected: '(', but found '[EOF]'"],
    [":is(string", 11, "Found '[EOF]', but expected one of the following tokens: ')' ','"],
    [":is(string, )", 13, "Unexpected selector character: )"],
    [":not(string, blob)", 19, "The :not function requires a single selector argument"],
  ])('rejects "%s" at column %i', (text, column, reason) => {
    const error = failure(text);
    expect(error?.reason).toBe(reason);
    expect(error?.message).toContain(`Syntax error at line 1 column ${column}, near`);
  });

  it("reports the line and the column of an error", () => {
    expect(failure("structure >\n  member [trait|")?.message).toContain("line 2 column 17");
  });

  it("rejects a deeply nested selector before it overflows the stack", () => {
    expect(failure(":not(".repeat(10_000))?.reason).toContain("nested more than");
  });
});

describe("parseSelector", () => {
  it.each([
    "*",
    "list:test(> member > string)",
    "[trait|since = 2019, 2020]",
    "[id|namespace = smithy.example]",
    "[trait | range\n | min = 1 ]",
    "[trait|httpQuery *= token i]",
    "[trait|externalDocumentation|'Reference Docs']",
    "[@trait|range: @{min} > @{max}]",
    "[@: @{trait|(keys)} = @{id} i && @{id|(length)} >= 10, 20]",
    "service $authTraits(-[trait]-> [trait|authDefinition]) ~> ${authTraits}",
    "[trait|streaming] :test(<) :not(< member < structure <-[input, output]- operation)",
    ":someday(string)",
  ])("accepts the selector %s", (text) => {
    expect(failure(text)).toBeUndefined();
  });
});
