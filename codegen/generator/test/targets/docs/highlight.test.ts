import type { ElementContent } from "hast";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highlight } from "../../../src/targets/docs/highlight/highlight.js";
import type { SnippetLanguage } from "../../../src/targets/docs/highlight/highlight.js";
import { textOf } from "./check-site.js";

const colored = (code: string, language: SnippetLanguage): readonly (readonly [string, string])[] =>
  highlight(code, language).flatMap((node: ElementContent) =>
    node.type === "element"
      ? [[String(node.properties["className"]), textOf(node.children)] as const]
      : [],
  );

describe("highlight", () => {
  it("colors the program, the options and the quoted words of a command", () => {
    const code = `aws parcels send \\\n  --name 'it'\\''s -x' --express\nnpm install -D a-b\nexport A=b`;
    expect(colored(code, "shellscript")).toEqual([
      ["tk", "aws"],
      ["tf", "--name"],
      ["ts", "'it'"],
      ["ts", "'s -x'"],
      ["tf", "--express"],
      ["tk", "npm"],
      ["tf", "-D"],
      ["tk", "export"],
    ]);
  });

  it("colors the start line, the header names and the body of a message", () => {
    expect(colored(`POST / HTTP/1.1\nHost: a:1\n\n{"a": 1}`, "http")).toEqual([
      ["tk", "POST / HTTP/1.1"],
      ["tf", "Host"],
      ["tk", `"a"`],
      ["tc", "1"],
    ]);
  });

  it.each(["typescript", "json", "shellscript", "http"] as const)(
    "keeps every character of %s",
    (language) => {
      const fragment = fc.constantFrom(
        ..."'\"`\\ \n<>/&$#-={}[]:;,.a1".split(""),
        "--x",
        "</code>",
        "\n\n",
      );
      fc.assert(
        fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
          const code = fragments.join("");
          expect(textOf(highlight(code, language))).toBe(code);
        }),
      );
    },
  );
});
