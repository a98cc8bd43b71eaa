import type { ShapeId } from "../../model/model.js";
import { NeighborIndex } from "../../select/neighbors.js";
import { sigv4aTrait, sigv4Trait } from "../../traits/index.js";
import { at } from "../../validate/rule.js";
import { ServiceIndex } from "../../validate/service-index.js";
import { changedOfType } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { effectiveAuth } from "./effective-auth.js";
import { describeSigV4Change } from "./sigv4-order.js";
import type { SigV4Positions } from "./sigv4-order.js";

const name = "SigV4Migration";

/** Reports services and operations that use SigV4A where they used SigV4, or the other way around. */
export const sigV4Migration: Evaluator = {
  name,
  *evaluate(differences) {
    const { oldModel, newModel } = differences;
    for (const { before, after } of changedOfType(differences, "service")) {
      const text = describeSigV4Change(
        positionsIn(effectiveAuth(oldModel, before)),
        positionsIn(effectiveAuth(newModel, after)),
        `\`${after.id}\``,
      );
      if (text !== undefined) yield event("DANGER", name, text, at(after));
    }
    const services = new ServiceIndex(newModel, NeighborIndex.of(newModel));
    for (const { before, after } of changedOfType(differences, "operation")) {
      for (const service of newModel.shapesOfType("service")) {
        const oldService = oldModel.getShape(service.id);
        if (oldService?.type !== "service") continue;
        if (!services.operationsOf(service).some(({ id }) => id === after.id)) continue;
        const text = describeSigV4Change(
          positionsIn(effectiveAuth(oldModel, oldService, before)),
          positionsIn(effectiveAuth(newModel, service, after)),
          `\`${after.id}\``,
        );
        if (text !== undefined) yield event("DANGER", name, text, at(after));
      }
    }
  },
};

const positionsIn = (schemes: readonly ShapeId[]): SigV4Positions => ({
  sigv4: schemes.indexOf(sigv4Trait.id),
  sigv4a: schemes.indexOf(sigv4aTrait.id),
});
