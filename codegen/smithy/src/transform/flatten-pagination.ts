import type { NodeValue } from "../model/model.js";
import { isNodeObject } from "../model/node-value.js";
import { NeighborIndex } from "../select/neighbors.js";
import { paginatedTrait, trait } from "../traits/index.js";
import { defineTransform } from "./define-transform.js";
import { editModel } from "./edit-model.js";

/** `flattenPaginationInfo`: copies the pagination settings of the service to its operations. */
export const flattenPaginationInfo = defineTransform({
  name: "flattenPaginationInfo",
  prepare(args) {
    const service = args.string("service");
    return (model, { report }) => {
      const shape = model.getShape(service);
      if (shape?.type !== "service") {
        report(`${service} is not a service of the model`, ["service"]);
        return model;
      }
      const common = trait(shape, paginatedTrait);
      if (common === undefined) return model;
      const operations = new Set<string>();
      NeighborIndex.of(model).reach(shape, ({ id, type }) => {
        if (type === "operation") operations.add(id);
        return true;
      });
      return editModel(model, (draft) => {
        for (const id of operations) {
          const traits = draft.shapes.get(id)?.ownTraits;
          const own =
            traits?.get(paginatedTrait.id) ?? inherited(trait(model.getShape(id), paginatedTrait));
          if (!traits || !own || !isNodeObject(own.value)) continue;
          traits.set(paginatedTrait.id, {
            ...own,
            value: Object.freeze({ ...common, ...own.value }),
          });
        }
      });
    };
  },
});

const inherited = (value: NodeValue | undefined) => (value === undefined ? undefined : { value });
