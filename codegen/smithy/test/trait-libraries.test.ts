import { expect, test } from "vitest";
import { loadModel } from "../src/index.js";
import { libraryDefinitions, preludeDefinitions } from "../src/load/trait-definitions.js";
import { traitLibraries } from "../src/traits/registry.js";

test("the prelude and every library are read without a complaint", () => {
  const libraries = libraryDefinitions([...traitLibraries.values()].flat());
  const complaints = [preludeDefinitions(), ...libraries].flatMap(({ diagnostics }) => diagnostics);
  expect(complaints.map(({ message }) => message)).toEqual([]);
});

test.each([...traitLibraries.keys()])("a model can use %s", (namespace) => {
  const text = `$version: "2.0"\nmetadata uses = "${namespace}#"\nnamespace a.b\n`;
  const { model, diagnostics } = loadModel([{ path: "a.smithy", text }]);
  expect(diagnostics).toEqual([]);
  const found = [...(model?.shapes.keys() ?? [])].filter((id) => id.startsWith(`${namespace}#`));
  expect(found).not.toEqual([]);
});

test("a model that uses none pays for none", () => {
  const { model } = loadModel([{ path: "a.smithy", text: '$version: "2.0"\nnamespace a.b\n' }]);
  const namespaces = new Set([...(model?.shapes.keys() ?? [])].map((id) => id.split("#")[0]));
  expect([...namespaces]).toEqual(["smithy.api"]);
});
