import * as v from "valibot";
import { ControlProblem, routeWithBody } from "../control-route.js";
import type { ControlRoute } from "../control-route.js";

export const stateRoutes: readonly ControlRoute[] = [
  routeWithBody({
    method: "POST",
    path: "/reset",
    summary:
      "Begins again: the state of the beginning, no overrides, no faults, an empty journal; the clock and the coverage too, if asked.",
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
    summary: "Dumps the whole state, as PUT takes it.",
    run: ({ tenant }) => {
      const state = tenant.dump();
      if (state === undefined) throw new ControlProblem(404, "This service keeps no state here.");
      return state;
    },
  },
  routeWithBody({
    method: "PUT",
    path: "/state",
    summary:
      "Seeds: begins again with this state, without overrides and faults and with an empty journal.",
    body: v.record(v.string(), v.unknown()),
    run: ({ tenant, body }) => tenant.seed(body),
  }),
];
