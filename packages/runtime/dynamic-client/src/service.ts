import type { ServerProtocolFactory } from "@tinsmith/protocols";
import { planService } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";
import { partsOf } from "./client-parts.js";
import type { OperationSchemas } from "./client-parts.js";
import type { DynamicClientClass } from "./define-client.js";
import { extensionsOf } from "./protocol-extensions.js";
import { serverProtocolsOf } from "./server-protocols.js";

export { SchemaBuilder } from "./build-schemas.js";
export type { OperationSchemas } from "./client-parts.js";
export { protocolOf } from "./protocol-factories.js";
export { serverProtocolsOf } from "./server-protocols.js";

/** The parts of a service from which its server is created. */
export interface DynamicService {
  readonly plan: ServicePlan;
  /** The server side of each known protocol, in the service's order of preference. */
  readonly protocols: readonly ServerProtocolFactory[];
  /** The schemas of the operations by name: the same as those of the client. */
  readonly operations: Readonly<Record<string, OperationSchemas>>;
}

/**
 * Returns the parts of the service of a client class. They are for a server that its clients call.
 *
 * @throws TypeError if `defineClient` did not create the class
 */
export function serviceOf(Client: DynamicClientClass): DynamicService {
  const { model, service, protocols, operations } = partsOf(Client);
  // Servers use the data shapes. The plan of a client omits them.
  const plan = planService(model, service, { protocols: extensionsOf(protocols) });
  return { plan, protocols: serverProtocolsOf(plan, protocols), operations };
}
