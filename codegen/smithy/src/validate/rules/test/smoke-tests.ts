import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model, OperationShape } from "../../../model/model.js";
import { stringOf } from "../../../model/node-value.js";
import { hasTrait, requiredTrait, smokeTestsTrait } from "../../../traits/index.js";
import { error, warning } from "../../event.js";
import { structureOf } from "../../identifier-bindings.js";
import { atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { ticked } from "../../shape-text.js";
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
  requiredParams: error(
    code,
    (args: { id: string; members: readonly string[] }) =>
      `Smoke test case with ID \`${args.id}\` does not define \`params\`, but the target operation has required input members: ${ticked([...args.members].sort())}`,
  ),
} as const;

/** Smoke tests have valid inputs of their operation, and valid vendor parameters. */
export const smokeTests: Rule = {
  name: code,
  *check({ model }) {
    if (model.getShape(smokeTestsTrait.id) === undefined) return;
    for (const operation of model.shapesOfType("operation")) {
      for (const [index, one] of casesOf(operation, smokeTestsTrait.id).entries()) {
        yield* checkCase(model, operation, one, index);
      }
    }
  },
};

function* checkCase(
  model: Model,
  operation: OperationShape,
  one: TestCase,
  index: number,
): Iterable<Diagnostic> {
  const id = stringOf(one["id"]) ?? "";
  const shape = stringOf(one["vendorParamsShape"]);
  const { vendorParams, params } = one;
  const where = (key: string) => ({
    code,
    place: `${smokeTestsTrait.id}.${id}.${key}`,
    trait: smokeTestsTrait.id,
    path: [index, key],
  });
  if (shape !== undefined && vendorParams === undefined) {
    yield messages.noParams({ id }, atTrait(operation, smokeTestsTrait));
  } else if (shape !== undefined) {
    yield* checkParams(
      model,
      operation,
      model.getShape(shape),
      vendorParams,
      where("vendorParams"),
    );
  } else if (vendorParams !== undefined) {
    yield messages.noShape({ id }, atTrait(operation, smokeTestsTrait));
  }
  const input = model.getShape(operation.input);
  yield* checkParams(model, operation, input, params, where("params"));
  if (params !== undefined) return;
  const members = [...(structureOf(input)?.members.values() ?? [])]
    .filter((member) => hasTrait(member, requiredTrait))
    .map(({ name }) => name);
  if (members.length > 0) {
    yield messages.requiredParams({ id, members }, atTrait(operation, smokeTestsTrait));
  }
}
