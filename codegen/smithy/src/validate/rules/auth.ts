import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, ServiceShape, Shape } from "../../model/model.js";
import {
  authDefinitionTrait,
  authTrait,
  hasTrait,
  httpApiKeyAuthTrait,
  trait,
} from "../../traits/index.js";
import { danger, error, warning } from "../event.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  notOnService: danger(
    "AuthTrait",
    (args: { service: string; schemes: readonly string[] }) =>
      `auth trait applies authentication that is not configured on the service shape, \`${args.service}\`: [${[...args.schemes].sort().join(", ")}]`,
  ),
  noOrder: warning(
    "ServiceAuthDefinitions",
    () =>
      "This service uses multiple authentication schemes but does not have the `@auth` trait applied. The `@auth` trait defines a priority ordering of auth schemes for a client to use. Without it, the ordering of auth schemes is alphabetical based on the absolute shape ID of the auth schemes.",
  ),
  schemeInQuery: error(
    "HttpApiKeyAuthTrait",
    (args: { found: string }) =>
      `The httpApiKeyAuth trait must have an \`in\` value of \`header\` when a \`scheme\` is provided, found: ${args.found}`,
  ),
} as const;

/** The schemes that a service or operation lists have to be schemes of the service. */
export const authTraitRule: Rule = {
  name: "AuthTrait",
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      for (const shape of [service, ...services.operationsOf(service)]) {
        yield* checkSchemes(service, shape);
      }
    }
  },
};

function* checkSchemes(service: ServiceShape, shape: Shape): Iterable<Diagnostic> {
  const schemes = (trait(shape, authTrait) ?? []).filter((id) => !service.traits.has(id));
  if (schemes.length > 0) {
    yield messages.notOnService({ service: service.id, schemes }, atTrait(shape, authTrait));
  }
}

/** A service with several schemes has to declare their priority. */
export const serviceAuthDefinitions: Rule = {
  name: "ServiceAuthDefinitions",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      if (hasTrait(service, authTrait) || schemesOf(model, service).length < 2) continue;
      yield messages.noOrder(undefined, at(service));
    }
  },
};

const schemesOf = (model: Model, service: ServiceShape): readonly string[] =>
  [...service.traits.keys()].filter((id) => hasTrait(model.getShape(id), authDefinitionTrait));

/** The `scheme` of an API key is only allowed if the key is in a header. */
export const httpApiKeyAuth: Rule = {
  name: "HttpApiKeyAuthTrait",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const { scheme, in: place } = trait(service, httpApiKeyAuthTrait) ?? {};
      if (scheme === undefined || place === "header") continue;
      yield messages.schemeInQuery({ found: String(place) }, atTrait(service, httpApiKeyAuthTrait));
    }
  },
};
