import type { ElementContent, Root } from "hast";
import { expect, test } from "vitest";
import { writeHtml } from "../../../src/targets/docs/output/html.js";
import { writeMarkdown } from "../../../src/targets/docs/output/markdown.js";
import { writePage } from "../../../src/targets/docs/output/write-page.js";
import type { Page } from "../../../src/targets/docs/pages/page.js";

function pageOf(text: string, title: string): Page {
  const content: readonly ElementContent[] = [
    {
      type: "element",
      tagName: "p",
      properties: { title },
      children: [{ type: "text", value: text }],
    },
  ];
  return { path: "index.html", title, description: "", section: "Overview", content };
}

test.each([
  ["one", "a", "frame"],
  ["two", "a", "frame"],
  ["two", "b", "frame"],
  ["two", "b", "another frame"],
  ["one", "a", "frame"],
])(
  "the page %s, %s in %s is written as itself, whatever was written before",
  (text, title, frame) => {
    const page = pageOf(text, title);
    const layOut = (): Root => ({
      type: "root",
      children: [{ type: "comment", value: frame }, ...page.content],
    });
    expect(writePage(page, frame, layOut)).toEqual({
      html: writeHtml(layOut()),
      markdown: writeMarkdown(page.content),
    });
  },
);

test("a page is not laid out again where it and its frame are as before", () => {
  const page = pageOf("once", "a");
  let layouts = 0;
  const layOut = (): Root => {
    layouts += 1;
    return { type: "root", children: [...page.content] };
  };
  writePage(page, "frame", layOut);
  writePage(pageOf("once", "a"), "frame", layOut);
  expect(layouts).toBe(1);
});
