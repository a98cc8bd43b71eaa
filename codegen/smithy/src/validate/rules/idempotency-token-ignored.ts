import { hasTrait, idempotencyTokenTrait, mixinTrait } from "../../traits/index.js";
import { warning } from "../event.js";
import { describeContexts } from "../message-contexts.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const ignored = warning(
  "IdempotencyTokenIgnored",
  (args: { contexts: string }) =>
    `The \`idempotencyToken\` trait only has an effect when applied to a top-level operation input member, but it was applied and ignored in the following contexts: ${args.contexts}`,
);

/** Idempotency tokens are members of operation inputs. */
export const idempotencyTokenIgnored: Rule = {
  name: "IdempotencyTokenIgnored",
  *check({ model, neighbors }) {
    for (const member of model.shapesOfType("member")) {
      if (!hasTrait(member, idempotencyTokenTrait)) continue;
      const container = model.getShape(member.container);
      if (container?.type !== "structure" || hasTrait(container, mixinTrait)) continue;
      const users = neighbors.backward(container);
      const without = users.filter(({ relationship }) => relationship !== "input");
      if (without.length === 0) continue;
      yield ignored(
        { contexts: describeContexts(without) },
        atTrait(member, idempotencyTokenTrait),
      );
    }
  },
};
