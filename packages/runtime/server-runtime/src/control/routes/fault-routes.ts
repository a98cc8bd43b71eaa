import type { ActiveFault } from "../../mock/faults/fault-rule.js";
import { ControlProblem, ControlReply, routeWithBody } from "../control-route.js";
import { answers } from "../answers.js";
import type { ControlRoute } from "../control-route.js";
import { faultRuleFrom } from "../fault-rule-from.js";
import { faultRuleSchema } from "../../mock/faults/fault-rule-schema.js";
import { inputNode } from "../wire-values.js";
import { describeValue } from "../../checks/describe-value.js";

export const faultRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/faults",
    answer: answers.faults,
    summary: "Lists the active faults in their order, with the number of affected requests.",
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
    answer: answers.id,
    status: 201,
    summary: "Adds a fault: its effect, the requests that it applies to, and how often.",
    body: faultRuleSchema,
    run: ({ tenant, body, operations }) => {
      const { id } = tenant.faults.add(faultRuleFrom(body, operations));
      return new ControlReply(201, { id });
    },
  }),
  {
    method: "DELETE",
    path: "/faults",
    answer: null,
    summary: "Removes all faults.",
    run: ({ tenant }) => tenant.faults.clear(),
  },
  {
    method: "DELETE",
    path: "/faults/{id}",
    answer: null,
    summary: "Removes a fault.",
    run: ({ tenant, params }) => {
      const { id = "" } = params;
      if (!tenant.faults.remove(id))
        throw new ControlProblem(404, `Unknown fault ${describeValue(id)}.`);
    },
  },
];
