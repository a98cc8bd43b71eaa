import * as v from "valibot";
import type { Tenants } from "../../mock/tenants.js";
import type { ControlledTenant } from "../../mock/controlled-tenant.js";
import { ControlProblem, ControlReply, routeWithBody } from "../control-route.js";
import type { ControlRoute } from "../control-route.js";
import { describeValue } from "../../checks/describe-value.js";

export const tenantRoutes = (tenants: Tenants<ControlledTenant>): readonly ControlRoute[] => [
  {
    method: "GET",
    path: "/tenants",
    summary: "Lists the tenants: `default`, then access keys.",
    run: () => ({ tenants: tenants.names() }),
  },
  routeWithBody({
    method: "POST",
    path: "/tenants",
    summary:
      "Creates a tenant for an access key, with separate state, clock, overrides, faults, journal and coverage.",
    body: v.strictObject({ accessKeyId: v.pipe(v.string(), v.nonEmpty()) }),
    run: ({ body }) => new ControlReply(201, { accessKeyId: tenants.get(body.accessKeyId).name }),
  }),
  {
    method: "DELETE",
    path: "/tenants/{accessKeyId}",
    summary: "Removes a tenant and all of its data.",
    run: ({ params }) => {
      const { accessKeyId = "" } = params;
      if (!tenants.remove(accessKeyId)) {
        throw new ControlProblem(
          404,
          `No removable tenant is named ${describeValue(accessKeyId)}.`,
        );
      }
    },
  },
];
