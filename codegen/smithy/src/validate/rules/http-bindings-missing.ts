import { hasTrait, httpTrait, protocolDefinitionTrait, trait } from "../../traits/index.js";
import { error, warning } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import type { Model, ServiceShape } from "../../model/model.js";

const messages = {
  required: error(
    "HttpBindingsMissing",
    (args: { protocol: string; service: string }) =>
      `The \`${args.protocol}\` protocol requires all operations in the \`${args.service}\` service define the \`http\` trait, but this operation is missing the \`http\` trait.`,
  ),
  some: warning(
    "HttpBindingsMissing",
    (args: { service: string }) =>
      `One or more operations in the \`${args.service}\` service define the \`http\` trait, but this operation is missing the \`http\` trait.`,
  ),
} as const;

const hint = "Add the trait with a method and a uri, or take it off the others.";

/** Either all operations of a service have HTTP bindings or none. */
export const httpBindingsMissing: Rule = {
  name: "HttpBindingsMissing",
  *check({ model, services }) {
    const operations = model.shapesOfType("operation");
    if (!operations.some(({ traits }) => hasTrait(traits, httpTrait))) return;
    for (const service of model.shapesOfType("service")) {
      const bound = services.operationsOf(service);
      const missing = bound.filter(({ traits }) => !hasTrait(traits, httpTrait));
      const protocol = httpProtocolOf(model, service);
      if (protocol === undefined && missing.length === bound.length) continue;
      for (const operation of missing) {
        yield protocol === undefined
          ? messages.some({ service: service.id }, { ...at(operation), hint })
          : messages.required({ protocol, service: service.id }, { ...at(operation), hint });
      }
    }
  },
};

/** The first protocol of the service that supports the http trait. */
function httpProtocolOf(model: Model, service: ServiceShape): string | undefined {
  return [...service.traits.keys()].sort().find((id) => {
    const traits = trait(model.getShape(id), protocolDefinitionTrait)?.traits ?? [];
    return traits.includes(httpTrait.id);
  });
}
