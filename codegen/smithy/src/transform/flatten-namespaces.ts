import { isOwnShape } from "../ast/serialize-ast.js";
import type { Model, ServiceShape, ShapeId } from "../model/model.js";
import { shapeName } from "../model/shape-id.js";
import { NeighborIndex } from "../select/neighbors.js";
import { defineTransform } from "./define-transform.js";
import { editModel } from "./edit-model.js";
import { checkConflicts } from "./rename-shapes.js";
import { renameShapesIn } from "./rename-shapes-in-model.js";
import { taggedWith } from "./shape-traits.js";

const namespacePattern = /^_*[A-Za-z]\w*(?:\._*[A-Za-z]\w*)*$/;

/**
 * `flattenNamespaces`: moves the closure of a service into one namespace, under the names given by
 * the `rename` of the service, which is then removed. Tagged shapes from outside of the closure are
 * moved too if their names are free.
 */
export const flattenNamespaces = defineTransform({
  name: "flattenNamespaces",
  prepare(args) {
    const namespace = args.optionalString("namespace", true);
    const service = args.string("service");
    const isTagged = taggedWith(args.optionalStrings("includeTagged"));
    if (namespace !== undefined && !namespacePattern.test(namespace)) {
      args.report(`${JSON.stringify(namespace)} is not a valid namespace`, "namespace");
    }
    return (model, { report }) => {
      const shape = model.getShape(service);
      if (shape?.type !== "service") {
        report(`${service} is not a service of the model`, ["service"]);
        return model;
      }
      const target = namespace ?? "";
      const renamed = closureNames(model, shape, target);
      const taken = new Set(renamed.values());
      for (const other of model.shapes.values()) {
        if (other.type === "member" || !isOwnShape(other.id) || !isTagged(other)) continue;
        const id = `${target}#${shapeName(other.id)}`;
        if (renamed.has(other.id) || taken.has(id)) continue;
        renamed.set(other.id, id);
        taken.add(id);
      }
      if (!checkConflicts(model, renamed, () => ["namespace"], report)) return model;
      return renameShapesIn(withoutRename(model, service), renamed);
    };
  },
});

function closureNames(model: Model, service: ServiceShape, namespace: string) {
  const renamed = new Map<ShapeId, ShapeId>([
    [service.id, `${namespace}#${shapeName(service.id)}`],
  ]);
  NeighborIndex.of(model).reach(service, ({ id, type }) => {
    if (type !== "member" && isOwnShape(id)) {
      renamed.set(id, `${namespace}#${service.rename.get(id) ?? shapeName(id)}`);
    }
    return true;
  });
  return renamed;
}

const withoutRename = (model: Model, service: ShapeId): Model =>
  editModel(model, (draft) => {
    const shape = draft.shapes.get(service);
    if (shape === undefined) return;
    const properties = { ...shape.ownProperties, rename: new Map<ShapeId, string>() };
    draft.shapes.set(service, { ...shape, properties, ownProperties: properties });
  });
