import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { ResourceShape } from "../../../model/model.js";
import { error } from "../../event.js";
import { at, type Rule } from "../../rule.js";
import { objectTrait, stringOf } from "../../trait-values.js";
import { hostLabels } from "../../uri-pattern.js";

const messages = {
  delimiter: error(
    "ArnTrait",
    () => "A `resourceDelimiter` can only be set for an `absolute` ARN.",
  ),
  slash: error(
    "ArnTrait",
    (args: { template: string }) =>
      `Invalid aws.api#arn trait resource, \`${args.template}\`: a relative template must not start with "/"`,
  ),
  labels: error(
    "ArnTrait",
    (args: { template: string; labels: readonly string[]; identifiers: readonly string[] }) =>
      `Invalid aws.api#arn trait resource, \`${args.template}\`. Found template labels in the trait that are not the names of the identifiers of the resource: [${args.labels.join(", ")}]. Extraneous labels: [${args.labels.filter((label) => !args.identifiers.includes(label.toLowerCase())).join(", ")}]`,
  ),
} as const;

/** The template of an ARN is over the identifiers of its resource. */
export const arnTrait: Rule = {
  name: "ArnTrait",
  *check({ model }) {
    for (const resource of model.shapesOfType("resource")) {
      if (resource.traits.has("aws.api#arn")) yield* checkResource(resource);
    }
  },
};

function* checkResource(resource: ResourceShape): Iterable<Diagnostic> {
  const { template: text, absolute, resourceDelimiter } = objectTrait(resource, "aws.api#arn");
  const template = stringOf(text) ?? "";
  if (resourceDelimiter !== undefined && absolute !== true) {
    yield messages.delimiter(undefined, at(resource));
  }
  if (absolute !== true && template.startsWith("/")) {
    yield messages.slash({ template }, at(resource));
  }
  const labels = hostLabels(template);
  const identifiers = [...resource.identifiers.keys()].map((name) => name.toLowerCase());
  if (labels.some((label) => !identifiers.includes(label.toLowerCase()))) {
    yield messages.labels({ template, labels, identifiers }, at(resource));
  }
}
