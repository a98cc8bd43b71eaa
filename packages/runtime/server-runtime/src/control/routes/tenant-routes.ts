import * as v from "valibot";
import { strictOptions } from "../../checks/expected.js";
import type { Tenants } from "../../mock/tenants.js";
import type { ControlledTenant } from "../../mock/controlled-tenant.js";
import { ControlProblem, ControlReply, routeWithBody } from "../control-route.js";
import { answers } from "../answers.js";
import type { ControlRoute } from "../control-route.js";
import { describeValue } from "../../checks/describe-value.js";

export const tenantRoutes = (tenants: Tenants<ControlledTenant>): readonly ControlRoute[] => [
  {
    method: "GET",
    path: "/tenants",
    answer: answers.tenants,
    summary: "Lists the tenants: `default`, then access keys.",
    run: () => ({ tenants: tenants.names() }),
  },
  routeWithBody({
    method: "POST",
    path: "/tenants",
    answer: answers.tenant,
    status: 201,
    summary:
      "Creates a tenant for an access key, with separate state, clock, overrides, faults, journal and coverage.",
    body: strictOptions({ accessKeyId: v.pipe(v.string(), v.nonEmpty()) }),
    run: ({ body }) => new ControlReply(201, { accessKeyId: tenants.get(body.accessKeyId).name }),
  }),
  {
    method: "DELETE",
    path: "/tenants/{accessKeyId}",
    answer: null,
    summary: "Removes a tenant and all of its data.",
    run: ({ params }) => {
      const { accessKeyId = "" } = params;
      if (!tenants.remove(accessKeyId)) {
        throw new ControlProblem(
          404,
          `The tenant ${describeValue(accessKeyId)} does not exist or cannot be removed.`,
        );
      }
    },
  },
];
