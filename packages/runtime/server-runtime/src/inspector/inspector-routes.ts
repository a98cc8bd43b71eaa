import { ControlProblem, ControlReply } from "../control/control-route.js";
import type { ControlRoute } from "../control/control-route.js";
import type { Controlled } from "../control/controlled.js";
import type { Tenants } from "../mock/tenants.js";
import type { ControlledTenant } from "../mock/controlled-tenant.js";
import type { Recording } from "../replay/recording.js";
import { inspectorAssets } from "./assets.js";
import { inspectorPage } from "./inspector-page.js";
import { describeValue } from "../checks/describe-value.js";

/** The page at `/_mock/` and its assets. The page uses the other routes of the control API. */
export const inspectorRoutes = (
  tenants: Tenants<ControlledTenant>,
  controlled: Controlled,
  recording: () => Recording | undefined,
): readonly ControlRoute[] => [
  {
    method: "GET",
    path: "/",
    summary: "The inspector: a page that shows and controls the server.",
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
    summary: "Returns the scripts and styles of the inspector.",
    contentType: "text/javascript",
    run: ({ params }) => {
      const { file = "" } = params;
      const asset = Object.hasOwn(inspectorAssets, file) ? inspectorAssets[file] : undefined;
      if (!asset)
        throw new ControlProblem(404, `Unknown file ${describeValue(file)} of the inspector.`);
      return new ControlReply(200, asset.text, asset.contentType);
    },
  },
];
