import * as v from "valibot";
import { ControlProblem, routeWithBody } from "../control-route.js";
import type { ControlRoute } from "../control-route.js";

export const stateRoutes: readonly ControlRoute[] = [
  routeWithBody({
    method: "POST",
    path: "/reset",
    summary:
      "Restores the initial state and clears overrides, faults and journal. On request also resets the clock and the coverage.",
    body: v.strictObject({ clock: v.optional(v.boolean()), coverage: v.optional(v.boolean()) }),
    run: ({ tenant, body }) => {
      tenant.reset();
      if (body.clock === true) tenant.clock.reset();
      if (body.coverage === true) tenant.coverage.clear();
    },
  }),
  {
    method: "GET",
    path: "/state",
    summary: "Returns the whole state, as PUT accepts it.",
    run: ({ tenant }) => {
      const state = tenant.dump();
      if (state === undefined) throw new ControlProblem(404, "This service has no state.");
      return state;
    },
  },
  routeWithBody({
    method: "PUT",
    path: "/state",
    summary: "Replaces the state and clears overrides, faults and journal.",
    body: v.record(v.string(), v.unknown()),
    run: ({ tenant, body }) => tenant.seed(body),
  }),
];
