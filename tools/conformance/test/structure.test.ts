import { describe, expect, it } from "vitest";
import { forbiddenImports, forbiddenLayers, packageArrows, topFolder } from "./structure/arrows.js";
import { findCircles } from "./structure/circles.js";
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
 * The packages whose folders below `src` have an order. The others order their files only: the
 * folders of a client's runtime, for one, are as many views of the same pipeline.
 */
const orderedFolders = packageFolders().filter(
  (folder) => folder !== "packages/runtime/client-runtime",
);

describe("the structure of the workspace", () => {
  it("draws an arrow for each package but the tools", () => {
    const packages = packageFolders().filter((folder) => !folder.startsWith("tools/"));
    expect(packages.filter((folder) => !Object.hasOwn(packageArrows, folder))).toEqual([]);
  });

  it("imports other packages along the arrows, by their names", () => {
    expect(forbiddenImports(units)).toEqual([]);
  });

  it("imports other folders of a package along the arrows between its layers", () => {
    expect(forbiddenLayers(units)).toEqual([]);
  });

  it("has no circle of imports between files, those of types included", () => {
    const circles = findCircles(graph).map((circle) => circle.join(" → "));
    expect(circles).toEqual([]);
  });

  it("has no circle of imports between the folders of a package that orders them", () => {
    const circles = orderedFolders.flatMap((folder) => {
      const own = [...graph].filter(([path]) => path.startsWith(`${folder}/src/`));
      return findCircles(groupGraph(new Map(own), (path) => topFolder(path, folder))).map(
        (circle) => `${folder}/src/{${circle.join(", ")}}`,
      );
    });
    expect(circles).toEqual([]);
  });

  it("has no file beside a folder of the same name", () => {
    expect(filesNamedLikeFolders(units)).toEqual([]);
  });
});

describe("the ids of traits", () => {
  it("are those of all trait libraries", () => {
    const shipped = shippedTraits(units);
    expect(shipped.size).toBeGreaterThan(150);
    expect([...shipped]).toEqual(expect.arrayContaining(["smithy.api#http", "aws.auth#sigv4"]));
  });

  it("are spelled in one place", () => {
    expect(strayTraitIds(units)).toEqual([]);
  });
});

describe("the bodies of functions", () => {
  // A call with an argument or two is not worth a home; `typeof x === "object" && x !== null` is.
  const smallest = 6;

  /**
   * The language and the runtimes do not know each other, so each side has its own home for what
   * both need. What stands on both sides takes from either.
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
      side: "the runtimes and what stands on them",
      own: written.filter((unit) => !isOnLanguageSide(unit)),
    },
  ];

  it.each(cases)("are written once in $side", ({ own }) => {
    expect(findDuplicates(own, smallest).map(describeGroup)).toEqual([]);
  });
});
