import { warning } from "../event.js";
import { at, type Rule } from "../rule.js";

const ignored = warning(
  "IdempotencyTokenIgnored",
  (args: { container: string }) =>
    `The \`idempotencyToken\` trait only has an effect when applied to a top-level operation input member, but it was applied and ignored in the following context: ${args.container}`,
);

/** Tokens are members of inputs. */
export const idempotencyTokenIgnored: Rule = {
  name: "IdempotencyTokenIgnored",
  *check({ model, neighbors }) {
    for (const member of model.shapesOfType("member")) {
      if (!member.traits.has("smithy.api#idempotencyToken")) continue;
      const container = model.getShape(member.container);
      if (container === undefined || container.traits.has("smithy.api#mixin")) continue;
      const users = neighbors.backward(container);
      if (users.length > 0 && users.every(({ relationship }) => relationship !== "input")) {
        yield ignored({ container: container.id }, at(member));
      }
    }
  },
};
