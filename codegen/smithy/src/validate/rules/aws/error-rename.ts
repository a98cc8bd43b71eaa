import { error } from "../../event.js";
import { at, type Rule } from "../../rule.js";
import { nameOf } from "../../shape-text.js";

const unsupported = error(
  "ErrorRename",
  (args: { from: string; to: string; protocols: readonly string[] }) =>
    `Service attempts to rename an error shape from \`${args.from}\` to "${args.to}"; Service protocols [${args.protocols.join(", ")}] do not support error renaming.`,
);

/** Protocols that write the name of an error's shape. */
const protocols = [
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
  "aws.protocols#restXml",
  "aws.protocols#restJson1",
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
];

/** Errors keep their names where a protocol sends them. */
export const errorRename: Rule = {
  name: "ErrorRename",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const found = protocols.filter((id) => service.traits.has(id)).map(nameOf);
      if (found.length === 0) continue;
      for (const [from, to] of service.rename) {
        if (model.getShape(from)?.traits.has("smithy.api#error") !== true) continue;
        yield unsupported({ from, to, protocols: found }, at(service));
      }
    }
  },
};
