import type { Shape } from "../../model/model.js";
import { error } from "../event.js";
import { groupBy } from "../group-by.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const conflict = error(
  "ShapeIdConflict",
  (args: { id: string; others: readonly string[] }) =>
    `Shape ID \`${args.id}\` conflicts with other shape IDs in the model: [${[...args.others]
      .sort()
      .map((id) => `\`${id}\``)
      .join(", ")}]`,
);

/** Ids are unique within their namespace, ignoring case. */
export const shapeId: Rule = {
  name: "ShapeIdConflict",
  *check({ model }) {
    const byId = (shape: Shape) => shape.id.toLowerCase();
    for (const group of groupBy(model.shapes.values(), byId).values()) {
      if (group.length < 2) continue;
      for (const shape of group) {
        const others = group.filter((other) => other !== shape).map(({ id }) => id);
        yield conflict({ id: shape.id, others }, at(shape));
      }
    }
  },
};
