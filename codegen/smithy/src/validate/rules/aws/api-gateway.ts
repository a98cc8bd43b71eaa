import {
  authorizersTrait,
  corsTrait,
  endpointConfigurationTrait,
  gatewayResponsesTrait,
  hasTrait,
  authDefinitionTrait,
  trait,
} from "../../../traits/index.js";
import { danger, error } from "../../event.js";
import { at, atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { ticked } from "../../shape-text.js";

const messages = {
  schemes: error(
    "AuthorizersTrait",
    (args: { schemes: readonly string[]; invalid: readonly string[] }) =>
      `Each \`scheme\` of the \`${authorizersTrait.id}\` trait must target one of the auth schemes applied to the service (i.e., [${ticked(args.schemes)}]). The following mappings of authorizer names to schemes are invalid: ${args.invalid.join(", ")}`,
  ),
  simpleResponses: error(
    "AuthorizersTrait",
    (args: { names: readonly string[] }) =>
      `The enableSimpleResponses member of ${authorizersTrait.id} is only supported when authorizedPayloadFormatVersion is 2.0. The following authorizers are misconfigured: ${args.names.join(", ")}`,
  ),
  addressType: error(
    "EndpointConfiguration",
    (args: { found: string }) =>
      `The \`PRIVATE\` endpoint type requires \`ipAddressType\` to be \`dualstack\`, but found \`${args.found}\`.`,
  ),
  cors: danger(
    "GatewayResponsesCors",
    () =>
      "Service has both @gatewayResponses and @cors applied. Gateway response parameters take precedence over CORS-generated headers. Verify that response parameters in @gatewayResponses do not unintentionally override CORS headers.",
  ),
} as const;

/** Authorizers of API Gateway use authentication schemes of the service. */
export const authorizers: Rule = {
  name: "AuthorizersTrait",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const all = Object.entries(trait(service, authorizersTrait) ?? {});
      const schemes = [...service.traits.keys()]
        .filter((id) => hasTrait(model.getShape(id), authDefinitionTrait))
        .sort();
      const invalid = all
        .filter(([, { scheme }]) => !schemes.includes(scheme))
        .map(([name, { scheme }]) => `${name} -> ${scheme}`)
        .sort();
      const place = atTrait(service, authorizersTrait);
      if (invalid.length > 0) yield messages.schemes({ schemes, invalid }, place);
      const names = all
        .filter(
          ([, { enableSimpleResponses, authorizerPayloadFormatVersion: version }]) =>
            enableSimpleResponses !== undefined && version !== undefined && version !== "2.0",
        )
        .map(([name]) => name)
        .sort();
      if (names.length > 0) yield messages.simpleResponses({ names }, place);
    }
  },
};

/** Private endpoints have dual-stack addresses. */
export const endpointConfiguration: Rule = {
  name: "EndpointConfiguration",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const { types, ipAddressType: found } = trait(service, endpointConfigurationTrait) ?? {};
      if (types?.includes("PRIVATE") !== true || found === undefined || found === "dualstack") {
        continue;
      }
      yield messages.addressType({ found }, at(service));
    }
  },
};

/**
 * A service with gateway responses and CORS is reported, because the responses may replace CORS
 * headers.
 */
export const gatewayResponsesCors: Rule = {
  name: "GatewayResponsesCors",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      if (!hasTrait(service, gatewayResponsesTrait) || !hasTrait(service, corsTrait)) continue;
      yield messages.cors(undefined, at(service));
    }
  },
};
