import type { StructureShape, UnionShape } from "../../model/model.js";
import { at } from "../../validate/rule.js";
import { changedOfType } from "../differences.js";
import type { ChangedShape } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";

/** Reports members of structures and unions whose position changed. */
export const changedMemberOrder: Evaluator = {
  name: "ChangedMemberOrder",
  *evaluate(differences) {
    const changes: readonly ChangedShape<StructureShape | UnionShape>[] = [
      ...changedOfType(differences, "structure"),
      ...changedOfType(differences, "union"),
    ];
    for (const { before, after } of changes) {
      const names = [...after.members.keys()];
      const isReordered = [...before.members.keys()].some(
        (name, index) => index < names.length && names[index] !== name,
      );
      if (!isReordered) continue;
      const text = `${before.type} shape members were reordered. This can cause ABI compatibility issues in languages like C and C++ where the layout and alignment of a data structure matters.`;
      yield event("DANGER", "ChangedMemberOrder", text, at(after));
    }
  },
};
