import { shapeName } from "@tinsmith/smithy";
import type { ShapeId } from "@tinsmith/smithy";
import type { OperationData, OperationPlan } from "../operation-plan.js";
import type { ServicePlan } from "../service-plan.js";
import { changeFor } from "./compare-shapes.js";
import { pairPlans } from "./pair-plans.js";
import type { ReleaseChange } from "./release.js";

/** Compares the names of clients, operations, protocols and authentication schemes. */
export function* compareService(before: ServicePlan, after: ServicePlan): Iterable<ReleaseChange> {
  yield* compareClientNames(before, after);
  const { both, gone, added } = pairPlans(before.operations, after.operations, ({ name }) => name);
  for (const [old, now] of both) yield* compareOperation(old, now, before, after);
  for (const { id, name } of gone)
    yield changeFor(id, "major", `The operation \`${name}\` is gone.`);
  for (const { id, name } of added)
    yield changeFor(id, "minor", `The operation \`${name}\` is new.`);
  yield* compareSets(after.id, "protocol", idsOf(before.protocols), idsOf(after.protocols));
  yield* compareSets(
    after.id,
    "authentication scheme",
    idsOf(before.authSchemes),
    idsOf(after.authSchemes),
  );
}

/** Compares the names of clients. Only programs that call a service use them. */
function* compareClientNames(before: ServicePlan, after: ServicePlan): Iterable<ReleaseChange> {
  for (const key of ["client", "aggregatedClient", "exception"] as const) {
    const [was, is] = [before.names[key], after.names[key]];
    if (was === is) continue;
    const text = `The class \`${was}\` is now named \`${is}\`.`;
    yield { shapeId: after.id, text, client: "major", server: "minor" };
  }
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
  old: ServicePlan,
  now: ServicePlan,
): Iterable<ReleaseChange> {
  const { id, name } = after;
  if (before.name !== name) {
    const text = `The operation \`${before.name}\` is now named \`${name}\`.`;
    yield changeFor(id, "major", text);
  } else if (before.names.command !== after.names.command) {
    const text = `\`${before.names.command}\` is now named \`${after.names.command}\`.`;
    yield { shapeId: id, text, client: "major", server: "minor" };
  }
  for (const side of ["input", "output"] as const) {
    yield* compareData(after, side, before[side], after[side], now);
  }
  const was = new Set(before.errors.map((error) => typeNameOf(error, old)));
  const is = new Set(after.errors.map((error) => typeNameOf(error, now)));
  for (const error of is) {
    if (was.has(error)) continue;
    yield changeFor(id, "minor", `\`${name}\` can fail with \`${error}\`.`);
  }
  for (const error of was) {
    if (is.has(error)) continue;
    yield changeFor(id, "minor", `\`${name}\` no longer lists the error \`${error}\`.`);
  }
  for (const [key, function_] of functionsOf(before)) {
    if (functionsOf(after).get(key) === function_) continue;
    const text = `The function \`${function_}\` is gone.`;
    yield { shapeId: id, text, client: "major", server: "minor" };
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
  if (names.batch !== undefined) functions.set("batch", names.batch.function);
  for (const [waiter, { waitUntil }] of names.waiters) functions.set(`waiter ${waiter}`, waitUntil);
  return functions;
}
