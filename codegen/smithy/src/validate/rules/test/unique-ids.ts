import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Shape } from "../../../model/model.js";
import { stringOf } from "../../../model/node-value.js";
import { traitSpan } from "../../../model/trait-origins.js";
import {
  httpMalformedRequestTestsTrait,
  httpRequestTestsTrait,
  httpResponseTestsTrait,
  smokeTestsTrait,
} from "../../../traits/index.js";
import { error } from "../../event.js";
import { groupBy } from "../../group-by.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { ticked } from "../../shape-text.js";
import { casesOf } from "./test-case.js";

const sameId = (code: string) =>
  error(
    code,
    (args: { trait: string; id: string; shapes: readonly string[] }) =>
      `Conflicting \`${args.trait}\` test case IDs found for ID \`${args.id}\`: ${ticked(args.shapes)}`,
  );

const messages = {
  protocol: sameId("UniqueProtocolTestCaseId"),
  smoke: sameId("UniqueSmokeTestCaseId"),
} as const;

const protocolTests = [
  httpRequestTestsTrait.id,
  httpResponseTestsTrait.id,
  httpMalformedRequestTestsTrait.id,
] as const;

/** The ids of test cases of a kind are unique; each duplicate is reported. */
export const uniqueTestCaseId: Rule = {
  name: "UniqueProtocolTestCaseId",
  *check({ model }) {
    const shapes = [...model.shapesOfType("operation"), ...model.shapesOfType("structure")];
    for (const trait of protocolTests) {
      if (model.getShape(trait) === undefined) continue;
      for (const { id, group, ids } of conflicts(shapes, trait)) {
        for (const { shape } of group) {
          const span = traitSpan(shape, trait);
          yield messages.protocol({ trait, id, shapes: ids }, { shapeId: shape.id, span });
        }
      }
    }
  },
};

/** The ids of smoke tests are unique in a service; each operation with a duplicate is reported. */
export const uniqueSmokeTestId: Rule = {
  name: "UniqueSmokeTestCaseId",
  *check({ model, services }) {
    if (model.getShape(smokeTestsTrait.id) === undefined) return;
    const bound = new Set<Shape>();
    for (const service of model.shapesOfType("service")) {
      const operations = services.operationsOf(service);
      for (const operation of operations) bound.add(operation);
      yield* checkSmokeTests(operations);
    }
    for (const operation of model.shapesOfType("operation")) {
      if (!bound.has(operation)) yield* checkSmokeTests([operation]);
    }
  },
};

function* checkSmokeTests(operations: readonly Shape[]): Iterable<Diagnostic> {
  for (const { id, group, ids } of conflicts(operations, smokeTestsTrait.id)) {
    // The reference reports an operation once for each of its test cases.
    for (const { shape } of group) {
      yield messages.smoke({ trait: smokeTestsTrait.id, id, shapes: ids }, at(shape));
    }
  }
}

/** The test cases that share an id, by id, and the ids of the shapes that have them. */
function* conflicts(shapes: readonly Shape[], trait: string) {
  const cases = shapes.flatMap((shape) =>
    casesOf(shape, trait).map((one) => ({ shape, id: stringOf(one["id"]) ?? "" })),
  );
  for (const [id, group] of groupBy(cases, (one) => one.id)) {
    if (group.length > 1) yield { id, group, ids: group.map(({ shape }) => shape.id).sort() };
  }
}
