import { inspectorRoutes } from "../../inspector/inspector-routes.js";
import type { Recording } from "../../replay/recording.js";
import type { Tenants } from "../../tenants/tenants.js";
import type { Controlled } from "../controlled.js";
import type { ControlledTenant, ControlRoute } from "../control-route.js";
import { describeRoutes } from "../describe-routes.js";
import { boundaryRoutes } from "./boundary-routes.js";
import { clockRoutes } from "./clock-routes.js";
import { faultRoutes } from "./fault-routes.js";
import { journalRoutes } from "./journal-routes.js";
import { overrideRoutes } from "./override-routes.js";
import { recordingRoutes } from "./recording-routes.js";
import { stateRoutes } from "./state-routes.js";
import { tenantRoutes } from "./tenant-routes.js";

/** All that the control does: what every service has, and what this one adds. */
export const controlRoutes = (
  tenants: Tenants<ControlledTenant>,
  controlled: Controlled,
  recording: () => Recording | undefined,
  own: readonly ControlRoute[],
): readonly ControlRoute[] => {
  const { name } = controlled.service;
  const routes: readonly ControlRoute[] = [
    {
      method: "GET",
      path: "/health",
      summary: "Whether the server answers; also at /_localstack/health.",
      run: () => ({
        status: "ok",
        services: { [name]: "running" },
        tenants: tenants.names().length,
      }),
    },
    {
      method: "GET",
      path: "/openapi.json",
      summary: "This description of the control (OpenAPI 3.1).",
      run: () => describeRoutes(name, routes, controlled.serviceFaults),
    },
    ...stateRoutes,
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
};
