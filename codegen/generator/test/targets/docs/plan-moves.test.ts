import { describe, expect, it } from "vitest";
import { addressOf, planMoves } from "../../../src/targets/docs/site/plan-moves.js";

const places = new Map([
  ["a#New", { page: "shapes/new.html", anchor: undefined }],
  ["a#New$one", { page: "shapes/new.html", anchor: "one" }],
  ["a#Error", { page: "errors.html", anchor: "Error" }],
]);

const plan = (
  published: Readonly<Record<string, string>>,
  moved: Readonly<Record<string, string>> = {},
) => planMoves({ published, moved, places, pages: ["errors.html", "index.html"] });

const targets = ({ moves }: ReturnType<typeof plan>) =>
  moves.map(({ from, to }) => [addressOf(from), addressOf(to)]);

describe("planMoves", () => {
  it("redirects the old address of an id to its new address", () => {
    expect(targets(plan({ "a#Error": "shapes/error.html" }))).toEqual([
      ["shapes/error.html", "errors.html#Error"],
    ]);
  });

  it("redirects members of a renamed shape to the new members, and removed members to the new shape", () => {
    const published = {
      "a#Old": "shapes/old.html",
      "a#Old$one": "shapes/old.html#one",
      "a#Old$two": "shapes/old.html#two",
    };
    expect(targets(plan(published, { "a#Old": "a#New" }))).toEqual([
      ["shapes/old.html", "shapes/new.html"],
      ["shapes/old.html#one", "shapes/new.html#one"],
      ["shapes/old.html#two", "shapes/new.html"],
    ]);
  });

  it("follows several renames of shapes and members", () => {
    const moved = { "a#First": "a#Second", "a#Second": "a#New", "a#Second$uno": "a#New$one" };
    expect(targets(plan({ "a#First$uno": "shapes/first.html#uno" }, moved))).toEqual([
      ["shapes/first.html#uno", "shapes/new.html#one"],
    ]);
  });

  it("reports an error if successors form a circle", () => {
    const { warnings } = plan({ "a#X": "shapes/x.html" });
    expect(warnings).toHaveLength(1);
    expect(() => plan({ "a#X": "shapes/x.html" }, { "a#X": "a#Y", "a#Y": "a#X" })).toThrow(
      /does not exist/,
    );
  });

  it("does not redirect an address that belongs to another id now", () => {
    const { moves, warnings } = plan({ "a#Old": "shapes/new.html" }, { "a#Old": "errors.html" });
    expect({ moves, warnings }).toEqual({ moves: [], warnings: [] });
  });

  it("warns only once about a removed shape and its members", () => {
    const { warnings } = plan({ "a#Old": "shapes/old.html", "a#Old$one": "shapes/old.html#one" });
    expect(warnings).toHaveLength(1);
  });
});
