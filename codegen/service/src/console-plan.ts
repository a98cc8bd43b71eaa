import type { ShapeId } from "@tinsmith/smithy";
import { errorIdsOfCall } from "./client/client-errors.js";
import type { ProtocolName } from "./known-protocols.js";
import type { SchemaPlan } from "./schema-plan.js";
import { planServer } from "./server-plan.js";
import type { ServerPlan } from "./server-plan.js";
import type { ServicePlan } from "./service-plan.js";
import type { ServiceSchemaPlan } from "./service-schema.js";

/**
 * The data from which the console of a documentation site makes a client and a server of a service
 * in the page. It is plain JSON.
 */
export interface ConsolePlan {
  /** The version of the format. It changes whenever an older console could not read the data. */
  readonly format: 1;
  readonly id: ShapeId;
  readonly title: string;
  readonly schema: ServiceSchemaPlan;
  /** The protocols that ship with Tinsmith, in the order of preference. */
  readonly protocols: readonly ConsoleProtocol[];
  readonly virtualHosts: readonly string[];
  readonly schemas: readonly SchemaPlan[];
  readonly operations: readonly ConsoleOperation[];
  readonly server: ServerPlan;
}

/** A protocol of the service. */
export interface ConsoleProtocol {
  readonly id: ShapeId;
  readonly name: ProtocolName;
}

/** The part of an operation that its calls need. */
export interface ConsoleOperation {
  readonly id: ShapeId;
  readonly name: string;
  readonly errors: readonly ShapeId[];
  /** True if the client, or the server, fills in defaults. */
  readonly defaults: { readonly client: boolean; readonly server: boolean };
  readonly compressed: boolean;
}

/** Plans the console of a service; `undefined` if no protocol of the service ships with Tinsmith. */
export function planConsole(plan: ServicePlan): ConsolePlan | undefined {
  const { id, title, schema, schemas } = plan;
  const protocols = plan.protocols.flatMap(({ id, name }) =>
    name === undefined ? [] : { id, name },
  );
  if (protocols.length === 0) return undefined;
  return {
    format: 1,
    id,
    title,
    schema,
    protocols,
    virtualHosts: plan.endpoint.virtualHosts,
    schemas,
    operations: plan.operations.map(
      ({ id, name, errors, streamErrors, defaults, compression }) => ({
        id,
        name,
        errors: errorIdsOfCall({ errors, streamErrors }),
        defaults: { client: defaults.client, server: defaults.server },
        compressed: compression !== undefined,
      }),
    ),
    server: planServer(plan),
  };
}
