import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ResourceShape, ServiceShape, ShapeId } from "../../model/model.js";
import { shapeName } from "../../model/shape-id.js";
import { NeighborIndex } from "../../select/neighbors.js";
import { at } from "../../validate/rule.js";
import { ServiceIndex } from "../../validate/service-index.js";
import { changedOfType } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { missingFrom } from "../missing-from.js";

type Entity = ServiceShape | ResourceShape;

const kinds = [
  { kind: "Operation", idsOf: ({ operations }: Entity) => operations },
  { kind: "Resource", idsOf: ({ resources }: Entity) => resources },
] as const;

const parentOf = (entity: Entity): string => (entity.type === "resource" ? "Resource" : "Service");

/** Notes operations and resources that a service or resource newly binds. */
export const addedEntityBinding: Evaluator = {
  name: "AddedOperationBinding",
  *evaluate(differences) {
    for (const { before, after } of changedOfType(differences, "service", "resource")) {
      for (const { kind, idsOf } of kinds) {
        for (const id of missingFrom(idsOf(before), idsOf(after))) {
          yield event(
            "NOTE",
            `Added${kind}Binding.To${parentOf(after)}.${shapeName(id)}`,
            `${kind} binding of \`${id}\` was added to the ${after.type} shape, \`${after.id}\``,
            at(after),
          );
        }
      }
    }
  },
};

/**
 * Reports operations and resources that a service or resource no longer binds. An operation that
 * the service still reaches through a resource was moved, not removed.
 */
export const removedEntityBinding: Evaluator = {
  name: "RemovedOperationBinding",
  *evaluate(differences) {
    const { newModel } = differences;
    const services = new ServiceIndex(newModel, NeighborIndex.of(newModel));
    for (const { before, after } of changedOfType(differences, "service", "resource")) {
      for (const { kind, idsOf } of kinds) {
        for (const id of missingFrom(idsOf(after), idsOf(before))) {
          const isMoved =
            kind === "Operation" &&
            after.type === "service" &&
            services.operationsOf(after).some((operation) => operation.id === id);
          yield removed(kind, after, id, isMoved);
        }
      }
    }
  },
};

function removed(kind: string, entity: Entity, id: ShapeId, isMoved: boolean): Diagnostic {
  const text = `${kind} binding of \`${id}\` was removed from ${entity.type} shape, \`${entity.id}\``;
  return event(
    isMoved ? "NOTE" : "ERROR",
    `Removed${kind}Binding.From${parentOf(entity)}.${shapeName(id)}`,
    isMoved ? `${text}, but the operation remains in the service closure through a resource` : text,
    at(entity),
  );
}
