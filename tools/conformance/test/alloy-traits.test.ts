import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel, serializeAst } from "@tinsmith/smithy";
import type { Model, NodeObject, NodeValue, SourceText } from "@tinsmith/smithy";
import { isNodeArray, isNodeObject } from "@tinsmith/smithy";
import { documentationTrait, traitTrait } from "@tinsmith/smithy/traits";
import { describe, expect, it } from "vitest";
import { corporaFolder, filesBelow, source } from "../src/corpus-files.js";

const corpus = join(corporaFolder, "alloy/core");
const own = fileURLToPath(new URL("../../../packages/runtime/alloy/model", import.meta.url));
const isThere = existsSync(corpus);
if (!isThere)
  console.log("Skipped: the traits of alloy (../shared/corpora beside the project) are absent.");

/** The shapes of a model as data, without documentation and the layout of selectors. */
function shapesOf(folder: string): NodeObject {
  const sources = filesBelow(folder, ".smithy").map(({ path }) => source(path));
  const { shapes } = objectOf(serializeAst(load(sources)));
  return Object.fromEntries(
    Object.entries(objectOf(shapes)).map(([id, shape]) => [id, withoutWords(shape)]),
  );
}

function load(sources: readonly SourceText[]): Model {
  const { model, diagnostics } = loadModel(sources);
  const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
  if (model === undefined || errors.length > 0) throw new Error(JSON.stringify(errors));
  return model;
}

function withoutWords(value: NodeValue): NodeValue {
  if (isNodeArray(value)) return value.map(withoutWords);
  if (!isNodeObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== documentationTrait.id)
      .map(([key, item]) => [
        key,
        key === traitTrait.id ? withPlainSelector(objectOf(item)) : withoutWords(item),
      ])
      // Removes `traits` if documentation is the only trait of a shape.
      .filter(([key, item]) => key !== "traits" || Object.keys(objectOf(item)).length > 0),
  );
}

function withPlainSelector({ selector, ...others }: NodeObject): NodeObject {
  return typeof selector === "string"
    ? { ...others, selector: selector.replaceAll(/\s+/g, "") }
    : others;
}

function objectOf(value: NodeValue | undefined): NodeObject {
  return isNodeObject(value) ? value : {};
}

describe.skipIf(!isThere)("the traits of @tinsmith/alloy", () => {
  it("are defined as alloy defines them: names, selectors, members and constraints", () => {
    const expected = shapesOf(corpus);
    expect(Object.keys(expected).length).toBeGreaterThan(70);
    expect(shapesOf(own)).toEqual(expected);
  });
});
