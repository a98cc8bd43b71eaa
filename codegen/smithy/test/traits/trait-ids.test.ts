import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as traits from "../../src/traits/index.js";

const source = fileURLToPath(new URL("../../src/", import.meta.url));

const ids: ReadonlySet<string> = new Set(
  Object.values(traits).flatMap((one) => (typeof one === "object" ? one.id : [])),
);

/** Returns the strings of a file that are ids of traits or of their members. */
function traitIdsIn(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const isId = ts.isStringLiteralLike(node) && ids.has(node.text.split("$")[0] ?? "");
    if (isId) found.push(`${path.slice(source.length)}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe("trait ids", () => {
  it("occur as strings only in the generated descriptors", () => {
    expect(ids.size).toBeGreaterThan(150);
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".ts") && !name.startsWith(join("traits", "generated")),
    );
    expect(files.flatMap((name) => traitIdsIn(join(source, name)))).toEqual([]);
  });
});
