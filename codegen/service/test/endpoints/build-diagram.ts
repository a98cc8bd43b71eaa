import type { NodeValue } from "@tinsmith/smithy";

/** The lowest reference to a result. Lower references are nodes. */
export const RESULT = 100_000_000;

/** Encodes nodes as the trait does: as integers of four bytes. */
function encode(nodes: readonly (readonly number[])[]): string {
  const bytes = Buffer.alloc(nodes.length * 12);
  for (const [index, value] of nodes.flat().entries()) bytes.writeInt32BE(value, index * 4);
  return bytes.toString("base64");
}

/** Creates a value of `smithy.rules#endpointBdd` with these nodes. */
export const diagramOf = (
  nodes: readonly (readonly number[])[],
  root: number,
  rest: {
    readonly parameters: NodeValue;
    readonly conditions: Readonly<Record<string, NodeValue>> | readonly NodeValue[];
    readonly results: Readonly<Record<string, NodeValue>> | readonly NodeValue[];
  },
) => ({
  version: "1.1",
  parameters: rest.parameters,
  conditions: Object.values(rest.conditions),
  results: Object.values(rest.results),
  root,
  nodeCount: nodes.length,
  nodes: encode(nodes),
});
