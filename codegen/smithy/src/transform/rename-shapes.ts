import { isOwnShape } from "../ast/serialize-ast.js";
import { isAbsoluteId } from "../model/shape-id.js";
import type { Model, ShapeId } from "../model/model.js";
import { defineTransform } from "./define-transform.js";
import { renameShapesIn } from "./rename-shapes-in-model.js";
import type { ReportArgument } from "./transform-arguments.js";

/** `renameShapes`: renames shapes and all references to them. */
export const renameShapes = defineTransform({
  name: "renameShapes",
  prepare(args) {
    const renamed = args.stringMap("renamed");
    for (const [from, to] of renamed) {
      const wrong = [from, to].find((id) => !isAbsoluteId(id) || id.includes("$"));
      if (wrong !== undefined) {
        args.report(`${JSON.stringify(wrong)} is not an absolute shape id`, "renamed", from);
      }
    }
    return (model, { report }) => {
      let isMissing = false;
      for (const from of renamed.keys()) {
        if (model.shapes.has(from) && isOwnShape(from)) continue;
        report(`the model has no shape ${from}`, ["renamed", from]);
        isMissing = true;
      }
      if (isMissing || !checkConflicts(model, renamed, (from) => ["renamed", from], report)) {
        return model;
      }
      return renameShapesIn(model, renamed);
    };
  },
});

/**
 * Returns whether the new ids are unique and outside of the namespaces of the language. Names that
 * differ only in case are a conflict too.
 */
export function checkConflicts(
  model: Model,
  renamed: ReadonlyMap<ShapeId, ShapeId>,
  pathOf: (from: ShapeId) => readonly (string | number)[],
  report: ReportArgument,
): boolean {
  const taken = new Map<string, ShapeId>();
  for (const { id, type } of model.shapes.values()) {
    if (type !== "member" && !renamed.has(id)) taken.set(id.toLowerCase(), id);
  }
  let isFine = true;
  for (const [from, to] of renamed) {
    if (!isOwnShape(to)) {
      report(
        `${from} cannot be renamed to ${to}: its namespace belongs to the language`,
        pathOf(from),
      );
      isFine = false;
    }
    const other = taken.get(to.toLowerCase());
    taken.set(to.toLowerCase(), from);
    if (other === undefined) continue;
    report(`${from} cannot be renamed to ${to}: the id conflicts with ${other}`, pathOf(from));
    isFine = false;
  }
  return isFine;
}
