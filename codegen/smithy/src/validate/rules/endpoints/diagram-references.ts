import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { ServiceShape } from "../../../model/model.js";
import { endpointBddTrait, trait } from "../../../traits/index.js";
import { error } from "../../event.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { firstResult, readDiagram } from "./decision-diagram.js";
import type { Diagram } from "./decision-diagram.js";

const code = "BddTrait";

const messages = {
  condition: error(
    code,
    (args: { node: number; condition: number; count: number }) =>
      `Node ${args.node} has invalid variable index ${args.condition} (condition count: ${args.count})`,
  ),
  zero: error(code, (args: { place: string }) => `${args.place} has invalid reference: 0`),
  missing: error(
    code,
    (args: { place: string; reference: number; kind: string; index: number; count: number }) =>
      `${args.place} reference ${args.reference} points to non-existent ${args.kind} ${args.index} (${args.kind} count: ${args.count})`,
  ),
} as const;

/** The references of a decision diagram are valid. */
export const diagramReferences: Rule = {
  name: code,
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const diagram = trait(service, endpointBddTrait);
      if (diagram !== undefined) yield* checkDiagram(service, readDiagram(diagram));
    }
  },
};

function* checkDiagram(service: ServiceShape, diagram: Diagram): Iterable<Diagnostic> {
  const { nodes, root, conditions: count } = diagram;
  yield* checkReference(service, diagram, "Root", root);
  for (const [node, { condition, high, low }] of nodes.entries()) {
    // The first node is the end of every path.
    if (node === 0) continue;
    if (condition < 0 || condition >= count) {
      yield messages.condition({ node, condition, count }, at(service));
    }
    yield* checkReference(service, diagram, `Node ${node} high`, high);
    yield* checkReference(service, diagram, `Node ${node} low`, low);
  }
}

function* checkReference(
  service: ServiceShape,
  { nodes, results }: Diagram,
  place: string,
  reference: number,
): Iterable<Diagnostic> {
  if (reference === 0) {
    yield messages.zero({ place }, at(service));
  } else if (reference >= firstResult) {
    const index = reference - firstResult;
    if (index < results) return;
    yield messages.missing(
      { place, reference, kind: "result", index, count: results },
      at(service),
    );
  } else {
    const index = Math.abs(reference) - 1;
    const count = nodes.length;
    if (index < count || index === 0) return;
    yield messages.missing({ place, reference, kind: "node", index, count }, at(service));
  }
}
