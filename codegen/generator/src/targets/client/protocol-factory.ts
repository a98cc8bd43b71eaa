import { hasEventStreams } from "@tinsmith/service";
import type { ProtocolName, ServicePlan } from "@tinsmith/service";
import { code, join } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import {
  assembledProtocol,
  clientProtocol,
  eventStreams,
  noProtocol,
  preferredProtocol,
  protocolPart,
  serverProtocol,
} from "../protocol-symbols.js";

/**
 * Emits the factory of the protocol that clients of the service use, with event streams if the
 * service has any.
 *
 * @throws Error if no protocol of the service is known
 */
export function protocolFactory(plan: ServicePlan): Code {
  const protocol = preferredProtocol(plan);
  const factory = protocol && clientProtocol(protocol);
  if (protocol === undefined || factory === undefined) throw noProtocol(plan);
  const parts = protocolParts(plan, protocol.name);
  return withEventStreams(
    plan,
    parts && protocol.name ? code`${assembledProtocol(protocol.name)}(${parts})` : code`${factory}`,
  );
}

const types = ["timestamps", "epochTimestamps", "blobs", "bigNumbers", "documents"] as const;

/** Emits the value types of the service, for the protocol and for defaults. */
export function valueTypes({ wire }: ServicePlan): Code {
  return code`[${join(types.filter((type) => wire.includes(type)).map(protocolPart), ", ")}]`;
}

/** The parts of protocols by their names in the plan. The others are value types. */
const options = {
  exactNumbers: ["exact", "exactNumbers"],
  unions: ["unions", "jsonUnions"],
  headers: ["headers", "httpHeaders"],
  queries: ["queries", "httpQueries"],
  payloads: ["payloads", "httpPayloads"],
  events: ["events", "rpcEvents"],
  tokens: ["tokens", "idempotencyTokens"],
  hostPrefixes: ["hostPrefixes", "hostPrefixes"],
} as const;

const json = ["exactNumbers", "unions", "tokens", "hostPrefixes"] as const;
const ofProtocols: Readonly<Partial<Record<ProtocolName, readonly (keyof typeof options)[]>>> = {
  awsJson1_0: [...json, "events"],
  awsJson1_1: [...json, "events"],
  restJson1: [...json, "headers", "queries", "payloads"],
};

/**
 * Reports whether the protocol sets required members that a service omitted, while it reads the
 * body. Otherwise the defaults of commands set them; these also cover members outside of the body.
 */
export function correctsWhileReading(plan: ServicePlan): boolean {
  const name = preferredProtocol(plan)?.name;
  const others = ["defaults", "events", "headers", "payloads"] as const;
  return (
    name !== undefined &&
    ofProtocols[name] !== undefined &&
    others.every((part) => !plan.wire.includes(part)) &&
    plan.operations.some(({ defaults }) => defaults.client)
  );
}

/** Emits the parts of a JSON protocol that the service needs; other protocols are complete. */
function protocolParts(plan: ServicePlan, name: ProtocolName | undefined): Code | undefined {
  const taken = name && ofProtocols[name];
  if (taken === undefined) return undefined;
  const used = taken.filter((part) => plan.wire.includes(part));
  return code`{
    types: ${valueTypes(plan)},
    ${correctsWhileReading(plan) && code`corrections: ${protocolPart("corrections")},`}
    ${used.map((part) => {
      const [option, value] = options[part];
      return code`${option}: ${protocolPart(value)},`;
    })}
  }`;
}

/** Emits the server halves of the service's protocols, which write the responses of stubs. */
export function serverProtocolFactories(plan: ServicePlan): readonly Code[] {
  return plan.protocols.flatMap((protocol) => {
    const factory = serverProtocol(protocol);
    return factory === undefined ? [] : withEventStreams(plan, code`${factory}`);
  });
}

function withEventStreams(plan: ServicePlan, factory: Code): Code {
  if (!hasEventStreams(plan)) return factory;
  return code`(schema) => ${factory}(schema, { eventStreams: ${eventStreams} })`;
}
