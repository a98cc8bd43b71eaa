import { hasEventStreams } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";
import { code } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import { clientProtocolSymbols, eventStreams, serverProtocolSymbols } from "../protocol-symbols.js";

/** Makes the protocol that clients of the service speak, with event streams where the service has any. */
export function protocolFactory(plan: ServicePlan): Code {
  return withEventStreams(plan, protocolOf(plan));
}

/** The server's halves of the service's protocols: what writes the responses of stubs. */
export function serverProtocolFactories(plan: ServicePlan): readonly Code[] {
  return plan.protocols.flatMap(({ id }) => {
    const factory = serverProtocolSymbols.get(id);
    return factory === undefined ? [] : withEventStreams(plan, factory);
  });
}

function withEventStreams(plan: ServicePlan, factory: CodeSymbol): Code {
  if (!hasEventStreams(plan)) return code`${factory}`;
  return code`(schema) => ${factory}(schema, { eventStreams: ${eventStreams} })`;
}

/**
 * The first of the service's protocols that there is.
 * @throws Error where there is none of them
 */
function protocolOf(plan: ServicePlan): CodeSymbol {
  for (const { id } of plan.protocols) {
    const found = clientProtocolSymbols.get(id);
    if (found !== undefined) return found;
  }
  const offered = plan.protocols.map(({ id }) => id).join(", ");
  throw new Error(
    `${plan.id} has no protocol that a client can speak. It has: ${offered || "none"}. There are: ${[...clientProtocolSymbols.keys()].join(", ")}.`,
  );
}
