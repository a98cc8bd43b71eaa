import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model, OperationShape } from "../../../model/model.js";
import { stringOf } from "../../../model/node-value.js";
import { smokeTestsTrait } from "../../../traits/index.js";
import { warning } from "../../event.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { casesOf, checkParams } from "./test-case.js";
import type { TestCase } from "./test-case.js";

const code = "SmokeTestCase";

const messages = {
  noParams: warning(
    code,
    (args: { id: string }) =>
      `Smoke test case with ID \`${args.id}\` defined a \`vendorParamsShape\` but no \`vendorParams\``,
  ),
  noShape: warning(
    code,
    (args: { id: string }) =>
      `Smoke test case with ID \`${args.id}\` defined \`vendorParams\` but no \`vendorParamsShape\``,
  ),
} as const;

/** Smoke tests have valid inputs of their operation, and valid vendor parameters. */
export const smokeTests: Rule = {
  name: code,
  *check({ model }) {
    if (model.getShape(smokeTestsTrait.id) === undefined) return;
    for (const operation of model.shapesOfType("operation")) {
      for (const one of casesOf(operation, smokeTestsTrait.id))
        yield* checkCase(model, operation, one);
    }
  },
};

function* checkCase(model: Model, operation: OperationShape, one: TestCase): Iterable<Diagnostic> {
  const id = stringOf(one["id"]) ?? "";
  const shape = stringOf(one["vendorParamsShape"]);
  const { vendorParams, params } = one;
  if (shape !== undefined && vendorParams === undefined) {
    yield messages.noParams({ id }, at(operation));
  } else if (shape !== undefined) {
    const where = { code, place: `${smokeTestsTrait.id}.${id}.vendorParams` };
    yield* checkParams(model, operation, model.getShape(shape), vendorParams, where);
  } else if (vendorParams !== undefined) {
    yield messages.noShape({ id }, at(operation));
  }
  const input = model.getShape(operation.input);
  yield* checkParams(model, operation, input, params, {
    code,
    place: `${smokeTestsTrait.id}.${id}.params`,
  });
}
