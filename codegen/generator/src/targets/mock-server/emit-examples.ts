import type { ServerPlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { runtime } from "./runtime-symbols.js";

/** Emits the `@examples` of the operations as data. Operations without a handler return them. */
export function emitExamples({ examples }: ServerPlan): Code {
  return code`
    ${doc(undefined, { notes: ["The examples of the model, by operation."] })}
    export const ${declare("examples")}: ${runtime.examples} = {
      ${Object.entries(examples).map(
        ([name, list]) => code`
          ${propertyKey(name)}: [
            ${list.map((example) => code`${literal(example)},`)}
          ],
        `,
      )}
    };
  `;
}
