import { describe, expect, it } from "vitest";
import { readDiagram, branchesOf } from "../../src/endpoints/decision-diagram.js";
import { diagramOf, RESULT } from "./build-diagram.js";

const parameters = { Region: { type: "string" } };
const isSet = (name: string) => ({ fn: "isSet", argv: [{ ref: name }] });
const conditions = [isSet("A"), isSet("B"), isSet("C"), isSet("D"), isSet("E"), isSet("F")];
const results = Array.from({ length: 6 }, (_, index) => ({
  type: "error",
  conditions: [],
  error: `No ${index}.`,
}));
const end = [-1, 1, -1];
const read = (nodes: readonly (readonly number[])[], root: number) =>
  readDiagram(diagramOf(nodes, root, { parameters, conditions, results }));

describe("readDiagram", () => {
  it("reads the nodes, their branches and the root", () => {
    const diagram = read([end, [1, 3, RESULT + 2], [0, RESULT + 1, -1]], 2);
    expect(diagram.root).toEqual({ kind: "node", index: 1, negated: false });
    expect(diagram.nodes.get(1)).toEqual({
      condition: {
        test: { kind: "call", fn: "isSet", args: [{ kind: "reference", name: "B" }] },
        assign: undefined,
      },
      whenTrue: { kind: "node", index: 2, negated: false },
      whenFalse: { kind: "result", index: 1 },
    });
    expect(diagram.nodes.get(2)?.whenFalse).toEqual({ kind: "none" });
    expect(diagram.results[1]?.outcome).toEqual({
      kind: "error",
      message: { kind: "template", text: "No 1." },
    });
  });

  it("swaps the branches of a negated node", () => {
    const diagram = read([end, [1, RESULT + 1, RESULT + 2]], -2);
    const { root } = diagram;
    if (root.kind !== "node") throw new Error("The root is not a node");
    expect(branchesOf(diagram, root)).toMatchObject({
      whenTrue: { kind: "result", index: 1 },
      whenFalse: { kind: "result", index: 0 },
    });
  });

  it("describes the error in an invalid diagram", () => {
    const wrong = (nodes: readonly (readonly number[])[], root: number) => () => read(nodes, root);
    expect(wrong([end], 3)).toThrow("no node for the reference 3");
    expect(wrong([end, [0, 0, 1]], 2)).toThrow("no node for the reference 0");
    expect(wrong([end, [9, 1, 1]], 2)).toThrow("no condition 9");
    expect(wrong([end, [0, RESULT + 7, 1]], 2)).toThrow("no result 7");
    expect(wrong([end, [0, 3, 1], [1, 2, 1]], 2)).toThrow("contains a cycle");
    const diagram = diagramOf([end], 1, { parameters, conditions, results });
    expect(() => readDiagram({ ...diagram, nodeCount: 3 })).toThrow(
      "Expected 36 bytes for 3 nodes",
    );
  });
});
