import type { ServiceDescription } from "@tinsmith/server-runtime/generated/v1";
import { createServer } from "@tinsmith/server-runtime";
import type { Constraints, Handler, ServerOptions } from "@tinsmith/server-runtime";
import { resourceBehavior } from "@tinsmith/server-runtime/generated/v1/resources";
import type { ResourceDescription } from "@tinsmith/server-runtime/generated/v1/resources";
import { sampleResponder } from "@tinsmith/server-runtime/samples";
import type { Examples } from "@tinsmith/server-runtime/samples";
import type { ServerProtocolOptions } from "@tinsmith/protocols";
import { serverDefaults } from "@tinsmith/protocols/defaults";
import { planServer } from "@tinsmith/service";
import type { ServerPlan, ServicePlan } from "@tinsmith/service";
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

/** Returns the constraints of a service, as servers take them. */
export function constraintsOf(plan: ServicePlan): Constraints {
  return (planServer(plan) as unknown as RuntimeData).constraints;
}

/** Creates the server that the generator would write for the same service. */
export function createMadeServer(
  service: DynamicService,
  options: Pick<ServerOptions<Handlers>, "clock" | "clockInDateHeader">,
) {
  const data = planServer(service.plan);
  // Plain data in the form of the runtime's types, which generated code has as literals.
  const { examples, resources, constraints } = data as unknown as RuntimeData;
  const { pageTokens, settled } = data;
  const description = describe(service, data);
  return createServer<Handlers>({
    ...description,
    fallback: sampleResponder({ constraints, examples, pageTokens, settled }),
    ...(resources.length > 0 && {
      behavior: resourceBehavior<Handlers>({ service: description, resources, examples }),
    }),
    ...options,
  });
}

function describe(
  { plan, protocols, operations }: DynamicService,
  data: ServerPlan,
): ServiceDescription {
  const { virtualHosts } = plan.endpoint;
  // The same plain data, in the form of the runtime's types.
  const { constraints, signing, authentication, cors } = data as unknown as RuntimeData;
  const optional = { signing, authentication, corsPolicy: cors };
  return {
    service: plan.schema,
    title: plan.title,
    protocols: protocols.map((protocol) =>
      protocol(plan.schema, { constraints: data.constraints as ProtocolConstraints }),
    ),
    operations: plan.operations.flatMap(({ name, defaults, compression }) => {
      const schemas = operations[name];
      if (schemas === undefined) return [];
      return {
        ...schemas,
        ...(defaults.server && { defaults: serverDefaults }),
        ...(compression !== undefined && { compression: true }),
      };
    }),
    constraints,
    ...(virtualHosts.length > 0 && { virtualHosts }),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
