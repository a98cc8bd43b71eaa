import * as v from "valibot";
import { strictOptions } from "../../checks/expected.js";
import { ControlProblem, routeWithBody } from "../control-route.js";
import type { ControlRoute } from "../control-route.js";

/** @param schema - the schema of the service's state; default: any object */
export const stateRoutes = (schema: v.GenericSchema = anyState): readonly ControlRoute[] => [
  routeWithBody({
    method: "POST",
    path: "/reset",
    answer: null,
    summary:
      "Restores the initial state and clears overrides, faults and journal. On request also resets the clock and the coverage.",
    body: strictOptions({ clock: v.optional(v.boolean()), coverage: v.optional(v.boolean()) }),
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
    answer: schema,
    run: ({ tenant }) => {
      const state = tenant.dump();
      if (state === undefined) throw new ControlProblem(404, "This service has no state.");
      return state;
    },
  },
  {
    method: "PUT",
    path: "/state",
    summary: "Replaces the state and clears overrides, faults and journal.",
    body: schema,
    answer: null,
    // The behavior validates the state. Its errors name the invalid part.
    run: ({ tenant, body }) => tenant.seed(v.parse(anyState, body)),
  },
];

const anyState = v.record(v.string(), v.unknown(), "The state must be an object.");
