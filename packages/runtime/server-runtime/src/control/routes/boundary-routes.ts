import { strictOptions } from "../../checks/expected.js";
import type { Boundary } from "../../mock/boundary.js";
import type { ControlledTenant } from "../../mock/controlled-tenant.js";
import { ControlProblem, ControlReply, routeWithBody } from "../control-route.js";
import { answers } from "../answers.js";
import type { ControlRoute } from "../control-route.js";
import { describeValue } from "../../checks/describe-value.js";

/** The maximum number of boundaries, because each contains a whole state. Tests nest far fewer. */
const maxBoundaries = 100;

export function boundaryRoutes(): readonly ControlRoute[] {
  const open = new WeakMap<ControlledTenant, Map<string, Boundary>>();
  let count = 0;
  const of = (tenant: ControlledTenant): Map<string, Boundary> => {
    const known = open.get(tenant);
    if (known) return known;
    const boundaries = new Map<string, Boundary>();
    open.set(tenant, boundaries);
    return boundaries;
  };
  return [
    routeWithBody({
      method: "POST",
      path: "/boundaries",
      answer: answers.id,
      status: 201,
      summary: "Begins a boundary. Its end restores state, clock, overrides, faults and journal.",
      body: strictOptions({}),
      run: ({ tenant }) => {
        const boundaries = of(tenant);
        if (boundaries.size >= maxBoundaries) {
          throw new ControlProblem(
            429,
            `Too many open boundaries. At most ${maxBoundaries} are allowed.`,
          );
        }
        const id = `boundary-${++count}`;
        boundaries.set(id, tenant.boundary());
        return new ControlReply(201, { id });
      },
    }),
    {
      method: "DELETE",
      path: "/boundaries/{id}",
      answer: null,
      summary: "Ends a boundary and restores the tenant.",
      run: ({ tenant, params }) => {
        const { id = "" } = params;
        const boundary = of(tenant).get(id);
        if (!boundary) throw new ControlProblem(404, `Unknown boundary ${describeValue(id)}.`);
        of(tenant).delete(id);
        boundary.end();
      },
    },
  ];
}
