import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { documentationToMarkdown } from "../../../src/print/markdown.js";
import { writeMarkdown } from "../../../src/targets/docs/output/markdown.js";
import { plainText, renderText } from "../../../src/targets/docs/text/render-text.js";

const path = (name: string) =>
  fileURLToPath(
    new URL(`../../../../../../shared/corpora/aws-models/${name}.json`, import.meta.url),
  );
const models = ["s3-2006-03-01", "lambda-2015-03-31", "dynamodb-2012-08-10"];
const present = models.filter((name) => existsSync(path(name)));
if (present.length === 0) {
  console.log("Skipped: the HTML of AWS models (../shared/corpora beside the project).");
}

/** Returns the distinct texts of the documentation in a model. */
function textsOf(model: unknown): ReadonlySet<string> {
  const texts = new Set<string>();
  JSON.stringify(model, (key, value: unknown) => {
    if (key === "smithy.api#documentation" && typeof value === "string") texts.add(value);
    return value;
  });
  return texts;
}

/**
 * Returns the words of a text that another text does not contain. Markdown syntax and spaces are
 * ignored.
 */
function lost(text: string, other: string): readonly string[] {
  const letters = other.replace(/\\|[^A-Za-z]+/g, "");
  return [...new Set(text.match(/[A-Za-z]{3,}/g))].filter((word) => !letters.includes(word));
}

/**
 * Removes the full name of a service. Comments omit this name, because it is the title of the page.
 */
const withoutName = (text: string): string => text.replace(/<fullname>[^]*?<\/fullname>/g, "");

describe("the HTML of AWS models", () => {
  it.each(present)(
    "keeps all its words in the Markdown of pages: %s",
    (name) => {
      const model: unknown = JSON.parse(readFileSync(path(name), "utf8"));
      const found = [...textsOf(model)].flatMap((text) => {
        const words = lost(plainText(text), writeMarkdown(renderText(text)));
        return words.length === 0 ? [] : [`${words.join(" ")}: ${text.slice(0, 200)}`];
      });
      expect(found.slice(0, 10)).toEqual([]);
    },
    120_000,
  );

  it.each(present)(
    "keeps all its words in comments: %s",
    (name) => {
      const model: unknown = JSON.parse(readFileSync(path(name), "utf8"));
      const found = [...textsOf(model)].flatMap((text) => {
        const words = lost(plainText(withoutName(text)), documentationToMarkdown(text));
        return words.length === 0 ? [] : [`${words.join(" ")}: ${text.slice(0, 200)}`];
      });
      expect(found.slice(0, 10)).toEqual([]);
    },
    120_000,
  );
});
