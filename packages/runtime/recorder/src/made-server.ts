import type { ServiceDescription } from "@tinsmith/server-runtime/generated/v1";
import { createServer } from "@tinsmith/server-runtime";
import type { Constraints, Handler, Server, ServerOptions } from "@tinsmith/server-runtime";
import { resourceBehavior } from "@tinsmith/server-runtime/generated/v1/resources";
import type { ResourceDescription } from "@tinsmith/server-runtime/generated/v1/resources";
import { sampleResponder } from "@tinsmith/server-runtime/samples";
import type { Examples } from "@tinsmith/server-runtime/samples";
import type { ServerProtocolOptions } from "@tinsmith/protocols";
import { serverDefaults } from "@tinsmith/protocols/defaults";
import type { ConsoleOperation, ConsolePlan, ServerPlan } from "@tinsmith/service";
import type { DynamicService } from "@tinsmith/dynamic-client/service";

type Handlers = Record<string, Handler>;

type ProtocolConstraints = NonNullable<ServerProtocolOptions["constraints"]>;

/** The data of a server's plan, as the runtime types it. */
interface RuntimeData extends Pick<ServiceDescription, "signing" | "authentication"> {
  readonly constraints: Constraints;
  readonly examples: Examples;
  readonly resources: readonly ResourceDescription[];
  readonly cors: ServiceDescription["corsPolicy"];
}

/** The parts of a service from which its server is created. */
export interface MadeServerParts
  extends Pick<DynamicService, "protocols" | "operations">, Pick<ConsolePlan, "virtualHosts"> {
  readonly schema: ServiceDescription["service"];
  readonly title: string;
  readonly plans: readonly Pick<ConsoleOperation, "name" | "defaults" | "compressed">[];
  readonly data: ServerPlan;
}

/** A server that was created from the plan of its service. */
export type MadeServer = Server<Handlers>;

/** Returns the constraints of a service in the form that servers accept. */
export const constraintsOf = (data: ServerPlan): Constraints =>
  (data as unknown as RuntimeData).constraints;

/** Creates the same server that the generator would write for the service. */
export function createMadeServer(
  parts: MadeServerParts,
  options: Pick<ServerOptions<Handlers>, "clock" | "clockInDateHeader">,
): MadeServer {
  const { data } = parts;
  // The plan holds plain data in the form of the runtime's types. Generated code has the same data
  // as literals.
  const { examples, resources, constraints } = data as unknown as RuntimeData;
  const { pageTokens, settled } = data;
  const description = describe(parts);
  return createServer<Handlers>({
    ...description,
    fallback: sampleResponder({ constraints, examples, pageTokens, settled }),
    ...(resources.length > 0 && {
      behavior: resourceBehavior<Handlers>({ service: description, resources, examples }),
    }),
    ...options,
  });
}

function describe({
  schema,
  title,
  plans,
  data,
  protocols,
  operations,
  virtualHosts,
}: MadeServerParts): ServiceDescription {
  // The same plain data, in the form of the runtime's types.
  const { constraints, signing, authentication, cors } = data as unknown as RuntimeData;
  const optional = { signing, authentication, corsPolicy: cors };
  return {
    service: schema,
    title,
    protocols: protocols.map((protocol) =>
      protocol(schema, { constraints: data.constraints as ProtocolConstraints }),
    ),
    operations: plans.flatMap(({ name, defaults, compressed }) => {
      const schemas = operations[name];
      if (schemas === undefined) return [];
      return {
        ...schemas,
        ...(defaults.server && { defaults: serverDefaults }),
        ...(compressed && { compression: true }),
      };
    }),
    constraints,
    ...(virtualHosts.length > 0 && { virtualHosts }),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
