import { isAtLeast } from "@tinsmith/smithy";
import type { Diagnostic, Model, ShapeId } from "@tinsmith/smithy";
import { diffModels } from "@tinsmith/smithy/diff";
import { planService } from "../plan-service.js";
import type { PlanOptions } from "../plan-service.js";
import type { ServicePlan } from "../service-plan.js";
import { compareService } from "./compare-service.js";
import { changeFor, compareShapes } from "./compare-shapes.js";
import { sortChanges } from "./release.js";
import type { Release, ReleaseChange } from "./release.js";

/** Options of `planRelease`. */
export interface ReleaseOptions extends PlanOptions {
  /** The id of the service in the old model. Default: that in the new one. */
  readonly oldServiceId?: ShapeId;
}

/**
 * Compares two versions of a service as TypeScript users of its generated packages see them. A type
 * error in code that compiled before is a breaking change; so is a removed name.
 *
 * A change that breaks only messages, such as another `@jsonName`, is not breaking here, because
 * the new package contains the change. It is listed nevertheless.
 *
 * @throws RangeError if one of the models has no service with this id
 */
export function planRelease(
  oldModel: Model,
  newModel: Model,
  serviceId: ShapeId,
  options: ReleaseOptions = {},
): Release {
  const { oldServiceId = serviceId } = options;
  const planOptions = { ...options, endpointTests: false };
  const before = planService(oldModel, oldServiceId, planOptions);
  const after = planService(newModel, serviceId, planOptions);
  const changes = [...compareService(before, after), ...compareShapes(before.shapes, after.shapes)];
  if (before.id !== after.id) {
    const text = `The service \`${before.id}\` is now \`${after.id}\` in the model.`;
    changes.push(changeFor(after.id, "minor", text));
  }
  // In another namespace every id differs. This is reported as one change, not as one for each
  // shape.
  if (before.namespace !== after.namespace) return { changes: sortChanges(changes) };
  const known = new Set([before.id, ...changes.map(({ shapeId }) => shapeId)]);
  const isOfService = closureTest(before, after);
  const further = diffModels(oldModel, newModel).filter(
    ({ shapeId }) => shapeId !== undefined && !known.has(shapeId) && isOfService(shapeId),
  );
  return { changes: sortChanges([...changes, ...furtherChanges(further)]) };
}

/** Returns whether a shape or member belongs to the service in one of its versions. */
function closureTest(before: ServicePlan, after: ServicePlan): (id: ShapeId) => boolean {
  const ids = new Set(
    [before, after].flatMap((plan) => [
      plan.id,
      ...plan.operations.map(({ id }) => id),
      ...plan.shapesById.keys(),
    ]),
  );
  return (id) => ids.has(id.split("$", 1)[0] ?? id);
}

/**
 * Lists changes that are not visible in types: one line for each break on the wire, and one line
 * for all others.
 */
function* furtherChanges(events: readonly Diagnostic[]): Iterable<ReleaseChange> {
  const isGrave = ({ severity }: Diagnostic) => isAtLeast(severity, "DANGER");
  for (const { shapeId = "", message } of events.filter(isGrave)) {
    yield changeFor(shapeId, "minor", firstLine(message));
  }
  const [first, ...others] = events.filter((event) => !isGrave(event));
  if (first?.shapeId === undefined) return;
  const count = others.length + 1;
  const text = `Documentation or details changed in ${count} ${count === 1 ? "place" : "places"}.`;
  yield changeFor(first.shapeId, "patch", text);
}

const firstLine = (message: string): string => message.split("\n", 1)[0]?.trim() ?? message;
