import type { Severity } from "../../../diagnostics/diagnostic.js";
import { isNodeArray, isNodeObject } from "../../../model/node-value.js";
import { messagesOf } from "../../event.js";
import { validateNode } from "../../node/validate-node.js";
import { at, type Rule } from "../../rule.js";
import { nameOf } from "../../shape-text.js";
import { objectTrait, stringOf } from "../../trait-values.js";

const mismatch = (suffix: string | undefined, severity: Severity) =>
  messagesOf(severity)(
    suffix === undefined ? "EndpointTestsTrait" : `EndpointTestsTrait.${suffix}`,
    (args: { path: string; message: string }) =>
      `The operationInput value for an endpoint test does not match the operation's input shape${args.path}: ${args.message}`,
  );

/** The inputs of endpoint tests are inputs of their operations. */
export const endpointTests: Rule = {
  name: "EndpointTestsTrait",
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      const { testCases } = objectTrait(service, "smithy.rules#endpointTests");
      if (!isNodeArray(testCases)) continue;
      const operations = services.operationsOf(service);
      const inputs = testCases
        .filter(isNodeObject)
        .flatMap((one) => (isNodeArray(one["operationInputs"]) ? one["operationInputs"] : []))
        .filter(isNodeObject);
      for (const input of inputs) {
        const name = stringOf(input["operationName"]);
        const operation = operations.find(({ id }) => nameOf(id) === name);
        const shape = operation && model.getShape(operation.input);
        const value = input["operationParams"];
        if (shape === undefined || value === undefined) continue;
        const options = { allowOptionalNull: true };
        for (const event of validateNode(model, shape, value, options)) {
          // A value that is off by a member says that the test is old, not that it is impossible.
          const severity = event.suffix?.startsWith("UnknownMember") ? "DANGER" : event.severity;
          yield mismatch(event.suffix, severity)(event, at(service));
        }
      }
    }
  },
};
