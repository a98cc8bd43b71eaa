import { shapeName } from "../../../model/shape-id.js";
import {
  awsJson1_0Trait,
  awsJson1_1Trait,
  awsQueryTrait,
  ec2QueryTrait,
  errorTrait,
  hasTrait,
  restJson1Trait,
  restXmlTrait,
} from "../../../traits/index.js";
import { error } from "../../event.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";

const unsupported = error(
  "ErrorRename",
  (args: { from: string; to: string; protocols: readonly string[] }) =>
    `Service attempts to rename an error shape from \`${args.from}\` to "${args.to}"; Service protocols [${args.protocols.join(", ")}] do not support error renaming.`,
);

/** Protocols that send the shape name of an error. */
const protocols = [
  awsQueryTrait.id,
  ec2QueryTrait.id,
  restXmlTrait.id,
  restJson1Trait.id,
  awsJson1_0Trait.id,
  awsJson1_1Trait.id,
];

/** An error cannot be renamed if a protocol sends its shape name. */
export const errorRename: Rule = {
  name: "ErrorRename",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const found = protocols.filter((id) => service.traits.has(id)).map(shapeName);
      if (found.length === 0) continue;
      for (const [from, to] of service.rename) {
        if (!hasTrait(model.getShape(from), errorTrait)) continue;
        yield unsupported({ from, to, protocols: found }, at(service));
      }
    }
  },
};
