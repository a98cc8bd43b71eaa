import { shapeName } from "@tinsmith/smithy";
import type { ShapeId } from "@tinsmith/smithy";
import type { OperationData, OperationPlan } from "../operation-plan.js";
import type { ServicePlan } from "../service-plan.js";
import { changeFor } from "./compare-shapes.js";
import type { ReleaseChange } from "./release.js";

/** Compares operations, protocols and authentication schemes. */
export function* compareService(before: ServicePlan, after: ServicePlan): Iterable<ReleaseChange> {
  const old = new Map(before.operations.map((operation) => [operation.id, operation]));
  const now = new Map(after.operations.map((operation) => [operation.id, operation]));
  for (const [id, operation] of old) {
    const is = now.get(id);
    if (is !== undefined) yield* compareOperation(operation, is, after);
    else yield changeFor(id, "major", `The operation \`${operation.name}\` is gone.`);
  }
  for (const [id, { name }] of now) {
    if (!old.has(id)) yield changeFor(id, "minor", `The operation \`${name}\` is new.`);
  }
  yield* compareSets(after.id, "protocol", idsOf(before.protocols), idsOf(after.protocols));
  yield* compareSets(
    after.id,
    "authentication scheme",
    idsOf(before.authSchemes),
    idsOf(after.authSchemes),
  );
}

const idsOf = (plans: readonly { readonly id: ShapeId }[]): readonly ShapeId[] =>
  plans.map(({ id }) => id);

function* compareSets(
  service: ShapeId,
  what: string,
  before: readonly ShapeId[],
  after: readonly ShapeId[],
): Iterable<ReleaseChange> {
  for (const id of before) {
    if (!after.includes(id)) yield changeFor(service, "major", `The ${what} \`${id}\` is gone.`);
  }
  for (const id of after) {
    if (!before.includes(id)) yield changeFor(service, "minor", `The ${what} \`${id}\` is new.`);
  }
}

function* compareOperation(
  before: OperationPlan,
  after: OperationPlan,
  service: ServicePlan,
): Iterable<ReleaseChange> {
  const { id, name } = after;
  for (const side of ["input", "output"] as const) {
    yield* compareData(after, side, before[side], after[side], service);
  }
  for (const error of after.errors) {
    if (before.errors.includes(error)) continue;
    const text = `\`${name}\` can fail with \`${typeNameOf(error, service)}\`.`;
    yield changeFor(id, "minor", text);
  }
  for (const error of before.errors) {
    if (after.errors.includes(error)) continue;
    yield changeFor(id, "minor", `\`${name}\` no longer lists the error \`${shapeName(error)}\`.`);
  }
  for (const [key, function_] of functionsOf(before)) {
    if (functionsOf(after).get(key) === function_) continue;
    yield changeFor(id, "major", `The function \`${function_}\` is gone.`);
  }
  for (const [key, function_] of functionsOf(after)) {
    if (functionsOf(before).get(key) === function_) continue;
    yield changeFor(id, "minor", `The function \`${function_}\` is new.`);
  }
}

function* compareData(
  operation: OperationPlan,
  side: "input" | "output",
  before: OperationData,
  after: OperationData,
  service: ServicePlan,
): Iterable<ReleaseChange> {
  const was = before.kind === "unit" ? undefined : before.typeName;
  const is = after.kind === "unit" ? undefined : after.typeName;
  if (was === is) return;
  const { id, name } = operation;
  if (was !== undefined) {
    const text = `The ${side} of \`${name}\` is ${shown(is)} instead of \`${was}\`.`;
    yield changeFor(id, "major", text);
    return;
  }
  const shape = after.kind === "unit" ? undefined : service.shapesById.get(after.id);
  const hasRequired = shape?.kind === "structure" && shape.members.some((one) => one.required);
  yield {
    shapeId: id,
    text: `\`${name}\` has an ${side}, ${shown(is)}.`,
    client: hasRequired && side === "input" ? "major" : "minor",
    server: hasRequired && side === "output" ? "major" : "minor",
  };
}

const shown = (typeName: string | undefined): string =>
  typeName === undefined ? "empty" : `\`${typeName}\``;

const typeNameOf = (id: ShapeId, service: ServicePlan): string =>
  service.shapesById.get(id)?.typeName ?? shapeName(id);

/** The paginator and the waiters of an operation, by their purpose. */
function functionsOf({ names }: OperationPlan): ReadonlyMap<string, string> {
  const functions = new Map<string, string>();
  if (names.paginator !== undefined) functions.set("paginator", names.paginator.function);
  for (const [waiter, { waitUntil }] of names.waiters) functions.set(waiter, waitUntil);
  return functions;
}
