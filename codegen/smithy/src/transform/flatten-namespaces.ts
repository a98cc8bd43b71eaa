import { isOwnShape } from "../ast/serialize-ast.js";
import type { Model, ServiceShape, ShapeId } from "../model/model.js";
import { shapeName } from "../model/shape-id.js";
import { NeighborIndex } from "../select/neighbors.js";
import { shapeClosures, unknownClosure } from "../select/shape-closures.js";
import { defineTransform } from "./define-transform.js";
import { editModel } from "./edit-model.js";
import { checkConflicts } from "./rename-shapes.js";
import { renameShapesIn } from "./rename-shapes-in-model.js";
import { taggedWith } from "./shape-traits.js";
import type { TransformArguments } from "./transform-arguments.js";

const namespacePattern = /^_*[A-Za-z]\w*(?:\._*[A-Za-z]\w*)*$/;

/**
 * `flattenNamespaces`: moves the closure of a service into one namespace, under the names given by
 * the `rename` of the service, which is then removed. Tagged shapes from outside of the closure are
 * moved too if their names are free.
 */
export const flattenNamespaces = defineTransform({
  name: "flattenNamespaces",
  prepare(args) {
    const target = readNamespace(args);
    const service = args.string("service");
    const isTagged = taggedWith(args.optionalStrings("includeTagged"));
    return (model, { report }) => {
      const shape = model.getShape(service);
      if (shape?.type !== "service") {
        report(`${service} is not a service of the model`, ["service"]);
        return model;
      }
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

/**
 * `flattenClosureNamespaces`: moves the shapes of a closure into one namespace, under the names that
 * it gives them.
 */
export const flattenClosureNamespaces = defineTransform({
  name: "flattenClosureNamespaces",
  prepare(args) {
    const target = readNamespace(args);
    const id = args.string("closure");
    return (model, { report }) => {
      const closures = shapeClosures(model);
      const closure = closures.get(id);
      if (closure === undefined) {
        report(unknownClosure(id, closures), ["closure"]);
        return model;
      }
      const renamed = new Map(
        [...closure.shapes]
          .filter((shape) => shape.type !== "member" && isOwnShape(shape.id))
          .map((shape) => {
            const name = closure.rename.get(shape.id) ?? shapeName(shape.id);
            return [shape.id, `${target}#${name}`] as const;
          })
          .filter(([from, to]) => from !== to),
      );
      const isFine = checkConflicts(model, renamed, () => ["namespace"], report);
      return isFine ? renameShapesIn(model, renamed) : model;
    };
  },
});

function readNamespace(args: TransformArguments): string {
  const namespace = args.optionalString("namespace", true);
  if (namespace !== undefined && !namespacePattern.test(namespace)) {
    args.report(`${JSON.stringify(namespace)} is not a valid namespace`, "namespace");
  }
  return namespace ?? "";
}

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
