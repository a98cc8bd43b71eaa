import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { ResourceShape } from "../../../model/model.js";
import { arnTrait, hasTrait, serviceTrait, trait } from "../../../traits/index.js";
import { error } from "../../event.js";
import { atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { ticked } from "../../shape-text.js";

const messages = {
  delimiter: error(
    "ArnTrait",
    () => "A `resourceDelimiter` can only be set for an `absolute` ARN.",
  ),
  syntax: error(
    "ArnTemplate",
    (args: { labels: readonly string[] }) =>
      `aws.api#arn trait contains invalid template labels: ${ticked(args.labels)}. Template labels must match the following regular expression: ${label.source}`,
  ),
  missing: error(
    "ArnTemplate",
    (args: { template: string; missing: readonly string[] }) =>
      `Invalid aws.api#arn trait resource, \`${args.template}\`. The following resource identifier names were missing from the \`arn\` template: ${ticked(args.missing)}`,
  ),
  extraneous: error(
    "ArnTemplate",
    (args: { template: string; identifiers: readonly string[]; extraneous: readonly string[] }) =>
      `Invalid aws.api#arn trait resource, \`${args.template}\`. Found template labels in the trait that are not the names of the identifiers of the resource: [${args.identifiers.join(", ")}]. Extraneous identifiers: [${ticked(args.extraneous)}]`,
  ),
} as const;

const label = /^[!|+]?[a-zA-Z_][a-zA-Z0-9_]*$/;

/** Only an absolute ARN can have a resource delimiter. */
export const arnTraitRule: Rule = {
  name: "ArnTrait",
  *check({ model }) {
    for (const resource of model.shapesOfType("resource")) {
      const { absolute, resourceDelimiter } = trait(resource, arnTrait) ?? {};
      if (resourceDelimiter === undefined || absolute === true) continue;
      yield messages.delimiter(undefined, atTrait(resource, arnTrait));
    }
  },
};

/** The template of an ARN uses the identifiers of its resource. */
export const arnTemplate: Rule = {
  name: "ArnTemplate",
  *check({ model, services }) {
    const checked = new Set<ResourceShape>();
    for (const service of model.shapesOfType("service")) {
      if (!hasTrait(service, serviceTrait)) continue;
      for (const resource of services.resourcesOf(service)) {
        if (!hasTrait(resource, arnTrait) || checked.has(resource)) continue;
        checked.add(resource);
        yield* checkResource(resource);
      }
    }
  },
};

function* checkResource(resource: ResourceShape): Iterable<Diagnostic> {
  const template = trait(resource, arnTrait)?.template ?? "";
  const labels = [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
  const invalid = labels.filter((one) => !label.test(one));
  if (invalid.length > 0) {
    yield messages.syntax({ labels: invalid }, atTrait(resource, arnTrait));
    return;
  }
  const identifiers = [...resource.identifiers.keys()];
  const lower = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));
  const [known, used] = [lower(identifiers), lower(labels)];
  const missing = identifiers.filter((name) => !used.has(name.toLowerCase()));
  if (missing.length > 0)
    yield messages.missing({ template, missing }, atTrait(resource, arnTrait));
  const extraneous = labels.filter((name) => !known.has(name.toLowerCase()));
  if (extraneous.length > 0) {
    yield messages.extraneous({ template, identifiers, extraneous }, atTrait(resource, arnTrait));
  }
}
