import * as v from "valibot";
import type { Tenants } from "../../mock/tenants.js";
import type { ControlledTenant } from "../../mock/controlled-tenant.js";
import { ControlProblem, ControlReply, routeWithBody } from "../control-route.js";
import type { ControlRoute } from "../control-route.js";

export const tenantRoutes = (tenants: Tenants<ControlledTenant>): readonly ControlRoute[] => [
  {
    method: "GET",
    path: "/tenants",
    summary: "Who shares this server: access keys, after default.",
    run: () => ({ tenants: tenants.names() }),
  },
  routeWithBody({
    method: "POST",
    path: "/tenants",
    summary:
      "Makes an access key a tenant of its own: state, clock, overrides, faults, journal, coverage.",
    body: v.strictObject({ accessKeyId: v.pipe(v.string(), v.nonEmpty()) }),
    run: ({ body }) => new ControlReply(201, { accessKeyId: tenants.get(body.accessKeyId).name }),
  }),
  {
    method: "DELETE",
    path: "/tenants/{accessKeyId}",
    summary: "Forgets a tenant with all that is its own.",
    run: ({ params }) => {
      const { accessKeyId = "" } = params;
      if (!tenants.remove(accessKeyId)) {
        throw new ControlProblem(404, `${accessKeyId} is no tenant that could be removed.`);
      }
    },
  },
];
