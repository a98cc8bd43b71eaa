import type { Model, NodeValue, OperationShape, ShapeId } from "@tinsmith/smithy";
import type {
  BatchList,
  BatchMatching,
  BatchNames,
  BatchOutcomePlan,
  BatchPlan,
} from "./batch-plan.js";
import type { ShapeLookup } from "./shape-plan.js";
import {
  isNodeArray,
  numberOf,
  propertyOf,
  shapeName,
  stringOf,
  stringsOf,
} from "./trait-values.js";

/** Plans the batches of an operation: `tinsmith.client#batch`. */
export function planBatch(
  model: Model,
  operation: OperationShape,
  shapesById: ShapeLookup,
  names: BatchNames | undefined,
): BatchPlan | undefined {
  const trait = operation.traits.get("tinsmith.client#batch");
  const list = (property: string, of: ShapeId): BatchList | undefined => {
    const member = stringOf(propertyOf(trait, property));
    return member === undefined ? undefined : listMember(model, shapesById, of, member);
  };
  const entries = list("entries", operation.input);
  if (names === undefined || entries === undefined) return undefined;
  return {
    names,
    entries,
    maxEntries: numberOf(propertyOf(trait, "maxEntries")),
    maxBytes: numberOf(propertyOf(trait, "maxBytes")),
    matching: planMatching(propertyOf(trait, "matching")),
    results: list("results", operation.output),
    failures: list("failures", operation.output),
    unprocessed: stringOf(propertyOf(trait, "unprocessed")),
    outcome: planOutcome(propertyOf(trait, "outcome")),
    entryErrors: stringsOf(propertyOf(trait, "entryErrors")).map(
      (id) => shapesById.get(id)?.name ?? shapeName(id),
    ),
  };
}

function listMember(
  model: Model,
  shapesById: ShapeLookup,
  of: ShapeId,
  name: string,
): BatchList | undefined {
  const container = model.getShape(of);
  const member = container?.type === "structure" ? container.members.get(name) : undefined;
  const list = member && model.getShape(member.target);
  const structure = list?.type === "list" ? shapesById.get(list.member.target) : undefined;
  return structure?.kind === "structure" ? { member: name, structure } : undefined;
}

function planMatching(value: NodeValue | undefined): BatchMatching {
  const id = stringOf(propertyOf(propertyOf(value, "id"), "member"));
  if (id !== undefined) return { kind: "id", member: id };
  const echo = propertyOf(value, "echo");
  if (echo === undefined) return { kind: "position" };
  return {
    kind: "echo",
    member: stringOf(propertyOf(echo, "member")),
    by: stringsOf(propertyOf(echo, "by")),
  };
}

function planOutcome(value: NodeValue | undefined): BatchOutcomePlan | undefined {
  const status = stringOf(propertyOf(value, "status"));
  if (status === undefined) return undefined;
  const accepted = propertyOf(value, "accepted");
  return {
    status,
    accepted: isNodeArray(accepted) ? stringsOf(accepted) : undefined,
    duplicate: stringsOf(propertyOf(value, "duplicate")),
    retry: stringsOf(propertyOf(value, "retry")),
    message: stringOf(propertyOf(value, "message")),
    permanent: stringOf(propertyOf(value, "permanent")),
  };
}
