import { hasEventStreams } from "@tinsmith/service";
import type { OperationPlan, ServerPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { eventStreams, noProtocol, serverDefaults, serverProtocol } from "../protocol-symbols.js";
import { runtime } from "./runtime-symbols.js";

/**
 * Emits the description of the service for the runtime: protocols, schemas, errors, constraints.
 */
export function emitService(plan: ServicePlan, server: ServerPlan, types: string): Code {
  const constraints = symbol("constraints", `${types}/constraints`);
  const schemas = (name: string): CodeSymbol => symbol(name, `${types}/schemas`);
  const options = code`{ ${join(
    [
      code`constraints: ${constraints}`,
      hasEventStreams(plan) && code`eventStreams: ${eventStreams}`,
    ],
    ", ",
  )} }`;
  const { signing, authentication, cors } = server;
  const { virtualHosts: hosts } = plan.endpoint;
  return code`
    const ${declare("schema")}: ${runtime.serviceSchema} = ${literal(plan.schema)};

    ${doc(undefined, { notes: ["Describes the service to the server runtime."] })}
    export const ${declare("service")}: ${runtime.serviceDescription} = {
      service: schema,
      title: ${literal(plan.title)},
      protocols: [${join(
        protocolsOf(plan).map((protocol) => code`${protocol}(schema, ${options})`),
        ", ",
      )}],
      ${clientProtocols(plan)}
      operations: [
        ${plan.operations.map((operation) => code`${emitOperation(plan, operation, schemas)},`)}
      ],
      constraints: ${constraints},
      ${hosts.length > 0 && code`virtualHosts: ${literal(hosts)},`}
      ${signing === undefined ? undefined : code`signing: ${literal(signing)},`}
      ${authentication === undefined ? undefined : code`authentication: ${literal(authentication)},`}
      ${cors === undefined ? undefined : code`corsPolicy: ${literal(cors)},`}
    };
  `;
}

function emitOperation(
  plan: ServicePlan,
  operation: OperationPlan,
  schemas: (name: string) => CodeSymbol,
): Code {
  const errors = operation.errors.flatMap((id) => {
    const schemaName = plan.shapesById.get(id)?.schemaName;
    return schemaName === undefined ? [] : [schemas(schemaName)];
  });
  const defaults = operation.defaults.server && code`, defaults: ${serverDefaults}`;
  const compression = operation.compression !== undefined && code`, compression: true`;
  return code`{ schema: ${schemas(operation.names.schema)}, errors: [${join(errors, ", ")}]${defaults}${compression} }`;
}

/** Returns the protocols that the runtime supports, in the service's order of preference. */
function protocolsOf(plan: ServicePlan): readonly CodeSymbol[] {
  const spoken = plan.protocols.flatMap((protocol) => serverProtocol(protocol) ?? []);
  if (spoken.length === 0) throw noProtocol(plan);
  return spoken;
}

/** Emits loaders for the client halves of protocols that the server runtime does not have. */
function clientProtocols({ protocols }: ServicePlan): Code | undefined {
  const loaders = protocols.flatMap(({ id, extension }) => {
    const client = extension?.factories?.client;
    if (client === undefined) return [];
    const load = code`async () => (await import(${literal(client.module)})).${client.name}`;
    return [code`${propertyKey(id)}: ${load},`];
  });
  return loaders.length > 0 ? code`clientProtocols: {\n${loaders}\n},` : undefined;
}
