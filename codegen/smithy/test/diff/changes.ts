import { diffModels } from "../../src/diff/index.js";
import type { Diagnostic, Model } from "../../src/index.js";
import { loadModel } from "../../src/index.js";

/** Loads one file of IDL 2.0 in the namespace `a`. Throws if the file has errors. */
export function load(path: string, text: string): Model {
  // The IDL requires metadata before the namespace.
  const [metadata = ""] = /^(?:metadata .*\n)*/.exec(`${text}\n`) ?? [];
  const shapes = `${text}\n`.slice(metadata.length);
  const source = { path, text: `$version: "2.0"\n${metadata}namespace a\n${shapes}` };
  const { model, diagnostics } = loadModel([source]);
  const [fault] = diagnostics.filter(({ severity }) => severity === "ERROR");
  if (model === undefined || fault !== undefined) throw new Error(fault?.message);
  return model;
}

/** Returns the events of a change from one text to another. */
export const diff = (before: string, after: string): readonly Diagnostic[] =>
  diffModels(load("old.smithy", before), load("new.smithy", after));

/** Returns the events of a change, one line each: severity, event id, shape. */
export const changes = (before: string, after: string): readonly string[] =>
  diff(before, after).map(({ severity, code, shapeId }) => `${severity} ${code} ${shapeId ?? "-"}`);
