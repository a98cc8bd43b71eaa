import type { ElementContent, Root } from "hast";
import { expect, test } from "vitest";
import { writeHtml } from "../../../src/targets/docs/output/html.js";
import { writeMarkdown } from "../../../src/targets/docs/output/markdown.js";
import { writePage } from "../../../src/targets/docs/output/write-page.js";

function page(text: string, title: string): readonly [Root, readonly ElementContent[]] {
  const heading: ElementContent = {
    type: "element",
    tagName: "p",
    properties: { title },
    children: [{ type: "text", value: text }],
  };
  return [{ type: "root", children: [heading] }, [heading]];
}

test.each([
  ["one", "a"],
  ["two", "a"],
  ["two", "b"],
  ["one", "a"],
])("the page %s, %s is written as itself, whatever was written before", (text, title) => {
  const [document, content] = page(text, title);
  expect(writePage(document, content)).toEqual({
    html: writeHtml(document),
    markdown: writeMarkdown(content),
  });
});
