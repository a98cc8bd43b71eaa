import { shapeName } from "@tinsmith/smithy";
import type { Model, OperationShape, ShapeId } from "@tinsmith/smithy";
import { batchTrait, trait } from "@tinsmith/smithy/traits";
import type { BatchTraitValue } from "@tinsmith/smithy/traits";
import type {
  BatchList,
  BatchMatching,
  BatchNames,
  BatchOutcomePlan,
  BatchPlan,
} from "./batch-plan.js";
import type { ShapeLookup } from "./shape-plan.js";

/** Plans the batches of an operation: `tinsmith.client#batch`. */
export function planBatch(
  model: Model,
  operation: OperationShape,
  shapesById: ShapeLookup,
  names: BatchNames | undefined,
): BatchPlan | undefined {
  const batch = trait(operation, batchTrait);
  if (batch === undefined) return undefined;
  const list = (member: string | undefined, of: ShapeId): BatchList | undefined =>
    member === undefined ? undefined : listMember(model, shapesById, of, member);
  const entries = list(batch.entries, operation.input);
  if (names === undefined || entries === undefined) return undefined;
  const { maxEntries, maxBytes, unprocessed, entryErrors = [] } = batch;
  return {
    names,
    entries,
    maxEntries,
    maxBytes,
    matching: planMatching(batch.matching),
    results: list(batch.results, operation.output),
    failures: list(batch.failures, operation.output),
    unprocessed,
    outcome: planOutcome(batch.outcome),
    entryErrors: entryErrors.map((id) => shapesById.get(id)?.name ?? shapeName(id)),
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

function planMatching({ id, echo }: BatchTraitValue["matching"]): BatchMatching {
  if (id !== undefined) return { kind: "id", member: id.member };
  if (echo === undefined) return { kind: "position" };
  return { kind: "echo", member: echo.member, by: echo.by ?? [] };
}

function planOutcome(outcome: BatchTraitValue["outcome"]): BatchOutcomePlan | undefined {
  if (outcome === undefined) return undefined;
  const { status, accepted, duplicate = [], retry = [], message, permanent } = outcome;
  return { status, accepted, duplicate, retry, message, permanent };
}
