import { planServer } from "@tinsmith/service";
import type { DynamicService } from "@tinsmith/dynamic-client/service";
import type { MadeServerParts } from "./made-server.js";

/** Returns the parts of a service from which its server is created. */
export function serverPartsOf({ plan, protocols, operations }: DynamicService): MadeServerParts {
  return {
    schema: plan.schema,
    title: plan.title,
    virtualHosts: plan.endpoint.virtualHosts,
    plans: plan.operations.map(({ name, defaults, compression }) => ({
      name,
      defaults,
      compressed: compression !== undefined,
    })),
    data: planServer(plan),
    protocols,
    operations,
  };
}
