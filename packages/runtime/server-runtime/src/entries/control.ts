/**
 * The public entry of the routes that a service adds to the control API.
 *
 * @packageDocumentation
 * @public
 */
export { ControlProblem, ControlReply, routeWithBody } from "../control/control-route.js";
export type { ControlCall, ControlRoute } from "../control/control-route.js";
export type { ControlledTenant } from "../mock/controlled-tenant.js";
