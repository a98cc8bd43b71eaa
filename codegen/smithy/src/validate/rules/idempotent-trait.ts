import { idempotentTrait, trait } from "../../traits/index.js";
import { error } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

const messages = {
  both: error(
    "IdempotentTrait",
    () =>
      "The `exists` and `notFound` properties of the `@idempotent` trait are mutually exclusive. Only one may be specified.",
  ),
  notAnError: error(
    "IdempotentTrait",
    (args: { property: string; error: string; errors: readonly string[] }) =>
      `The \`${args.property}\` property references error \`${args.error}\`, but it is not in the operation's errors list. Expected one of ${ticked(args.errors)}`,
  ),
} as const;

/** The errors of an idempotent operation that count as success are errors of the operation. */
export const idempotentTraitRule: Rule = {
  name: "IdempotentTrait",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const idempotent = trait(operation, idempotentTrait) ?? {};
      if (idempotent.exists !== undefined && idempotent.notFound !== undefined) {
        yield messages.both(undefined, atTrait(operation, idempotentTrait));
      }
      for (const property of ["exists", "notFound"] as const) {
        for (const id of idempotent[property] ?? []) {
          if (operation.errors.includes(id)) continue;
          const args = { property, error: id, errors: operation.errors };
          yield messages.notAnError(args, atTrait(operation, idempotentTrait));
        }
      }
    }
  },
};
