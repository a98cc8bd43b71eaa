import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { NodeValue, Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject, stringOf, stringsOf } from "../../model/node-value.js";
import { shapeName, shapeNamespace } from "../../model/shape-id.js";
import { parseSelector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { danger, error, warning } from "../event.js";
import { groupBy } from "../group-by.js";
import type { Rule, ValidationContext } from "../rule.js";

const messages = {
  duplicate: error(
    "ShapeClosure",
    (args: { id: string }) => `Shape closure id \`${args.id}\` is declared more than once.`,
  ),
  shapeId: error(
    "ShapeClosure",
    (args: { id: string }) =>
      `Shape closure ids must not match the ids of shapes in the model, but \`${args.id}\` does.`,
  ),
  sameName: error(
    "ShapeClosure",
    (args: { id: string; shape: string; name: string }) =>
      `Shape closure \`${args.id}\` rename for \`${args.shape}\` does not change the name from \`${args.name}\`.`,
  ),
  renameConflict: error(
    "ShapeClosure",
    (args: { id: string; shape: string; name: string; other: string }) =>
      `Shape closure \`${args.id}\` rename for \`${args.shape}\` ("${args.name}") case-insensitively conflicts with ${args.other}.`,
  ),
  nameConflicts: (id: string) =>
    warning(
      `ShapeClosure.NameConflicts.${id}`,
      (args: { shapes: readonly string[] }) =>
        `Shape closure \`${id}\` contains shapes whose names conflict case-insensitively: [${args.shapes.join(", ")}]. Shapes in a closure should have case-insensitively unique names regardless of their namespaces. Some code generators or other tools may require this in order to work. The \`rename\` property may be used to disambiguate them.`,
    ),
  noRoots: error(
    "ShapeClosure",
    (args: { id: string }) =>
      `Shape closure \`${args.id}\` must define at least one of \`includeNamespaces\` or \`includeBySelector\`.`,
  ),
  badSelector: error(
    "ShapeClosure",
    (args: { id: string; problem: string }) =>
      `Shape closure \`${args.id}\` has an invalid \`includeBySelector\`: ${args.problem}`,
  ),
  renameOutside: error(
    "ShapeClosure",
    (args: { id: string; shape: string }) =>
      `Shape closure \`${args.id}\` attempts to rename \`${args.shape}\`, which is not in the closure.`,
  ),
  emptyNamespace: (id: string) =>
    danger(
      `ShapeClosure.EmptyNamespace.${id}`,
      (args: { namespace: string }) =>
        `Shape closure \`${id}\` includes namespace \`${args.namespace}\`, which has no shapes in the model.`,
    ),
  emptySelector: (id: string) =>
    danger(
      `ShapeClosure.EmptySelector.${id}`,
      (args: { beyond: boolean }) =>
        `Shape closure \`${id}\` has an \`includeBySelector\` that matches no shapes in the model${args.beyond ? " that aren't already in an included namespace" : ""}.`,
    ),
} as const;

type Closure = { readonly [key: string]: NodeValue };

/** Named closures contain shapes, and the names of their shapes are unique. */
export const shapeClosure: Rule = {
  name: "ShapeClosure",
  *check(context) {
    const closures = context.model.metadata["shapeClosures"];
    if (!isNodeArray(closures)) return;
    const seen = new Set<string>();
    for (const closure of closures.filter(isNodeObject)) {
      const id = stringOf(closure["id"]) ?? "";
      if (seen.has(id)) yield messages.duplicate({ id }, {});
      else yield* checkClosure(context, id, closure);
      seen.add(id);
    }
  },
};

function* checkClosure(
  { model, neighbors }: ValidationContext,
  id: string,
  closure: Closure,
): Iterable<Diagnostic> {
  if (model.getShape(id) !== undefined) yield messages.shapeId({ id }, {});
  const namespaces = stringsOf(closure["includeNamespaces"]);
  const text = stringOf(closure["includeBySelector"]);
  if (namespaces.length === 0 && text === undefined) yield messages.noRoots({ id }, {});
  const shapes = [...model.shapes.values()];
  for (const namespace of namespaces) {
    if (shapes.some((shape) => shapeNamespace(shape.id) === namespace)) continue;
    yield messages.emptyNamespace(id)({ namespace }, {});
  }
  const roots = shapes.filter((shape) => namespaces.includes(shapeNamespace(shape.id)));
  if (text !== undefined && text !== "") {
    const selected = select(() => parseSelector(text).select(model));
    if (typeof selected === "string") {
      yield messages.badSelector({ id, problem: selected }, {});
      return;
    }
    const beyond = selected.filter((shape) => !namespaces.includes(shapeNamespace(shape.id)));
    if (beyond.length === 0)
      yield messages.emptySelector(id)({ beyond: namespaces.length > 0 }, {});
    roots.push(...beyond);
  }
  const inside = new Set(roots);
  for (const root of roots) neighbors.reach(root, (shape) => inside.add(shape) !== undefined);
  const { rename } = closure;
  const renames = new Map(Object.entries(isNodeObject(rename) ? rename : {}));
  const named = [...inside].filter((shape) => shape.type !== "member" && !renames.has(shape.id));
  const keeping = groupBy(named, (shape) => shapeName(shape.id).toLowerCase());
  const ids = new Set([...inside].map((shape) => shape.id));
  yield* checkRenames(id, renames, ids, (name) => keeping.get(name)?.[0]?.id);
  for (const group of keeping.values()) {
    if (group.length < 2) continue;
    yield messages.nameConflicts(id)({ shapes: group.map((shape) => shape.id).sort() }, {});
  }
}

function* checkRenames(
  id: string,
  renames: ReadonlyMap<string, NodeValue>,
  inside: ReadonlySet<string>,
  named: (name: string) => string | undefined,
): Iterable<Diagnostic> {
  const taken = new Map<string, string>();
  for (const [shape, value] of renames) {
    const name = stringOf(value) ?? "";
    if (name === shapeName(shape)) yield messages.sameName({ id, shape, name }, {});
    if (!inside.has(shape)) {
      yield messages.renameOutside({ id, shape }, {});
      continue;
    }
    const key = name.toLowerCase();
    const [renamed, kept] = [taken.get(key), named(key)];
    taken.set(key, shape);
    const conflict = (other: string) => messages.renameConflict({ id, shape, name, other }, {});
    if (renamed !== undefined) yield conflict(`the rename for \`${renamed}\``);
    if (kept !== undefined) yield conflict(`non-renamed shape \`${kept}\``);
  }
}

/** The shapes that a selector yields, or the reason why it is invalid. */
function select(run: () => readonly Shape[]): readonly Shape[] | string {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof SelectorSyntaxError) return problem.message;
    throw problem;
  }
}
