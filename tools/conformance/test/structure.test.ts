import { describe, expect, it } from "vitest";
import { forbiddenImports, forbiddenLayers, packageArrows, topFolder } from "./structure/arrows.js";
import { findCycles } from "./structure/cycles.js";
import { findDuplicates } from "./structure/duplicates.js";
import type { DuplicateGroup } from "./structure/duplicates.js";
import { groupGraph, importGraph } from "./structure/imports.js";
import { filesNamedLikeFolders } from "./structure/names.js";
import { packageFolders, readSourceUnits } from "./structure/source-units.js";
import type { SourceUnit } from "./structure/source-units.js";
import { shippedTraits, strayTraitIds } from "./structure/trait-ids.js";

const units = readSourceUnits();
const graph = importGraph(units);
const written = units.filter(({ path }) => !path.includes("/generated/"));

/**
 * The packages whose folders below `src` have an order. The others only order their files: the
 * folders of the client runtime, for example, are views of the same pipeline.
 */
const orderedFolders = packageFolders().filter(
  (folder) => folder !== "packages/runtime/client-runtime",
);

describe("the structure of the workspace", () => {
  it("has an entry in the arrows for each package except the tools", () => {
    const packages = packageFolders().filter((folder) => !folder.startsWith("tools/"));
    expect(packages.filter((folder) => !Object.hasOwn(packageArrows, folder))).toEqual([]);
  });

  it("imports other packages along the arrows and by name", () => {
    expect(forbiddenImports(units)).toEqual([]);
  });

  it("imports other folders of a package along the arrows between its layers", () => {
    expect(forbiddenLayers(units)).toEqual([]);
  });

  it("has no import cycle between files, including type imports", () => {
    const cycles = findCycles(graph).map((cycle) => cycle.join(" → "));
    expect(cycles).toEqual([]);
  });

  it("has no import cycle between the folders of a package that orders them", () => {
    const cycles = orderedFolders.flatMap((folder) => {
      const own = [...graph].filter(([path]) => path.startsWith(`${folder}/src/`));
      return findCycles(groupGraph(new Map(own), (path) => topFolder(path, folder))).map(
        (cycle) => `${folder}/src/{${cycle.join(", ")}}`,
      );
    });
    expect(cycles).toEqual([]);
  });

  it("has no file next to a folder of the same name", () => {
    expect(filesNamedLikeFolders(units)).toEqual([]);
  });
});

describe("trait ids", () => {
  it("cover all trait libraries", () => {
    const shipped = shippedTraits(units);
    expect(shipped.size).toBeGreaterThan(150);
    expect([...shipped]).toEqual(expect.arrayContaining(["smithy.api#http", "aws.auth#sigv4"]));
  });

  it("are written in one place", () => {
    expect(strayTraitIds(units)).toEqual([]);
  });
});

describe("function bodies", () => {
  // The smallest body that is worth sharing is `typeof x === "object" && x !== null`. Calls with
  // one or two arguments are smaller.
  const smallest = 6;

  /**
   * The language and the runtimes do not import each other, so each side has its own helpers. Code
   * that belongs to both sides may use either.
   */
  const isOnBothSides = ({ packageFolder }: SourceUnit) =>
    packageFolder === "packages/runtime/dynamic-client" || packageFolder.startsWith("tools/");
  const isOnLanguageSide = ({ packageFolder }: SourceUnit) => packageFolder.startsWith("codegen/");

  const describeGroup = ({ sites }: DuplicateGroup) =>
    sites.map(({ name, path }) => `${name} in ${path}`).join(", ");

  const cases = [
    {
      side: "the language and the generator",
      own: written.filter((unit) => isOnLanguageSide(unit) || isOnBothSides(unit)),
    },
    {
      side: "the runtimes and the packages that use them",
      own: written.filter((unit) => !isOnLanguageSide(unit)),
    },
  ];

  it.each(cases)("occur only once in $side", ({ own }) => {
    expect(findDuplicates(own, smallest).map(describeGroup)).toEqual([]);
  });
});
