import type { NodeValue } from "@tinsmith/smithy";
import type { ExamplePlan, ServicePlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { runtime } from "./runtime-symbols.js";

/**
 * Emits the `@examples` of the operations as data, the responses of operations without a handler.
 */
export function emitExamples(plan: ServicePlan): Code {
  const operations = plan.operations.filter((operation) => operation.examples.length > 0);
  return code`
    ${doc(undefined, { notes: ["The examples of the model, by operation."] })}
    export const ${declare("examples")}: ${runtime.examples} = {
      ${operations.map(
        ({ name, examples }) => code`
          ${propertyKey(name)}: [
            ${examples.map((example) => code`${literal(asNode(example))},`)}
          ],
        `,
      )}
    };
  `;
}

function asNode({ title, input, output, error }: ExamplePlan): NodeValue {
  return {
    title,
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error: { shapeId: error.shapeId, content: error.content } }),
  };
}
