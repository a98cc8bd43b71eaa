import { describe, expect, it } from "vitest";
import { loadModel } from "../src/index.js";
import { libraryDefinitions, preludeDefinitions } from "../src/load/trait-definitions.js";
import { traitLibraries } from "../src/traits/registry.js";

describe("loadModel", () => {
  it("loads the prelude and every trait library without diagnostics", () => {
    const libraries = libraryDefinitions([...traitLibraries.values()].flat());
    const complaints = [preludeDefinitions(), ...libraries].flatMap(
      ({ diagnostics }) => diagnostics,
    );
    expect(complaints.map(({ message }) => message)).toEqual([]);
  });

  it.each([...traitLibraries.keys()])("loads a model that uses the library %s", (namespace) => {
    const text = `$version: "2.0"\nmetadata uses = "${namespace}#"\nnamespace a.b\n`;
    const { model, diagnostics } = loadModel([{ path: "a.smithy", text }]);
    expect(diagnostics).toEqual([]);
    const found = [...(model?.shapes.keys() ?? [])].filter((id) => id.startsWith(`${namespace}#`));
    expect(found).not.toEqual([]);
  });

  it("does not load libraries that a model does not use", () => {
    const { model } = loadModel([{ path: "a.smithy", text: '$version: "2.0"\nnamespace a.b\n' }]);
    const namespaces = new Set([...(model?.shapes.keys() ?? [])].map((id) => id.split("#")[0]));
    expect([...namespaces]).toEqual(["smithy.api"]);
  });
});
