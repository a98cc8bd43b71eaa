import type { ServiceShape } from "../../../model/model.js";
import { shapeName } from "../../../model/shape-id.js";
import { hasTrait, serviceTrait, sigv4aTrait, sigv4Trait, trait } from "../../../traits/index.js";
import { warning } from "../../event.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";

const mismatch = warning(
  "SigV4Traits",
  (args: { trait: string; value: string; other: string; otherValue: string }) =>
    `Value for \`${args.trait}\` "${args.value}" and value for \`${args.other}\` "${args.otherValue}" SHOULD match.`,
);

/** A service signs under one name only. */
export const sigV4Traits: Rule = {
  name: "SigV4Traits",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const names = namesOf(service);
      for (const [index, { trait, value }] of names.entries()) {
        for (const { trait: other, value: otherValue } of names.slice(index + 1)) {
          if (value === otherValue) continue;
          yield mismatch({ trait, value, other, otherValue }, at(service));
        }
      }
    }
  },
};

interface Name {
  readonly trait: string;
  readonly value: string;
}

/** The names of a service in ARNs and signatures, as far as it declares them. */
function namesOf(service: ServiceShape): readonly Name[] {
  const sigv4 = trait(service, sigv4Trait)?.name;
  const sigv4a = trait(service, sigv4aTrait)?.name;
  const { arnNamespace } = trait(service, serviceTrait) ?? {};
  const isAws = hasTrait(service, serviceTrait);
  const namespace = arnNamespace ?? shapeName(service.id).toLowerCase();
  return [
    ...(isAws ? [{ trait: `${serviceTrait.id}$arnNamespace`, value: namespace }] : []),
    ...(sigv4 === undefined ? [] : [{ trait: `${sigv4Trait.id}$name`, value: sigv4 }]),
    ...(sigv4a === undefined ? [] : [{ trait: `${sigv4aTrait.id}$name`, value: sigv4a }]),
  ];
}
