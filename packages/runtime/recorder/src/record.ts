import { defineClient } from "@tinsmith/dynamic-client";
import type { DynamicProtocol, DynamicProtocols } from "@tinsmith/dynamic-client";
import { serviceOf } from "@tinsmith/dynamic-client/service";
import type { DynamicService } from "@tinsmith/dynamic-client/service";
import type {
  FactoryReference,
  Recorder,
  Recording,
  RecordingOrder,
  UnrecordedCall,
} from "@tinsmith/service";
import { isRecord } from "@tinsmith/values";
import { createMadeServer } from "./made-server.js";
import { recordOperation } from "./record-operation.js";
import { serverPartsOf } from "./server-parts.js";
import { Session } from "./session.js";
import type { RecordedServer, ServerSettings } from "./session.js";

/**
 * Runs the examples of a service, and a sample of each operation without an example, through a
 * client and a server in the same process. Returns the messages, outputs and errors. Clock, ids and
 * signatures are fixed, so that the same order results in the same recordings. A service without a
 * supported protocol has no recordings.
 *
 * @throws TypeError if the module of the server or of a protocol does not export what is needed
 */
export const record: Recorder = async (order) => {
  const { plan } = order;
  if (!plan.protocols.some(({ name, extension }) => name ?? extension?.factories)) {
    return { calls: [], unrecorded: [] };
  }
  const Client = defineClient(order.model, {
    service: plan.id,
    protocols: await loadProtocols(order),
  });
  const service = serviceOf(Client);
  const createServer = await serverFactory(order, service);
  const start = (): Session => new Session(Client, createServer, order);
  const calls: Recording[] = [];
  const unrecorded: UnrecordedCall[] = [];
  for (const operation of plan.operations) {
    for (const call of await recordOperation(operation, service, start, order)) {
      if ("request" in call) calls.push(call);
      else unrecorded.push(call);
    }
  }
  return { calls, unrecorded };
};

/** Loads the protocols of the service that do not ship with Tinsmith. */
async function loadProtocols({ plan, load }: RecordingOrder): Promise<DynamicProtocols> {
  const found: Record<string, DynamicProtocol> = {};
  for (const { id, extension } of plan.protocols) {
    if (extension?.factories === undefined) continue;
    const { factories, schemaTraits, refinements } = extension;
    found[id] = {
      // The definition of a protocol names exports of these types.
      client: (await exported(factories.client, load)) as DynamicProtocol["client"],
      server: (await exported(factories.server, load)) as NonNullable<DynamicProtocol["server"]>,
      ...(schemaTraits && { schemaTraits }),
      ...(refinements && { refinements }),
    };
  }
  return found;
}

/**
 * Returns the function with which sessions create their servers: from the plan, or with a package
 * that has custom rules.
 */
async function serverFactory(
  { server, load }: RecordingOrder,
  service: DynamicService,
): Promise<(settings: ServerSettings) => RecordedServer> {
  if (server === undefined) {
    const parts = serverPartsOf(service);
    return (settings) => createMadeServer(parts, settings);
  }
  const create = await exported({ module: server, name: "createMockServer" }, load);
  // The package of a mock server exports a function of this type.
  return create as (settings: ServerSettings) => RecordedServer;
}

/** @throws TypeError if the module does not export a function with this name */
async function exported(
  { module, name }: FactoryReference,
  load: RecordingOrder["load"],
): Promise<(...args: never) => unknown> {
  const namespace = await load(module);
  const found = isRecord(namespace) ? namespace[name] : undefined;
  if (typeof found === "function") return found as (...args: never) => unknown;
  throw new TypeError(`The module ${module} must export a function ${name}.`);
}
