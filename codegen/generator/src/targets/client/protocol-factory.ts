import { hasEventStreams } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";
import { code } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import {
  clientProtocol,
  eventStreams,
  noProtocol,
  preferredProtocol,
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
  if (factory === undefined) throw noProtocol(plan);
  return withEventStreams(plan, factory);
}

/** Emits the server halves of the service's protocols, which write the responses of stubs. */
export function serverProtocolFactories(plan: ServicePlan): readonly Code[] {
  return plan.protocols.flatMap((protocol) => {
    const factory = serverProtocol(protocol);
    return factory === undefined ? [] : withEventStreams(plan, factory);
  });
}

function withEventStreams(plan: ServicePlan, factory: CodeSymbol): Code {
  if (!hasEventStreams(plan)) return code`${factory}`;
  return code`(schema) => ${factory}(schema, { eventStreams: ${eventStreams} })`;
}
