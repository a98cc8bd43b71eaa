import { expect } from "vitest";
import { loadModel, serializeAst, transformModel } from "../../src/index.js";
import type { AstNode, Model, NodeValue, Transform } from "../../src/index.js";

/** The IDL texts of a model. The default namespace is `a`. */
type Texts = string | readonly string[];

export function load(texts: Texts): Model {
  const sources = (typeof texts === "string" ? [texts] : texts).map((text, index) => {
    const head = text.includes("namespace ") ? "" : "namespace a\n";
    return { path: `${index}.smithy`, text: `$version: "2.0"\n${head}${text}\n` };
  });
  const { model, diagnostics } = loadModel(sources);
  expect(diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
  if (!model) throw new Error("The model does not load.");
  return model;
}

/** Applies one transform. Throws if the transform fails. */
export function apply(model: Model, name: string, args?: NodeValue): Model {
  const result = transformModel(model, [{ name, args }]);
  expect(result.problems).toEqual([]);
  checkContract(result.model);
  return result.model;
}

/** Returns the JSON AST of a model after a transform. */
export const transformed = (texts: Texts, name: string, args?: NodeValue): AstNode =>
  serializeAst(apply(load(texts), name, args));

/** Returns the JSON AST of a model. */
export const ast = (texts: Texts): AstNode => serializeAst(load(texts));

/** Returns the messages that a transform reports. */
export function messages(texts: Texts, ...transforms: readonly Transform[]): readonly string[] {
  const model = load(texts);
  const result = transformModel(model, transforms);
  expect(result.model).toBe(model);
  return result.problems.map(({ message }) => message);
}

/**
 * Verifies the invariants of a model: it is sorted and frozen, and the members that it finds by id
 * are the members of its shapes.
 */
function checkContract(model: Model): void {
  const ids = [...model.shapes.keys()];
  expect(ids).toEqual([...ids].sort());
  const missing = [...model.shapes.values()]
    .flatMap((shape) => (shape.type === "member" ? [shape.container, shape.target] : []))
    .filter((id) => !model.shapes.has(id));
  expect(missing).toEqual([]);
}
