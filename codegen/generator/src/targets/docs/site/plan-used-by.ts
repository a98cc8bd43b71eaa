import type { ShapeId } from "@tinsmith/smithy";
import { membersOf } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";
import type { MemberUse, OperationUse, UsedBy } from "./site.js";

/** Returns the uses of each shape: the members that target it and the operations that reach it. */
export function planUsedBy(plan: ServicePlan): ReadonlyMap<ShapeId, UsedBy> {
  const members = new Map<ShapeId, MemberUse[]>();
  for (const shape of plan.shapes) {
    for (const member of membersOf(shape)) {
      const uses = members.get(member.target) ?? [];
      uses.push({ container: shape.id, containerName: shape.name, member: member.name });
      members.set(member.target, uses);
    }
  }
  const operations = new Map<ShapeId, OperationUse[]>();
  for (const operation of plan.operations) {
    const { input, output } = operation;
    const fromInput = reach(plan, input.kind === "unit" ? undefined : input.id);
    const fromOutput = reach(plan, output.kind === "unit" ? undefined : output.id);
    for (const id of new Set([...fromInput, ...fromOutput])) {
      const uses = operations.get(id) ?? [];
      uses.push({
        operation: operation.id,
        name: operation.name,
        input: fromInput.has(id),
        output: fromOutput.has(id),
      });
      operations.set(id, uses);
    }
  }
  return new Map(
    plan.shapes.map(({ id }) => [
      id,
      { operations: operations.get(id) ?? [], members: members.get(id) ?? [] },
    ]),
  );
}

function reach(plan: ServicePlan, start: ShapeId | undefined): ReadonlySet<ShapeId> {
  const seen = new Set<ShapeId>();
  const open = start === undefined ? [] : [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const shape = plan.shapesById.get(id);
    if (shape) open.push(...membersOf(shape).map(({ target }) => target));
  }
  return seen;
}
