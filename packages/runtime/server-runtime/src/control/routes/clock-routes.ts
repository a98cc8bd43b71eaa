import * as v from "valibot";
import { strictOptions } from "../../checks/expected.js";
import type { ControllableClock } from "../../mock/controllable-clock.js";
import { ControlProblem, routeWithBody } from "../control-route.js";
import { answers } from "../answers.js";
import type { ControlRoute } from "../control-route.js";

const instant = v.pipe(
  v.union([v.string(), v.number()]),
  v.description("A string such as 2026-11-01T05:59:00Z, or milliseconds since 1970."),
);

const duration = strictOptions({
  days: v.exactOptional(v.number()),
  hours: v.exactOptional(v.number()),
  minutes: v.exactOptional(v.number()),
  seconds: v.exactOptional(v.number()),
  milliseconds: v.exactOptional(v.number()),
});

/** A change of the clock: exactly one member is set. */
const clockBody = strictOptions({
  freeze: v.optional(v.union([v.literal(true), instant])),
  set: v.optional(instant),
  advance: v.optional(
    v.union(
      [v.number(), duration],
      `Expected milliseconds, or an object of: ${Object.keys(duration.entries).join(", ")}.`,
    ),
  ),
  resume: v.optional(v.literal(true)),
  reset: v.optional(v.literal(true)),
});

export const clockRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/clock",
    answer: answers.clock,
    summary: "Returns the tenant's time and whether its clock is frozen.",
    run: ({ tenant }) => reading(tenant.clock),
  },
  routeWithBody({
    method: "POST",
    path: "/clock",
    answer: answers.clock,
    summary:
      "Changes the clock by exactly one of: freeze (true, or an instant), set (an instant), advance (milliseconds or a duration), resume (true), reset (true).",
    body: clockBody,
    run: ({ tenant: { clock }, body }) => {
      if (Object.keys(body).length !== 1) {
        throw new ControlProblem(
          400,
          "Expected exactly one of: freeze, set, advance, resume, reset.",
        );
      }
      const { freeze, set, advance } = body;
      if (freeze !== undefined) clock.freeze(freeze === true ? undefined : freeze);
      if (set !== undefined) clock.set(set);
      if (advance !== undefined) clock.advance(advance);
      if (body.resume) clock.resume();
      if (body.reset) clock.reset();
      return reading(clock);
    },
  }),
];

const reading = (clock: ControllableClock) => ({
  now: clock.now().toISOString(),
  frozen: clock.frozen,
});
