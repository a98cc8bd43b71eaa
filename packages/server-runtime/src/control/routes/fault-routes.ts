import * as v from "valibot";

import type { ActiveFault } from "../../faults/fault-rule.js";
import {
  ControlProblem,
  ControlReply,
  type ControlRoute,
  routeWithBody,
} from "../control-route.js";
import { inputNode, inputValue } from "../wire-values.js";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(600_000));

const conditions = {
  operation: v.optional(v.union([v.string(), v.array(v.string())])),
  input: v.optional(v.unknown()),
  probability: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  seed: v.optional(v.string()),
  skip: v.optional(count),
  times: v.optional(count),
};

const rule = v.variant("kind", [
  v.strictObject({
    kind: v.literal("error"),
    error: v.pipe(v.string(), v.nonEmpty()),
    message: v.optional(v.string()),
    statusCode: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
    members: v.optional(v.record(v.string(), v.unknown())),
    ...conditions,
  }),
  v.strictObject({
    kind: v.literal("latency"),
    milliseconds: v.union([milliseconds, v.tuple([milliseconds, milliseconds])]),
    ...conditions,
  }),
  v.strictObject({
    kind: v.literal("throttle"),
    perSecond: v.optional(v.number()),
    burst: v.optional(v.number()),
    error: v.optional(v.string()),
    time: v.optional(v.picklist(["real", "clock"])),
    ...conditions,
  }),
  v.strictObject({ kind: v.literal("reset"), ...conditions }),
  v.strictObject({ kind: v.literal("dropResponse"), ...conditions }),
  v.strictObject({ kind: v.literal("truncate"), afterBytes: count, ...conditions }),
  v.strictObject({
    kind: v.literal("service"),
    name: v.string(),
    parameters: v.optional(v.record(v.string(), v.unknown())),
    ...conditions,
  }),
]);

export const faultRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/faults",
    summary: "The faults in force, in the order in which they are asked, with how often each hit.",
    run: ({ tenant, operations }) => ({
      faults: tenant.faults.list().map(({ id, rule, hits }: ActiveFault) => {
        const { input, ...rest } = rule;
        const operation = typeof rule.operation === "string" ? rule.operation : "";
        return {
          id,
          hits,
          rule: {
            ...rest,
            ...(input === undefined ? {} : { input: inputNode(operations, operation, input) }),
          },
        };
      }),
    }),
  },
  routeWithBody({
    method: "POST",
    path: "/faults",
    summary: "Adds a fault: what is to go wrong, for which requests, how often.",
    body: rule,
    run: ({ tenant, body, operations }) => {
      if (body.input !== undefined && typeof body.operation !== "string") {
        throw new ControlProblem(
          400,
          "A fault with an input names the one operation that it is of.",
        );
      }
      const input = inputValue(operations, String(body.operation), body.input);
      return new ControlReply(201, { id: tenant.faults.add({ ...body, input }).id });
    },
  }),
  {
    method: "DELETE",
    path: "/faults",
    summary: "Ends all faults.",
    run: ({ tenant }) => tenant.faults.clear(),
  },
  {
    method: "DELETE",
    path: "/faults/{id}",
    summary: "Ends a fault.",
    run: ({ tenant, params }) => {
      const { id = "" } = params;
      if (!tenant.faults.remove(id)) throw new ControlProblem(404, `There is no fault ${id}.`);
    },
  },
];
