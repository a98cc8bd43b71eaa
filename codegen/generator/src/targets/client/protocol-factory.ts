import { code, symbol } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import type { ServicePlan } from "../../plan/service-plan.js";
import { protocolSymbols } from "../protocol-symbols.js";

/** Makes the protocol that clients of the service speak, with event streams where the service has any. */
export function protocolFactory(plan: ServicePlan): Code {
  const factory = protocolOf(plan);
  const hasEvents = plan.operations.some(
    ({ inputEventStream, outputEventStream }) => inputEventStream ?? outputEventStream,
  );
  if (!hasEvents) return code`${factory}`;
  const events = symbol("eventStreams", "@tinsmith/protocols/event-streams");
  return code`(schema) => ${factory}(schema, { eventStreams: ${events} })`;
}

/**
 * The first of the service's protocols that there is.
 * @throws Error where there is none of them
 */
function protocolOf(plan: ServicePlan): CodeSymbol {
  for (const { id } of plan.protocols) {
    const found = protocolSymbols.get(id);
    if (found !== undefined) return found;
  }
  const offered = plan.protocols.map(({ id }) => id).join(", ");
  throw new Error(
    `${plan.id} has no protocol that a client can speak. It has: ${offered || "none"}. There are: ${[...protocolSymbols.keys()].join(", ")}.`,
  );
}
