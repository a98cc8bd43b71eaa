import { ControlProblem, ControlReply } from "../control/control-route.js";
import type { ControlRoute } from "../control/control-route.js";
import type { Controlled } from "../control/controlled.js";
import type { Tenants } from "../mock/tenants.js";
import type { ControlledTenant } from "../mock/controlled-tenant.js";
import type { Recording } from "../replay/recording.js";
import { inspectorAssets } from "./assets.js";
import { inspectorPage } from "./inspector-page.js";

/** The page at `/_mock/` and its assets. The page uses the other routes of the control API. */
export const inspectorRoutes = (
  tenants: Tenants<ControlledTenant>,
  controlled: Controlled,
  recording: () => Recording | undefined,
): readonly ControlRoute[] => [
  {
    method: "GET",
    path: "/",
    summary: "The inspector: a page for people.",
    contentType: "text/html",
    run: ({ tenant }) =>
      new ControlReply(
        200,
        inspectorPage(tenant, tenants.names(), controlled, recording()),
        "text/html; charset=utf-8",
      ),
  },
  {
    method: "GET",
    path: "/inspector/{file}",
    summary: "Scripts and styles of the inspector.",
    contentType: "text/javascript",
    run: ({ params }) => {
      const { file = "" } = params;
      const asset = Object.hasOwn(inspectorAssets, file) ? inspectorAssets[file] : undefined;
      if (!asset) throw new ControlProblem(404, `The inspector has no ${file}.`);
      return new ControlReply(200, asset.text, asset.contentType);
    },
  },
];
