import { serviceTrait, trait } from "../../../traits/index.js";
import { danger } from "../../event.js";
import { atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";

const unconventional = danger(
  "CloudWatchNamespace",
  (args: { namespace: string; problems: readonly string[] }) =>
    `The service's CloudWatch metric namespace \`${args.namespace}\` does not follow convention. ${args.problems.join(" ")}`,
);

/** Namespaces of metrics look like `AWS/Lambda`. */
export const cloudWatchNamespace: Rule = {
  name: "CloudWatchNamespace",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const namespace = trait(service, serviceTrait)?.cloudWatchNamespace;
      if (namespace === undefined) continue;
      const problems = problemsOf(namespace);
      if (problems.length > 0)
        yield unconventional({ namespace, problems }, atTrait(service, serviceTrait));
    }
  },
};

function problemsOf(namespace: string): readonly string[] {
  const component = namespace.replace(/^AWS\//, "");
  return [
    ...(namespace.startsWith("AWS/") ? [] : ["The namespace should start with the `AWS/` prefix."]),
    ...(/^[A-Z][A-Za-z0-9]*$/.test(component)
      ? []
      : [`The namespace's service component \`${component}\` should be PascalCase.`]),
  ];
}
