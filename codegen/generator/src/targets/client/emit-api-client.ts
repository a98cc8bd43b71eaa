import type { ServicePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { shapeDoc } from "../types/member-doc.js";
import { distinct, emitOperationAuth, listOf } from "./client-description.js";
import { onlyScheme, requiredOptions } from "./client-options.js";
import { clientParts } from "./client-parts.js";
import { resolveEndpoint, serviceInputs, serviceOutputs } from "./local-symbols.js";
import { protocolFactory } from "./protocol-factory.js";
import { runtime, runtimeType, smithyType } from "./runtime-symbols.js";

/**
 * Emits the class of the client of a service outside AWS, its options, and the description of the
 * service. The description names every part of the pipeline.
 */
export function emitApiClient(plan: ServicePlan): Code {
  const { names } = plan;
  const { auth, furtherAuth, features } = clientParts(plan);
  const parts = [...auth, ...furtherAuth, ...features];
  const required = requiredOptions(plan);
  const options = [
    runtimeType("ApiClientConfig"),
    ...distinct(parts.map(({ config }) => config)),
    ...(plan.endpoint.rules === undefined ? [] : [clientInputEndpointParameters]),
  ];
  return code`
    ${doc(undefined, { notes: [`The options of {@link ${names.client}}.`] })}
    export interface ${declare(names.clientConfig)} extends ${join(options, ", ")} {
      ${required.map(({ name }) => {
        const owner =
          name === "endpoint" ? options[0] : distinct(auth.map(({ config }) => config))[0];
        return code`
          ${doc(undefined, { notes: [optionNotes[name]] })}
          ${name}: NonNullable<${owner}[${literal(name)}]>;
        `;
      })}
    }

    ${doc(undefined, { notes: ["The resolved options in `client.config`: with defaults, and with functions for values that may resolve later."] })}
    export interface ${declare(names.clientResolvedConfig)} extends ${join(
      [
        runtimeType("ResolvedClientConfig"),
        ...distinct(parts.map(({ resolvedConfig }) => resolvedConfig)),
      ],
      ", ",
    )} {}

    const ${declare("service")}: ${runtimeType("ApiDescription")} = {
      schema: ${literal(plan.schema)},
      protocol: ${protocolFactory(plan)},
      ${listOf("parts", pipelineOf(plan))}
    };

    ${shapeDoc(plan, [])}
    export class ${declare(names.client)} extends ${runtime("ApiClient")}<
      ${serviceInputs},
      ${serviceOutputs},
      ${names.clientResolvedConfig}
    > {
      ${
        required.length > 0
          ? code`constructor(configuration: ${names.clientConfig}) {
              super(service, configuration);
            }`
          : code`constructor(...[configuration]: ${smithyType("CheckOptionalClientConfig")}<${names.clientConfig}>) {
              super(service, configuration ?? {});
            }`
      }
    }
  `;
}

const clientInputEndpointParameters = symbol(
  "ClientInputEndpointParameters",
  "./endpoint-parameters.js",
  { typeOnly: true },
);

const optionNotes = {
  endpoint: "The URL of the service, for example `https://api.example.com/v1`.",
  token:
    "The token, or a provider of it. A token with an `expiration` is refreshed five minutes before it expires.",
  apiKey: "The API key, or a provider of it.",
  login: "Username and password, or a provider of them.",
} as const;

/** Returns the parts of the pipeline in order. */
function pipelineOf(plan: ServicePlan): readonly Hole[] {
  const { features } = clientParts(plan);
  const endpoint =
    plan.endpoint.rules === undefined
      ? runtime("endpointOption")
      : code`${runtime("endpointRules")}(${resolveEndpoint})`;
  return [
    endpoint,
    runtime("standardRetries"),
    ...authentication(plan),
    ...features.map(({ value }) => value),
  ];
}

function authentication(plan: ServicePlan): readonly Hole[] {
  const { auth, furtherAuth } = clientParts(plan);
  if (auth.length + furtherAuth.length === 0) return [];
  if (onlyScheme(plan) !== undefined) {
    return [code`${runtime("authenticated")}(${auth[0]?.value})`];
  }
  const values = auth.map(({ value }) => value);
  return [
    code`${runtime("authentication")}({
      authSchemes: [${join(values, ", ")}],
      ${listOf(
        "furtherAuthSchemes",
        furtherAuth.map(({ value }) => value),
      )}
      ${emitOperationAuth(plan)}
    })`,
  ];
}
