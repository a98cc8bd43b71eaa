import type { Model, ServiceShape, ShapeId } from "../../model/model.js";
import { NeighborIndex } from "../../select/neighbors.js";
import { at } from "../../validate/rule.js";
import { ServiceIndex } from "../../validate/service-index.js";
import { changedOfType } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { sameMap } from "../shapes-equal.js";

const name = "ServiceRename";

/** Reports shapes that have another name in the closure of a service than before. */
export const serviceRename: Evaluator = {
  name,
  *evaluate(differences) {
    for (const { before, after } of changedOfType(differences, "service")) {
      if (sameMap(before.rename, after.rename)) continue;
      const place = at(after);
      for (const [id, was] of before.rename) {
        const is = after.rename.get(id);
        if (is === undefined) {
          const text = `Service rename of \`${id}\` to \`${was}\` was removed`;
          yield event("ERROR", name, text, place);
        } else if (is !== was) {
          const text = `Service rename of \`${id}\` was changed from \`${was}\` to \`${is}\``;
          yield event("ERROR", name, text, place);
        }
      }
      const closure = closureOf(before, differences.oldModel);
      for (const [id, is] of after.rename) {
        if (before.rename.has(id) || !closure.has(id)) continue;
        const text = `Service rename of \`${id}\` to \`${is}\` was added to an old shape`;
        yield event("ERROR", name, text, place);
      }
    }
  },
};

function closureOf(service: ServiceShape, model: Model): ReadonlySet<ShapeId> {
  const services = new ServiceIndex(model, NeighborIndex.of(model));
  return new Set([...services.closureOf(service)].map(({ id }) => id));
}
