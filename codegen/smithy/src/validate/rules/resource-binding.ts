import type { ResourceShape, ServiceShape, Shape } from "../../model/model.js";
import { error } from "../event.js";
import { groupBy } from "../group-by.js";
import { at } from "../rule.js";
import type { Rule, ValidationContext } from "../rule.js";
import { boundOperations } from "../service-index.js";
import { ticked, typed } from "../shape-text.js";

const messages = {
  resource: error(
    "SingleResourceBinding",
    (args: { service: string; parents: readonly Shape[] }) =>
      `A resource can appear only once in an entire service closure. This resource is illegally bound into the \`${args.service}\` service closure from multiple shapes: [${ticked(args.parents.map(({ id }) => id))}]`,
  ),
  operation: error(
    "SingleOperationBinding",
    (args: { service: string; parents: readonly Shape[] }) =>
      `An operation can appear only once in an entire service closure. This operation is illegally bound into the \`${args.service}\` service closure from multiple shapes: ${args.parents.map(typed).sort().join(", ")}`,
  ),
} as const;

/** A resource is bound only once in the closure of a service. */
export const singleResourceBinding: Rule = {
  name: "SingleResourceBinding",
  *check(context) {
    yield* check(context, ({ resources }) => resources, messages.resource);
  },
};

/** An operation is bound only once in the closure of a service. */
export const singleOperationBinding: Rule = {
  name: "SingleOperationBinding",
  *check(context) {
    yield* check(context, (shape) => [...new Set(boundOperations(shape))], messages.operation);
  },
};

function* check(
  { model, services }: ValidationContext,
  boundBy: (shape: ServiceShape | ResourceShape) => readonly string[],
  message: typeof messages.resource,
) {
  for (const service of model.shapesOfType("service")) {
    const bindings = [service, ...services.resourcesOf(service)].flatMap((parent) =>
      boundBy(parent).map((id) => ({ id, parent })),
    );
    for (const [id, group] of groupBy(bindings, (binding) => binding.id)) {
      const shape = model.getShape(id);
      if (group.length < 2 || shape === undefined) continue;
      yield message({ service: service.id, parents: group.map(({ parent }) => parent) }, at(shape));
    }
  }
}
