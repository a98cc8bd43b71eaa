import { inspectorRoutes } from "../inspector/inspector-routes.js";
import type { Recording } from "../replay/recording.js";
import type { Tenants } from "../mock/tenants.js";
import type { ControlledTenant } from "../mock/controlled-tenant.js";
import type { Controlled } from "../control/controlled.js";
import type { ControlRoute } from "../control/control-route.js";
import { answers } from "../control/answers.js";
import { describeRoutes } from "../control/describe-routes.js";
import { boundaryRoutes } from "../control/routes/boundary-routes.js";
import { clockRoutes } from "../control/routes/clock-routes.js";
import { faultRoutes } from "../control/routes/fault-routes.js";
import { journalRoutes } from "../control/routes/journal-routes.js";
import { overrideRoutes } from "../control/routes/override-routes.js";
import { recordingRoutes } from "../control/routes/recording-routes.js";
import { stateRoutes } from "../control/routes/state-routes.js";
import { tenantRoutes } from "../control/routes/tenant-routes.js";

/** Returns all routes of the control API: the common routes and the routes of the service. */
export function controlRoutes(
  tenants: Tenants<ControlledTenant>,
  controlled: Controlled,
  recording: () => Recording | undefined,
  own: readonly ControlRoute[],
): readonly ControlRoute[] {
  const { name } = controlled.service;
  const routes: readonly ControlRoute[] = [
    {
      method: "GET",
      path: "/health",
      summary: "Returns the health of the server; also at /_localstack/health.",
      answer: answers.health,
      run: () => ({
        status: "ok",
        services: { [name]: "running" },
        tenants: tenants.names().length,
      }),
    },
    {
      method: "GET",
      path: "/openapi.json",
      summary: "Returns this description of the control API (OpenAPI).",
      query: { version: "3.1 (the default), or 3.0 for generators that cannot read it" },
      answer: answers.state,
      run: ({ query }) => describeRoutes(name, routes, controlled.serviceFaults, query["version"]),
    },
    ...stateRoutes(controlled.control === false ? undefined : controlled.control?.state),
    ...clockRoutes,
    ...overrideRoutes,
    ...faultRoutes,
    ...journalRoutes,
    ...boundaryRoutes(),
    ...tenantRoutes(tenants),
    ...recordingRoutes(recording),
    ...inspectorRoutes(tenants, controlled, recording),
    ...own,
  ];
  return routes;
}
